import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesIn, namesIn, recordIn, wandbSetUp } from '../../../support/collect-from-wandb.ts';
import { fakeRun, KEY, minute } from '../../../support/fake-wandb.ts';

const runs = (count: number, first = 1) => Array.from({ length: count }, (_, index) => fakeRun(first + index));
const namesOf = (all: readonly { readonly name: string }[]): string[] => all.map(({ name }) => name);

const SWEEP = {
  id: 'U3dlZXA6MQ',
  name: 'ipx30mvc',
  displayName: 'lr search',
  method: 'random',
  state: 'FINISHED',
  config: 'method: random\nparameters:\n  lr:\n    min: 0.001\n',
  createdAt: minute(0),
  updatedAt: minute(9),
  runCount: 2,
  runCountExpected: null,
};

describe('runledger collect wandb', () => {
  it('pages through all runs, oldest first', async () => {
    const { collect, queries, out, bars } = await wandbSetUp({ runs: runs(5).reverse() });
    const summary = await collect({ pageSize: '2' });
    expect(queries.map(({ variables }) => variables)).toEqual(
      [null, `${minute(2)} run0002`, `${minute(4)} run0004`].map((end) => ({
        entity: 'ines',
        project: 'lisa',
        order: '+created_at',
        filters: '{}',
        perPage: 2,
        cursor: end === null ? null : Buffer.from(end).toString('base64'),
      })),
    );
    expect(readdirSync(out).sort()).toEqual([
      'collect.json',
      'wandb-runs-0001.jsonl',
      'wandb-runs-0002.jsonl',
      'wandb-runs-0003.jsonl',
    ]);
    expect(namesIn(out)).toEqual(namesOf(runs(5)));
    expect(bars).toEqual(['0/5', '2/5', '2/5', '4/5', '4/5', '5/5']);
    expect(summary).toBe(
      `5 runs in ${out}: 5 new, 0 asked for again\nruns that were deleted before are in no list, so totals are a lower bound\n\nrunledger report ${out}\n`,
    );
  });

  it('saves runs as they were answered, with their sweep and metadata', async () => {
    const first = fakeRun(1, { sweepName: 'ipx30mvc', config: '{"a":{"value":"ü\\u2028\\n"}}' });
    const metadata = { run0001: '{"gpu":"Tesla V100","slurm":{"job_id":"70"}}' };
    const { collect, out } = await wandbSetUp({ runs: [first, fakeRun(2)], sweeps: [SWEEP], metadata });
    await collect();
    const asked = { group: null, jobType: null, commit: null, systemMetrics: null, historyLineCount: null };
    const runInfo = { program: null, args: null, os: null, python: null, cpuCount: 8, gpuCount: 1, gpu: 'Tesla V100' };
    expect(linesIn(out)).toEqual([
      {
        format: 'runledger/wandb-run@1',
        entity: 'ines',
        project: 'lisa',
        run: { ...first, ...asked, runInfo },
        sweep: SWEEP,
        metadata: JSON.parse(metadata.run0001),
      },
      {
        format: 'runledger/wandb-run@1',
        entity: 'ines',
        project: 'lisa',
        run: { ...fakeRun(2), ...asked, runInfo },
        sweep: null,
        metadata: null,
      },
    ]);
  });

  it('notes in collect.json what was asked for, and how far it went', async () => {
    const { collect, out, base } = await wandbSetUp({ runs: runs(3) });
    await collect({ pageSize: '2', since: '2024-02-01' });
    expect(recordIn(out)).toEqual({
      schema: 'runledger/collect@1',
      source: 'wandb',
      base: `${base}/`,
      entity: 'ines',
      project: 'lisa',
      since: '2024-02-01T00:00:00Z',
      listing: { pages: 2, cursor: null, done: true },
      lastCreatedAt: minute(3),
      withoutMetadata: [],
      withoutSummary: [],
      asked: '2024-03-17T10:11:12Z',
    });
  });

  it('asks for runs that were created in a span', async () => {
    const { collect, out, queries } = await wandbSetUp({ runs: runs(5) });
    const summary = await collect({ since: '2024-03-01T00:02:00', until: '2024-03-01T00:04:00' });
    expect(queries[0]?.variables.filters).toBe(
      '{"$and":[{"created_at":{"$gte":"2024-03-01T00:02:00"}},{"created_at":{"$lt":"2024-03-01T00:04:00"}}]}',
    );
    expect(namesIn(out)).toEqual(['run0002', 'run0003']);
    expect(summary).toContain('created from 2024-03-01T00:02:00 until 2024-03-01T00:04:00');
  });

  it('sees runs that appear between two pages', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(4) });
    project.fault = (_, index) => void (index === 1 && project.runs.push(fakeRun(9), fakeRun(8)));
    await collect({ pageSize: '2' });
    expect(namesIn(out)).toEqual([...namesOf(runs(4)), 'run0008', 'run0009']);
  });

  it('saves a project without runs', async () => {
    const { collect, out } = await wandbSetUp();
    expect(await collect()).toContain('0 runs in');
    expect(readdirSync(out)).toEqual(['collect.json']);
  });

  it('takes pages of any size', async () => {
    const large = Array.from({ length: 100 }, (_, index) =>
      fakeRun(index, { config: `{"x":"${'y'.repeat(200_000)}"}` }),
    );
    const { collect, out } = await wandbSetUp({ runs: large });
    await collect({ pageSize: '100' }, { patience: 30 });
    expect(linesIn(out).map(({ run }) => String(run.config).length)).toEqual(large.map(() => 200_008));
  });

  it('lists sweeps once, and asks by id for one that came later', async () => {
    const named = (index: number, sweepName: string) => fakeRun(index, { sweepName });
    const { collect, out, project, queries } = await wandbSetUp({
      runs: [
        named(1, 'ipx30mvc'),
        named(2, 'ipx30mvc'),
        named(3, 'late0001'),
        named(4, 'late0001'),
        named(5, 'gone0001'),
      ],
      sweeps: [SWEEP],
    });
    project.fault = ({ variables }) =>
      void (variables.name === 'late0001' && project.sweeps.push({ name: 'late0001' }));
    await collect();
    expect(linesIn(out).map(({ sweep }) => sweep?.name ?? null)).toEqual([
      'ipx30mvc',
      'ipx30mvc',
      'late0001',
      'late0001',
      null,
    ]);
    expect(queries.map(({ query, variables }) => [/\w+ (\w+)/.exec(query)?.[1], variables.name])).toEqual([
      ['Runs', undefined],
      ['Sweeps', undefined],
      ['Sweep', 'late0001'],
      ['Sweep', 'gone0001'],
    ]);
  });
});

