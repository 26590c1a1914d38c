import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../src/model/facts.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type ReadOptions, rulesIn } from './support/read-logs.ts';

// The hazards of Slurm accounting, each with a dump that has it, as sacct prints it. What is expected is what the jobs held, not what the rows add up to.

const COLUMNS = 'JobID|JobIDRaw|JobName|User|State|Submit|Start|End|ElapsedRaw|AllocCPUS|AllocTRES';
const GPU = 'billing=2,cpu=2,gres/gpu:a100=1,gres/gpu=1,mem=8G,node=1';

interface Row {
  readonly id: string;
  readonly raw?: string;
  readonly name?: string;
  readonly user?: string;
  readonly state?: string;
  /** Clock times of 2024-03-01. */
  readonly submit?: string;
  readonly start?: string;
  readonly end?: string;
  readonly elapsed?: number;
  readonly cpus?: number;
  readonly tres?: string;
}

const stamp = (clock: string): string => (/^\d\d:\d\d:\d\d$/.test(clock) ? `2024-03-01T${clock}` : clock);

/** A job that ran for ten seconds on one GPU, unless said otherwise. */
function row({ id, raw = id, name = 'train', user = 'ines', state = 'COMPLETED', ...rest }: Row): string {
  const { submit = '10:00:00', start = '10:00:05', end = '10:00:15', elapsed = 10, cpus = 2, tres = GPU } = rest;
  return [id, raw, name, user, state, stamp(submit), stamp(start), stamp(end), elapsed, cpus, tres].join('|');
}
const dump = (...rows: readonly string[]): string => `${[COLUMNS, ...rows].join('\n')}\n`;
const read = (text: string, options?: ReadOptions): Promise<ProjectFacts> => factsFrom({ 'sacct.txt': text }, options);
const step = (id: string, name: string): string => row({ id, name, user: '', submit: '10:00:05' });

describe('hazard 1: steps counted as jobs', () => {
  it.each(['batch', 'extern', 'interactive', '0', '0+1', 'TBD'])('.%s is a step, whatever it holds', async (kind) => {
    const facts = await read(dump(row({ id: '84' }), step(`84.${kind}`, kind), row({ id: '85' })));
    expect(gpuSecondsIn(facts)).toBe(20);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 3, attempts: 2, steps: 1 });
  });
});

it('hazard 2: what is left of an array that never started is one record and no GPU time', async () => {
  const rest = row({ id: '88_[7-20%2]', raw: '88', state: 'PENDING', start: 'Unknown', end: 'Unknown', elapsed: 0 });
  const facts = await read(dump(row({ id: '88_1', raw: '90' }), rest));
  expect(gpuSecondsIn(facts)).toBe(10);
  expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, arrayRemainders: 1 });
});

it('hazard 3: components of a heterogeneous job are allocations of their own, side by side', async () => {
  const two = GPU.replaceAll('=1', '=2');
  const facts = await read(dump(row({ id: '125+0', raw: '125' }), row({ id: '125+1', raw: '126', tres: two })));
  expect(gpuSecondsIn(facts)).toBe(30);
  expect(facts.ledger.runs).toBe(1);
});

it('hazard 4: each attempt of a requeued job counts; the job id does not tell them apart', async () => {
  const first = row({ id: '84', state: 'REQUEUED' });
  const second = row({ id: '84', submit: '10:00:15', start: '10:02:00', end: '10:02:07', elapsed: 7 });
  const facts = await read(dump(first, second));
  expect(gpuSecondsIn(facts)).toBe(17);
  expect(facts.ledger).toMatchObject({ count: 2, runs: 1 });
});

it('hazard 5: a job without step rows is whole', async () => {
  const facts = await read(dump(row({ id: '84' })));
  expect(facts.ledger.reconciliation).toMatchObject({ records: 1, attempts: 1, steps: 0 });
});

describe('hazard 6: a resized job has a record for each size', () => {
  const eight = GPU.replaceAll('=1', '=8');
  const four = GPU.replaceAll('=1', '=4');
  const before = row({ id: '130', state: 'RESIZING', start: '10:00:00', end: '10:00:04', elapsed: 4, tres: eight });

  it('that follow each other (24.11 and later): their sum', async () => {
    const after = row({ id: '130', submit: '10:00:04', start: '10:00:04', end: '10:00:09', elapsed: 5, tres: four });
    expect(gpuSecondsIn(await read(dump(before, after)))).toBe(52);
  });

  it('that overlap, since the second has the start of the first (up to 22.05): cut at the resize', async () => {
    const after = row({ id: '130', submit: '10:00:04', start: '10:00:00', end: '10:00:09', elapsed: 9, tres: four });
    const facts = await read(dump(before, after));
    expect(gpuSecondsIn(facts)).toBe(52);
    expect(rulesIn(facts)).toContain('slurm-resized');
  });
});

