import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expandHosts } from '../../src/model/host-list.ts';

// The first is FORMATS' example; the forms are those of `scontrol show hostnames`.
it.each([
  ['node[001-004,007]', ['node001', 'node002', 'node003', 'node004', 'node007']],
  ['gpu[9-11]', ['gpu9', 'gpu10', 'gpu11']],
  ['gpu[09-11],login', ['gpu09', 'gpu10', 'gpu11', 'login']],
  ['rack[1-2]n[01-02]', ['rack1n01', 'rack1n02', 'rack2n01', 'rack2n02']],
  ['della-l06g3', ['della-l06g3']],
  ['', []],
  ['broken[1-', ['broken', '1-']],
  ['a]b,,[', ['a', 'b']],
])('%s', (list, hosts) => {
  expect(expandHosts(list)).toEqual(hosts);
});

it('stops at as many nodes as Slurm can have', () => {
  expect(expandHosts('n[1-99999999]')).toHaveLength(65_536);
});

it('parts a list at what stands outside of brackets, and at brackets that have no other half', () => {
  const lists = fc.string({ unit: fc.constantFrom('a', '1', ',', '[', ']', '-', ' '), maxLength: 10 });
  const partsOf = (list: string): string[] => list.match(/(?:[^,[\]]|\[[^\]]*\])+/g) ?? [];
  fc.assert(
    fc.property(lists, (list) => {
      expect(expandHosts(list)).toEqual(partsOf(list).flatMap((part) => expandHosts(part)));
    }),
  );
});