describe('a second call', () => {
  it('asks only for runs that are new, were running, or were resumed', async () => {
    const { collect, out, project, queries } = await wandbSetUp({
      runs: [
        ...runs(4),
        fakeRun(5, { state: 'running' }),
        fakeRun(6, { state: 'pending' }),
        fakeRun(7, { state: 'preempting' }),
      ],
    });
    await collect({ pageSize: '4' });
    const before = readFileSync(join(out, 'wandb-runs-0001.jsonl'), 'utf8');
    queries.length = 0;
    const [, second, , , fifth] = project.runs;
    if (second === undefined || fifth === undefined) throw new Error('no runs');
    second.heartbeatAt = minute(500);
    fifth.state = 'finished';
    project.runs.push(fakeRun(20), fakeRun(0));
    expect(await collect({ pageSize: '4' })).toContain('9 runs in');
    expect(queries.map(({ variables }) => variables.filters)).toEqual([
      '{}',
      '{"name":{"$in":["run0000","run0002","run0005","run0006"]}}',
      '{"name":{"$in":["run0007","run0020"]}}',
    ]);
    expect(queries[0]?.query).toMatch(/node \{ name state createdAt heartbeatAt \}/);
    expect(namesIn(out).sort()).toEqual(namesOf([fakeRun(0), ...runs(7), fakeRun(20)]));
    expect(linesIn(out).find(({ run }) => run.name === 'run0005')?.run.state).toBe('finished');
    expect(linesIn(out).find(({ run }) => run.name === 'run0002')?.run.heartbeatAt).toBe(minute(500));
    const lines = (text: string) => text.split('\n').filter((line) => !line.includes('"run0002"'));
    expect(lines(readFileSync(join(out, 'wandb-runs-0001.jsonl'), 'utf8'))).toEqual(lines(before));
  });

  it('asks for the list alone when nothing has changed', async () => {
    const { collect, out, queries } = await wandbSetUp({ runs: runs(3) });
    await collect();
    const files = readdirSync(out);
    queries.length = 0;
    expect(await collect()).toContain('3 runs in');
    expect(queries).toHaveLength(1);
    expect(readdirSync(out)).toEqual(files);
  });

  it('keeps runs that were deleted on the server, and says so', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(3) });
    await collect();
    project.runs.splice(1, 1);
    expect(await collect()).toContain('\n1 run that an earlier call saved is no longer on the server\n');
    expect(namesIn(out)).toEqual(namesOf(runs(3)));
  });

  it('asks for what a wider span holds, from the first beginning when none is given', async () => {
    const { collect, out, queries } = await wandbSetUp({ runs: runs(6) });
    await collect({ since: '2024-03-01T00:04:00' });
    await collect();
    expect(namesIn(out)).toEqual(namesOf(runs(3, 4)));
    expect(queries.at(-1)?.variables.filters).toContain('"$gte":"2024-03-01T00:04:00"');
    await collect({ since: '2024-03-01T00:02:00' });
    expect(namesIn(out).sort()).toEqual(namesOf(runs(5, 2)));
  });

  it('asks anew for runs whose lines or files are gone', async () => {
    const { collect, out } = await wandbSetUp({ runs: runs(6) });
    await collect({ pageSize: '2' });
    rmSync(join(out, 'wandb-runs-0001.jsonl'));
    writeFileSync(join(out, 'wandb-runs-0002.jsonl'), 'half a li');
    await collect();
    rmSync(join(out, 'wandb-runs-0002.jsonl'));
    expect(namesIn(out).sort()).toEqual(namesOf(runs(6)));
  });

  it('says which runs are on the list and cannot be got', async () => {
    const { collect, project } = await wandbSetUp({ runs: runs(2) });
    await collect();
    project.runs.push(fakeRun(3));
    project.fault = ({ variables }) => void (variables.filters !== '{}' && project.runs.pop());
    expect(await collect()).toContain("\n1 run on the server's list could not be got;");
  });

  it('is refused for another project or server, and where Slurm was collected', async () => {
    const { collect, out, base } = await wandbSetUp();
    await collect();
    await expect(collect({ baseUrl: `${base}/path` })).rejects.toThrow(/was collected with ines\/lisa of http:/);
    writeFileSync(join(out, 'collect.json'), '{"schema":"runledger/collect@1","source":"slurm"}');
    await expect(collect()).rejects.toThrow(/was collected with collect slurm, and now it is collect wandb\. Give/);
    writeFileSync(join(out, 'collect.json'), '{"schema":"runledger/collect@1","source":"wandb"}');
    await expect(collect()).rejects.toThrow(/collect\.json: is not what runledger wrote there/);
  });
});

