import { describe, expect, it } from 'vitest';
import { linesIn, recordIn, wandbSetUp } from '../../../support/collect-from-wandb.ts';
import { fakeRun } from '../../../support/fake-wandb.ts';

const runs = (count: number) => Array.from({ length: count }, (_, index) => fakeRun(index));
const FILE = '{"gpu":"Tesla V100"}';
const metadataIn = (out: string) => linesIn(out).map(({ metadata }) => metadata);

describe('metadata of runs', () => {
  it('is asked for at the server with the key, where it lies there', async () => {
    const { collect, out, fetches } = await wandbSetUp({ runs: runs(3), metadata: { run0001: FILE } });
    await collect();
    expect(metadataIn(out)).toEqual([null, { gpu: 'Tesla V100' }, null]);
    expect(fetches.map(({ path, authorization }) => [path, authorization?.slice(0, 6)])).toEqual([
      ['/files/run0001/wandb-metadata.json?signature=s3cret', 'Basic '],
    ]);
  });

  it('leaves no link behind, since links are signed', async () => {
    const { collect, out } = await wandbSetUp({ runs: runs(1), metadata: { run0000: FILE } });
    await collect();
    expect(JSON.stringify(linesIn(out))).not.toContain('s3cret');
  });

  it('is fetched elsewhere only over https, and without the key', async () => {
    const other = await wandbSetUp({ metadata: { x: FILE } });
    const { collect, out } = await wandbSetUp({
      runs: runs(1),
      metadata: { run0000: { url: `${other.base}/files/x/wandb-metadata.json` } },
    });
    const summary = await collect();
    expect(summary).toMatch(/metadata of 1 run could not be fetched \(its address is not encrypted: http:/);
    expect(other.fetches).toEqual([]);
    expect(metadataIn(out)).toEqual([null]);
  });

  it('is followed to where the server leads, but not without encryption, with the key, or for ever', async () => {
    const other = await wandbSetUp({ metadata: { x: FILE } });
    const leadingTo = (address: string) => ({ url: `/to?${encodeURIComponent(address)}` });
    const { collect, out, fetches } = await wandbSetUp({
      runs: runs(4),
      metadata: {
        run0000: leadingTo('/files/run0003/wandb-metadata.json'),
        run0001: leadingTo(`${other.base}/files/x/wandb-metadata.json`),
        run0002: leadingTo('/to?%2Fto%3F%2Fto%3F%2Fto%3F%2Fto'),
        run0003: FILE,
      },
    });
    expect(await collect()).toContain('metadata of 2 runs could not be fetched');
    expect(metadataIn(out)).toEqual([{ gpu: 'Tesla V100' }, null, null, { gpu: 'Tesla V100' }]);
    expect(other.fetches).toEqual([]);
    expect(fetches.length).toBeLessThan(10);
  });

  it.each([
    ['no JSON', '<html>'],
    ['no object', '[1]'],
    ['far too large', `{"x":"${'y'.repeat(5_000_000)}"}`],
    ['nowhere', { url: '/files/none' }],
    ['at no address', { url: 'http://[' }],
  ])('that is %s stops nothing, and is asked for in the next call', async (_, file) => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(2), metadata: { run0000: file, run0001: FILE } });
    expect(await collect()).toContain('\nmetadata of 1 run could not be fetched (');
    expect(metadataIn(out)).toEqual([null, { gpu: 'Tesla V100' }]);
    expect(recordIn(out).withoutMetadata).toEqual(['run0000']);
    project.metadata.run0000 = FILE;
    expect(await collect()).not.toContain('metadata');
    expect(metadataIn(out)).toEqual([{ gpu: 'Tesla V100' }, { gpu: 'Tesla V100' }]);
  });

  it('that was saved stays where it cannot be fetched any more', async () => {
    const running = fakeRun(0, { state: 'running' });
    const { collect, out, project } = await wandbSetUp({ runs: [running], metadata: { run0000: FILE } });
    await collect();
    project.metadata.run0000 = 'gone';
    running.state = 'crashed';
    await collect();
    expect(linesIn(out).map(({ run, metadata }) => [run.state, metadata])).toEqual([
      ['crashed', { gpu: 'Tesla V100' }],
    ]);
  });

  it('is no reason to ask again where the server knows of no files, but where it fails to tell', async () => {
    const without = await wandbSetUp({ runs: runs(2), lacks: ['Run.files'] });
    expect(await without.collect()).not.toContain('metadata');
    without.queries.length = 0;
    await without.collect();
    expect(without.queries).toHaveLength(1);
    const node = { ...fakeRun(0), files: null };
    const project = { runs: { edges: [{ node }], pageInfo: { hasNextPage: false } } };
    const body = JSON.stringify({ data: { project }, errors: ['no files today'] });
    const failing = await wandbSetUp({
      runs: runs(1),
      fault: (_, index) => (index > 0 ? undefined : { status: 200, body }),
    });
    expect(await failing.collect()).toContain('metadata of 1 run could not be fetched (the server does not tell where');
    expect(await failing.collect()).not.toContain('metadata');
  });

  it('is not asked for with --no-metadata, but later', async () => {
    const { collect, out, queries, fetches } = await wandbSetUp({ runs: runs(1), metadata: { run0000: FILE } });
    expect(await collect({ metadata: false })).not.toContain('metadata');
    expect(queries[0]?.query).not.toContain('files');
    expect([metadataIn(out), fetches]).toEqual([[null], []]);
    await collect();
    expect(metadataIn(out)).toEqual([{ gpu: 'Tesla V100' }]);
  });

  it('is given up for this call when the place where it lies is closed', async () => {
    const all = runs(40);
    const metadata = Object.fromEntries(all.map(({ name }) => [name, { url: `/files/none-of-${name}` }]));
    const { collect, fetches } = await wandbSetUp({ runs: all, metadata });
    expect(await collect()).toContain('metadata of 40 runs could not be fetched (status 404)');
    expect(fetches.length).toBeLessThanOrEqual(18);
  });
});
