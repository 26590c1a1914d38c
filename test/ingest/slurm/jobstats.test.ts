import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gunzip } from '../../../src/ingest/read-file.ts';
import { parseJobstats } from '../../../src/ingest/slurm/jobstats.ts';

const comment = (summary: unknown): string =>
  `JS1:${gzipSync(typeof summary === 'string' ? summary : JSON.stringify(summary)).toString('base64')}`;
const read = (text: string): number | undefined => parseJobstats(text, gunzip);

/** As the documentation of Jobstats prints it (docs/setup/summaries.md). */
const DOCUMENTED = {
  gpus: 1,
  nodes: {
    'della-k1g1': {
      cpus: 12,
      gpu_total_memory: { '1': 85899345920 },
      gpu_used_memory: { '1': 83314868224 },
      gpu_utilization: { '1': 98.6 },
      total_memory: 137438953472,
      total_time: 57620.8,
      used_memory: 84683702272,
    },
  },
  total_time: 50944,
};
const nodes = (...utilisations: readonly Record<string, unknown>[]): unknown => ({
  nodes: Object.fromEntries(utilisations.map((each, index) => [`g${index}`, { cpus: 8, gpu_utilization: each }])),
});

describe('the utilisation in a summary of Jobstats', () => {
  it('is that of its one GPU', () => {
    expect(read(comment(DOCUMENTED))).toBeCloseTo(0.986, 12);
  });

  it('is the mean over all GPUs of all nodes, not over nodes', () => {
    expect(read(comment(nodes({ 0: 100, 1: 50, 2: 30 }, { 0: 20 })))).toBeCloseTo(0.5, 12);
  });

  it.each([
    ['idle GPUs', nodes({ 0: 0, 1: 0 }), 0],
    ['GPUs that are always busy', nodes({ 0: 100 }), 1],
    ['a little over by rounding', nodes({ 0: 100.2 }), 1],
  ])('of %s', (_, summary, expected) => {
    expect(read(comment(summary))).toBe(expected);
  });

  it('is read where a fixed width cut it into lines and padded it', () => {
    expect(read(`  ${comment(DOCUMENTED).replace(/(.{40})/g, '$1 \n')}  `)).toBeCloseTo(0.986, 12);
  });

  it.each([
    ['a job too short', 'JS1:Short'],
    ['one mark of padding too many or too few', 'JS1:H4sI='],
    ['the same at another length', 'JS1:H4sIAA='],
    ['no measurement', 'JS1:None'],
    ['an empty comment', ''],
    ['another comment', 'bad node, see ticket 7'],
    ['no payload', 'JS1:'],
    ['no base64', 'JS1:%%%%'],
    ['base64 of a wrong length', 'JS1:AAAAA'],
    ['no gzip', 'JS1:aGVsbG8='],
    ['gzip cut short', comment(DOCUMENTED).slice(0, 60)],
    ['no JSON', comment('{"nodes":')],
    ['JSON of another shape', comment([1, 2])],
    ['null', comment(null)],
    ['nodes without GPUs', comment({ nodes: { g0: { cpus: 8 } } })],
    ['a node that is none', comment({ nodes: { g0: null } })],
    ['a utilisation that is no number', comment(nodes({ 0: '98' }))],
    ['a utilisation that is none', comment(nodes({ 0: 98, 1: 4000 }))],
    ['a negative one', comment(nodes({ 0: -3 }))],
    ['an unknown one', comment(nodes({ 0: null, 1: 50 }))],
  ])('is not known of %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  it('a text that would fill the memory is left alone', () => {
    expect(read(comment(' '.repeat(20_000_000)))).toBeUndefined();
  });

  it('is none or from 0 to 1, whatever stands there', () => {
    const damaged = fc
      .tuple(fc.nat(comment(DOCUMENTED).length), fc.string({ maxLength: 3 }))
      .map(([at, text]) => comment(DOCUMENTED).slice(0, at) + text + comment(DOCUMENTED).slice(at + 1));
    fc.assert(
      fc.property(
        fc.oneof(
          damaged,
          fc.json().map(comment),
          fc.string().map((text) => `JS1:${text}`),
        ),
        (text) => {
          const utilisation = read(text);
          if (utilisation === undefined) return;
          expect(utilisation).toBeGreaterThanOrEqual(0);
          expect(utilisation).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});