describe('a call that was cut short', () => {
  it('goes on with the next page', async () => {
    const { collect, out, project, queries } = await wandbSetUp({ runs: runs(7) });
    project.fault = (_, index) => (index === 2 ? { status: 403 } : undefined);
    await expect(collect({ pageSize: '2' })).rejects.toThrow(/refused \(403\)/);
    expect(namesIn(out)).toEqual(namesOf(runs(4)));
    project.fault = () => undefined;
    queries.length = 0;
    await collect({ pageSize: '2' });
    expect(queries.map(({ variables }) => variables.cursor)).toEqual([
      Buffer.from(`${minute(4)} run0004`).toString('base64'),
      Buffer.from(`${minute(6)} run0006`).toString('base64'),
      null, // the list, since those saved first may have moved on
    ]);
    expect(namesIn(out)).toEqual(namesOf(runs(7)));
  });

  it('loses no run and has none twice, wherever it was cut, and whatever the server did meanwhile', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(10) });
    for (let cut = 0; cut < 12; cut++) {
      let asked = 0;
      project.fault = () => (asked++ === cut % 4 ? { status: 401 } : undefined);
      project.runs.push(fakeRun(100 + cut, { state: cut % 2 === 0 ? 'running' : 'crashed' }), fakeRun(-cut));
      await collect({ pageSize: String(1 + (cut % 3)) }).catch(() => undefined);
    }
    project.fault = () => undefined;
    await collect();
    expect(namesIn(out).sort()).toEqual(namesOf(project.runs).sort());
  });

  it('has no run twice when it was killed after a page was saved and before that was noted', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(6) });
    project.fault = (_, index) => (index === 1 ? { status: 403 } : undefined);
    await expect(collect({ pageSize: '2' })).rejects.toThrow();
    const noted = readFileSync(join(out, 'collect.json'));
    project.fault = (_, index) => (index === 3 ? { status: 403 } : undefined);
    await expect(collect({ pageSize: '2' })).rejects.toThrow();
    writeFileSync(join(out, 'collect.json'), noted);
    project.fault = () => undefined;
    await collect({ pageSize: '3' });
    expect(namesIn(out)).toEqual(namesOf(runs(6)));
  });

  it('starts from the list when the server does not know the place any more', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(6) });
    project.fault = (_, index) => (index === 1 ? { status: 403 } : undefined);
    await expect(collect({ pageSize: '2' })).rejects.toThrow();
    const body = '{"errors":[{"message":"invalid cursor"}],"data":{"project":null}}';
    project.fault = ({ variables }) => (variables.cursor == null ? undefined : { status: 200, body });
    await collect({ pageSize: '10' });
    expect(namesIn(out)).toEqual(namesOf(runs(6)));
  });

  it('leaves the other span, whose place leads nowhere in this one', async () => {
    const { collect, out, project } = await wandbSetUp({ runs: runs(6) });
    project.fault = (_, index) => (index === 1 ? { status: 403 } : undefined);
    await expect(collect({ pageSize: '2', since: '2024-03-01T00:03:00' })).rejects.toThrow();
    await collect({ since: '2024-02-01' });
    expect(namesIn(out).sort()).toEqual(namesOf(runs(6)));
  });
});