it('hazard 7: an id that comes again years later is another job', async () => {
  const later = row({
    id: '84',
    submit: '2027-03-01T10:00:00',
    start: '2027-03-01T10:00:05',
    end: '2027-03-01T10:00:15',
  });
  expect((await read(dump(row({ id: '84' }), later))).ledger).toMatchObject({ count: 2, runs: 2 });
});

it('hazard 8: of two dumps that hold one job, running in one and completed in the next, the last word counts', async () => {
  const running = row({ id: '84', state: 'RUNNING', end: 'Unknown', elapsed: 4 });
  const facts = await factsFrom({ 'march.txt': dump(running), 'april.txt': dump(row({ id: '84' })) });
  expect(attemptsIn(facts)).toMatchObject([{ state: 'completed', wall: 10 }]);
  expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, duplicates: 1 });
});

it('hazard 9: pieces of a job that -T cut at the border of its window add up', async () => {
  const before = row({ id: '84', start: '23:59:50', end: '2024-03-02T00:00:00', elapsed: 10 });
  const after = row({ id: '84', start: '2024-03-02T00:00:00', end: '2024-03-02T00:00:07', elapsed: 7 });
  const facts = await factsFrom({ 'a.txt': dump(before), 'b.txt': dump(after) });
  expect(attemptsIn(facts)).toMatchObject([{ wall: 17 }]);
});

it('hazard 10: a job that runs counts up to the dump and is labelled', async () => {
  const facts = await read(dump(row({ id: '84', state: 'RUNNING', end: 'Unknown', elapsed: 4 })));
  expect(attemptsIn(facts)).toMatchObject([{ state: 'running', wall: 4 }]);
  expect(rulesIn(facts)).toContain('still-running');
});

it('hazard 12: durations are what Slurm counted, not the difference of local times', async () => {
  // From FORMATS: the change to summer time in America lies between; 28:14:49 on the clocks, 98,089 s in truth.
  const times = { submit: '2024-03-09T22:11:04', start: '2024-03-09T23:40:12', end: '2024-03-11T03:55:01' };
  const facts = await read(dump(row({ id: '84', ...times, elapsed: 98_089 })), { zone: 'America/New_York' });
  expect(attemptsIn(facts)).toMatchObject([{ wall: 98_089 }]);
  expect(facts.project.end - facts.project.start).toBe(98_089);
});

it('hazard 13: a job cancelled before it started held nothing, whatever CPUs it names', async () => {
  const never = row({ id: '84', state: 'CANCELLED by 1001', start: 'None', elapsed: 0, cpus: 16, tres: '' });
  const facts = await read(dump(never, row({ id: '85' })));
  expect(facts.usage).toMatchObject({ cpuHours: (2 * 10) / 3600 });
  expect(attemptsIn(facts)[0]).toMatchObject({ state: 'cancelled', wall: 0 });
});

it('hazard 14: suspension is not in the elapsed time and is not subtracted again', async () => {
  const facts = await read(dump(row({ id: '84', start: '10:00:04', end: '10:00:15', elapsed: 2 })));
  expect(gpuSecondsIn(facts)).toBe(2);
});

describe('hazard 15: GPUs listed by type and in all are the same GPUs', () => {
  it.each([
    ['gres/gpu:a100=2,gres/gpu=2', 2],
    ['gres/gpu=4,gres/gpu:a100=1,gres/gpu:v100=3', 4],
    ['gres/gpu:a100=2', 2],
    ['gres/gpu=8,gres/gpu:a100=2', 8],
    ['gres/gpu=0', 0],
  ])('%s are %i', async (tres, gpus) => {
    expect(attemptsIn(await read(dump(row({ id: '84', tres: `cpu=2,${tres},node=1` }))))).toMatchObject([{ gpus }]);
  });
});

it('hazard 17: a whole node taken without asking for GPUs holds those that Slurm allocated', async () => {
  const tres = 'billing=16,cpu=16,gres/gpu:m40=4,gres/gpu=4,mem=64G,node=1';
  expect(gpuSecondsIn(await read(dump(row({ id: '84', tres }))))).toBe(40);
});

