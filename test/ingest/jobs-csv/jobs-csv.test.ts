import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import { JOB_STATES } from '../../../src/model/job-state.ts';
import { redact } from '../../../src/report/redact.ts';
import { findGpu, GPU_MODELS } from '../../../src/tables/hardware/gpus.ts';
import { figuresOf } from '../../support/figures-of.ts';
import { filesOf } from '../../support/files-of.ts';
import { DAY, factsOf, type JobSketch, T0 } from '../../support/ledger-of.ts';
import { factsFrom, type LogFiles, rulesIn } from '../../support/read-logs.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url).pathname;

/** All files below a directory of fixtures, by path. */
function filesBelow(directory: string): Record<string, Uint8Array> {
  const names = readdirSync(join(FIXTURES, directory), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(files.map((file) => [file.slice(FIXTURES.length), readFileSync(file)]));
}

const jobsOf = (facts: ProjectFacts): string => filesOf(facts)['jobs.csv'] as string;

/** What was odd in the input, without its places: they are in another directory each time. */
const oddIn = ({ diagnostics }: ProjectFacts) => diagnostics.map(({ examples: _, ...odd }) => odd);

const LOGS: Readonly<Record<string, () => LogFiles>> = {
  'the study': () => filesBelow('lisa'),
  'a dump of Slurm': () => filesBelow('slurm/22.05/parsable2-core'),
  'a dump of Slurm with energy and utilisation': () => filesBelow('slurm/24.11/parsable2-all'),
  'dumps of Slurm in many forms': () => filesBelow('slurm/22.05'),
  'runs of W&B': () => filesBelow('wandb/0.31.0'),
  'exports of W&B': () => filesBelow('wandb-exports'),
  'tables whose ids come again, by people and studies, and GPUs that are not told': () => TABLES,
};

const HEAD = 'trial,study,gpus,gpu_type,start,end,status,lr,val_loss';
const TABLES: LogFiles = {
  'ann.csv': `${HEAD}
0,imdb,1,A100,2024-03-01 08:00:00,2024-03-01 09:00:00,complete,0.1,0.5
1,imdb,1,A100,2024-03-01 08:00:05,2024-03-01 10:00:00,complete,0.2,0.6
0,sst,8,A100,2024-03-01 12:00:00,2024-03-01 22:00:00,complete,0.3,0.4
1,sst,8,A100,2024-03-02 08:00:00,2024-03-02 18:00:00,complete,0.4,0.7
2,sst,,,2024-03-02 08:00:00,2024-03-02 18:00:00,complete,0.5,0.8`,
  'ben.csv': `${HEAD}
0,qnli,2,A100,2024-04-01 08:00:00,2024-04-01 09:00:00,complete,0.1,0.5
1,qnli,2,A100,2024-04-01 09:00:00,2024-04-01 10:00:00,failed,0.1,0.9`,
};

describe.each(Object.entries(LOGS))('jobs.csv of %s', (_, logsOf) => {
  it('reads back to the same figures, and is written the same again', async () => {
    const logs = await factsFrom(logsOf());
    const csv = jobsOf(logs);
    const again = await factsFrom({ 'jobs.csv': csv });
    expect(again.inputs).toMatchObject([{ source: 'runledger-jobs' }]);
    expect(figuresOf(again)).toEqual(figuresOf(logs));
    expect(jobsOf(again)).toBe(csv);
  });

  it.each(['a/jobs.csv', 'z/jobs.csv'])('adds nothing to its own logs, read before or after them: %s', async (name) => {
    const logs = await factsFrom(logsOf());
    const both = await factsFrom({ ...logsOf(), [name]: jobsOf(logs) });
    expect(figuresOf(both)).toEqual(figuresOf(logs));
    expect(jobsOf(both)).toBe(jobsOf(logs));
    expect(oddIn(both)).toEqual(oddIn(logs));
    expect(both.ledger.reconciliation.duplicates).toBe(logs.ledger.reconciliation.duplicates + logs.ledger.count);
  });

  it('has the same amounts without names', async () => {
    const logs = await factsFrom(logsOf());
    const again = await factsFrom({ 'jobs.csv': jobsOf(redact(logs)) });
    const { usage, runs, costs, sweepOf } = figuresOf(logs);
    expect(figuresOf(again)).toMatchObject({ usage, runs, costs, sweepOf });
  });
});

it('the study has its 123 sweeps from jobs.csv alone, at the same sureness, and says why', async () => {
  const { sweeps, ledger } = await factsFrom({ 'jobs.csv': jobsOf(await factsFrom(filesBelow('lisa'))) });
  expect(sweeps).toHaveLength(123);
  expect(ledger.table.tracked.length).toBe(0);
  const rules = new Set(sweeps.flatMap(({ sweep }) => sweep.evidence.map(({ rule }) => rule)));
  expect([...rules].sort()).toEqual(['reported', 'values']);
});

it('stands in for logs that are gone', async () => {
  const all = filesBelow('lisa');
  const logs = await factsFrom(all);
  const { 'lisa/sacct-2018-01.txt.gz': _, 'lisa/sacct-2018-05.txt.gz': __, ...left } = all;
  const both = await factsFrom({ ...left, 'jobs.csv': jobsOf(logs) });
  expect(both.usage).toEqual(logs.usage);
  expect(both.costs).toEqual(logs.costs);
  expect(both.ledger.runs).toBe(logs.ledger.runs);
});

it('warns where a report without names lies beside its logs', async () => {
  const logs = await factsFrom(filesBelow('lisa'));
  const both = await factsFrom({ ...filesBelow('lisa'), 'jobs.csv': jobsOf(redact(logs)) });
  expect(both.diagnostics.find(({ rule }) => rule === 'reported-twice')?.count).toBe(logs.ledger.count);
});

describe('a row', () => {
  const [header = '', row = ''] = jobsOf(factsOf([{ gpus: 2, gpuTypes: 'm40=2', name: '=lr0.1' }])).split('\n');
  const columns = header.split(',');
  const withCell = (column: string, cell: string): string => row.split(',').with(columns.indexOf(column), cell).join();

  it('is set aside with the name of the column that is odd', async () => {
    const odd = [
      ['state', 'done'],
      ['submitted_utc', '01.03.2018 10:00'],
      ['wall_seconds', ''],
      ['wall_seconds', '-5'],
      ['gpus', 'two'],
      ['job_id', ''],
      ['params_json', '{lr'],
      ['params_json', '[1]'],
    ] as const;
    const rows = odd.map(([column, cell]) => withCell(column, cell));
    const { rejects, usage } = await factsFrom({ 'jobs.csv': [header, row, ...rows, 'cut,off', ''].join('\n') });
    expect(usage.attempts).toBe(1);
    expect(rejects.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(rejects.map(({ reason }) => reason.split(' ')[0])).toEqual([...odd.map(([column]) => column), 'a']);
  });

  it('is read without the columns that came later, and with others after them', async () => {
    const older = [header, row].map((line) => line.split(',').slice(0, 22).join()).join('\n');
    const facts = await factsFrom({ 'jobs.csv': older });
    expect(rulesIn(facts)).toContain('jobs-csv-older');
    expect(facts.usage).toMatchObject({ attempts: 1, gpuHours: 2, cpuHours: 0 });
    expect([...facts.usage.gpuHoursByModel.keys()]).toEqual(['M40']);
    const newer = await factsFrom({ 'jobs.csv': `${header},note\n${row},mine\n` });
    expect(newer.usage).toMatchObject({ attempts: 1, gpuHours: 2, cpuHours: 2 });
    expect(rulesIn(newer)).not.toContain('jobs-csv-older');
  });

  it('is read as a spreadsheet saves it: semicolons, byte order mark, other line ends', async () => {
    const saved = `\uFEFF${[header, row].map((line) => line.replaceAll(',', ';')).join('\r\n')}\r\n`;
    expect((await factsFrom({ 'jobs.csv': saved })).usage).toMatchObject({ attempts: 1, gpuHours: 2, cpuHours: 2 });
  });
});

it('GPUs are known by the names that reports print', () => {
  for (const { name } of GPU_MODELS) expect(findGpu(name)?.name).toBe(name);
});

const time = fc.oneof(
  fc.constant(Number.NaN),
  fc.nat({ max: DAY }).map((seconds) => T0 + seconds),
  fc.nat({ max: DAY * 1000 }).map((milliseconds) => T0 + milliseconds / 1000),
);

const sketch: fc.Arbitrary<JobSketch> = fc
  .record({
    ids: fc.constantFrom<JobSketch>(
      {},
      { jobId: '70' },
      { jobId: '71+0' },
      { jobId: '71+1', jobIdRaw: '72' },
      { arrayJobId: 80, arrayTask: 3 },
      { jobId: '82', jobIdRaw: '83' },
    ),
    cluster: fc.constantFrom('selenite', '', 'basalt'),
    name: fc.oneof(
      fc.constantFrom('lisa_lr0.1', 'lisa_lr0.2', 'eval_h2_lr1e-3', "'=cmd()", "''x", '=cmd()', 'a, "b"\nc', ''),
      fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\0\uFEFF]/g, '')),
    ),
    user: fc.constantFrom('ines', '@tom', ''),
    state: fc.constantFrom(...JOB_STATES),
    submit: time,
    start: time,
    elapsed: fc.oneof(
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 1_000_000 }).map((thirds) => thirds / 3),
      fc.constant(0),
    ),
    cpus: fc.constantFrom(Number.NaN, 0, 4),
    memoryGb: fc.constantFrom(Number.NaN, 0, 16, 0.1, 7 / 3),
    energyJoules: fc.constantFrom(Number.NaN, 0, 1_234_567.25, 3e8),
    gpuEnergyJoules: fc.constantFrom(Number.NaN, 1e6 / 3),
    gpuUtilisation: fc.constantFrom(Number.NaN, 0.54, 1 / 3),
    held: fc.constantFrom<Pick<JobSketch, 'gpus' | 'gpuTypes'>>(
      { gpus: Number.NaN, gpuTypes: '' },
      { gpus: 0, gpuTypes: '' },
      { gpus: 2, gpuTypes: '' },
      { gpus: 4, gpuTypes: 'm40=1,titanx=2' },
      { gpus: 3 / 7, gpuTypes: `a100_3g.20gb=${3 / 7}` },
      { gpus: 1, gpuTypes: 'a100=2' },
      { gpus: Number.NaN, gpuTypes: 'shard=?' },
      { gpus: 1, gpuTypes: 'widget9=1' },
    ),
  })
  .map(({ held, ids, ...rest }) => ({ ...rest, ...ids, ...held }))
  // Of an attempt that did not run and was never submitted the file has the whole second alone.
  .map((job) => (job.elapsed === 0 && Number.isNaN(job.submit) ? { ...job, start: Math.floor(job.start) } : job))
  // Slurm always says when the part of a resized job was submitted.
  .map((job) => (Number.isNaN(job.submit) && job.state === 'resized' ? { ...job, state: 'completed' as const } : job));

it('any ledger reads back to the same figures, and is written the same again', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(sketch, { minLength: 1, maxLength: 25 }), async (sketches) => {
      const facts = factsOf(sketches);
      const csv = jobsOf(facts);
      const again = await factsFrom({ 'jobs.csv': csv });
      expect(jobsOf(again)).toBe(csv);
      expect(figuresOf(again)).toEqual(figuresOf(facts));
    }),
    { seed: 2018, numRuns: 300 },
  );
});