describe('the API key', () => {
  it('is in no file, whatever runs and servers say', async () => {
    const leaks = fakeRun(1, { config: `{"wandb_key":{"value":"${KEY}"}}`, sweepName: 'ipx30mvc' });
    const sweeps = [{ ...SWEEP, config: `env: ${KEY}` }];
    const metadata = { run0001: `{"args":["--key=${KEY}"]}` };
    const { collect, out, fetches, queries } = await wandbSetUp({ runs: [leaks], sweeps, metadata });
    const summary = await collect();
    const basic = Buffer.from(`api:${KEY}`).toString('base64');
    const said = [summary, ...readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'))].join('\n');
    expect(said).toContain('[API key]');
    expect(said).not.toContain(KEY);
    expect(said).not.toContain(basic);
    expect([...queries, ...fetches].map(({ authorization }) => authorization)).toEqual(Array(3).fill(`Basic ${basic}`));
  });

  it('is in no message, whatever the server says', async () => {
    const { collect, project, warnings, notes } = await wandbSetUp({ runs: runs(1) });
    const body = JSON.stringify({ errors: [{ message: `the key ${KEY} is odd` }] });
    project.fault = (_, index) => ({ status: index < 2 ? 500 : 400, body });
    const error = await collect().then(String, (thrown: Error) => `${thrown.stack}${JSON.stringify(thrown)}`);
    expect(error).toContain('[API key] is odd');
    expect(notes.join()).toContain('[API key]');
    expect([error, ...warnings, ...notes].join('\n')).not.toContain(KEY);
  });
});