it('hazard 18: jobs without GPUs are counted as attempts, and never as GPU time or a sweep of sessions', async () => {
  const session = (id: string): string => row({ id, name: 'interactive', tres: 'cpu=2,mem=8G,node=1' });
  const facts = await read(dump(...['84', '85', '86', '87', '88'].map(session)));
  expect(facts).toMatchObject({ usage: { attempts: 5, gpuHours: 0 }, sweeps: [] });
});

describe('hazard 19: columns of fixed width cut what does not fit', () => {
  const line = (...cells: readonly [string, string, string, string, string, string, string]): string => {
    const [id, name, state, start, end, elapsed, tres] = cells;
    return `${id.padEnd(12)} ${name.padStart(10)} ${state.padStart(10)} ${start.padStart(19)} ${end.padStart(19)} ${elapsed.padStart(10)} ${tres.padStart(20)} `;
  };
  const header = line('JobID', 'JobName', 'State', 'Start', 'End', 'ElapsedRaw', 'AllocTRES');
  const dashes = [12, 10, 10, 19, 19, 10, 20].map((width) => '-'.repeat(width)).join(' ');
  const [start, end] = ['2024-03-01T10:00:05', '2024-03-01T10:00:15'];
  const fixed = (...lines: readonly string[]): string => `${[header, `${dashes} `, ...lines].join('\n')}\n`;

  it('a state by its beginning, a name as far as it goes, GPUs not at all', async () => {
    const facts = await read(fixed(line('84', 'lisa_lr0.+', 'OUT_OF_ME+', start, end, '10', 'billing=1,cpu=1,gre+')));
    expect(attemptsIn(facts)).toMatchObject([{ state: 'out-of-memory', wall: 10, gpus: Number.NaN }]);
    expect(rulesIn(facts)).toEqual(expect.arrayContaining(['slurm-cut-tres', 'slurm-cut-text']));
  });

  it('GPUs where their count is whole', async () => {
    const facts = await read(fixed(line('84', 'train', 'COMPLETED', start, end, '10', 'cpu=1,gres/gpu=2,me+')));
    expect(attemptsIn(facts)).toMatchObject([{ gpus: 2 }]);
  });

  it('an id: a step is still known by its dot, a job is set aside with the remedy', async () => {
    const cut = line('46630292.ba+', 'batch', 'COMPLETED', start, end, '10', 'cpu=1');
    const lost = line('4663029212_+', 'train', 'COMPLETED', start, end, '10', 'cpu=1');
    const facts = await read(fixed(line('84', 'train', 'COMPLETED', start, end, '10', 'cpu=1'), cut, lost));
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, steps: 1, rejected: 1 });
    expect(facts.rejects[0]?.reason).toContain('Export again with -P');
  });
});

describe('hazard 20: delimiters and newlines in names', () => {
  it.each([
    ['a pipe', 'a|b|c'],
    ['a newline', 'two\nlines'],
    ['a tab', 'a\tb'],
    ['a quote', '"quoted'],
    ['blanks around', '  padded  '],
    ['a formula', '=1+1'],
    ['letters beyond ASCII', 'naïve-模型-🙂'],
  ])('%s stays in the name and costs no row', async (_, name) => {
    const facts = await read(dump(row({ id: '83' }), row({ id: '84', name }), row({ id: '85' })));
    expect(attemptsIn(facts).map((attempt) => attempt.name)).toEqual(['train', name, 'train']);
    expect(gpuSecondsIn(facts)).toBe(30);
  });
});

it('hazard 21: a dump of allocations alone (-X) is complete', async () => {
  const [withSteps, alone] = [dump(row({ id: '84' }), step('84.batch', 'batch')), dump(row({ id: '84' }))];
  expect(gpuSecondsIn(await read(alone))).toBe(gpuSecondsIn(await read(withSteps)));
});

it('hazard 23: a user is what the log calls them, number or name', async () => {
  const facts = await read(dump(row({ id: '84', user: '1300204' }), row({ id: '85', user: 'ines' })));
  expect(facts.byUser.map(({ key }) => key).sort()).toEqual(['1300204', 'ines']);
});

it('hazard 24: revoked siblings of a federation ran for no time', async () => {
  const sibling = row({ id: '84', raw: '67108948', state: 'REVOKED', elapsed: 0, start: 'Unknown', tres: '' });
  const facts = await read(dump(sibling, row({ id: '85' })));
  expect(attemptsIn(facts)[0]).toMatchObject({ state: 'cancelled', wall: 0 });
});
