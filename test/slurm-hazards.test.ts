import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../src/model/facts.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type ReadOptions, rulesIn } from './support/read-logs.ts';
import { sacctJson } from './support/sacct-json.ts';

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
/** A dump with further columns after the others: each row is one of {@link row} and the cells of those. */
const wider = (columns: string, ...rows: readonly (readonly [string, string])[]): string =>
  `${[`${COLUMNS}|${columns}`, ...rows.map(([cells, more]) => `${cells}|${more}`)].join('\n')}\n`;
const messageOf = (facts: ProjectFacts, rule: string): string =>
  facts.diagnostics.find((each) => each.rule === rule)?.message ?? '';
const step = (id: string, name: string): string => row({ id, name, user: '', submit: '10:00:05' });

describe('hazard 1: steps counted as jobs', () => {
  it.each(['batch', 'extern', 'interactive', '0', '0+1', 'TBD'])('.%s is a step, whatever it holds', async (kind) => {
    const facts = await read(dump(row({ id: '84' }), step(`84.${kind}`, kind), row({ id: '85' })));
    expect(gpuSecondsIn(facts)).toBe(20);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 3, attempts: 2, steps: 1 });
  });

  it('and is one where its id does not stand first', async () => {
    const lines = ['JobName|JobID|Submit|ElapsedRaw|AllocTRES', `a|84|1709287200|10|${GPU}`];
    const facts = await read(`${[...lines, `batch|84.batch|1709287200|10|${GPU}`].join('\n')}\n`);
    expect(gpuSecondsIn(facts)).toBe(10);
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
  // And where no raw ids tell them apart: one GPU and two GPUs for 10 s.
  const lines = ['JobID|Submit|ElapsedRaw|AllocTRES', `125+0|1709287200|10|${GPU}`, `125+1|1709287200|10|${two}`];
  expect(gpuSecondsIn(await read(`${lines.join('\n')}\n`))).toBe(30);
});

describe('hazard 4: requeues', () => {
  const first = row({ id: '84', state: 'REQUEUED' });
  const second = row({ id: '84', submit: '10:00:15', start: '10:02:00', end: '10:02:07', elapsed: 7 });

  it('each attempt of a requeued job counts; the job id does not tell them apart', async () => {
    const facts = await read(dump(first, second));
    expect(gpuSecondsIn(facts)).toBe(17);
    expect(facts.ledger).toMatchObject({ count: 2, runs: 1 });
  });

  it('without -D only the last is printed: Restarts tells that one is hidden', async () => {
    const facts = await read(wider('Restarts', [second, '1']));
    expect(facts.diagnostics.find(({ rule }) => rule === 'attempts-hidden')).toMatchObject({ count: 1 });
    expect(rulesIn(await read(wider('Restarts', [first, '0'], [second, '1'])))).not.toContain('attempts-hidden');
  });
});

it('hazard 5: up to 21.08 a job of srun alone is one line that holds the figures of its step, and is whole', async () => {
  // The delimiter in the name makes the row be read by the form of its columns: sizes and counts may stand in a job's row.
  const cells = row({ id: '84', name: 'a|b' });
  const facts = await read(wider('MaxRSS|NTasks|AveCPU|ConsumedEnergyRaw', [cells, '4194300K|1|00:00:07|3000']));
  expect(attemptsIn(facts)).toMatchObject([{ name: 'a|b', wall: 10, gpus: 1 }]);
  expect(facts.ledger.reconciliation).toMatchObject({ records: 1, attempts: 1, steps: 0, rejected: 0 });
  expect(facts.ledger.table.energyJoules.at(0)).toBe(3000);
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
  for (const [one, other] of [
    ['march', 'april'],
    ['april', 'march'],
  ] as const) {
    const facts = await factsFrom({ [`${one}.txt`]: dump(running), [`${other}.txt`]: dump(row({ id: '84' })) });
    expect(attemptsIn(facts)).toMatchObject([{ state: 'completed', wall: 10 }]);
    expect(facts.ledger.reconciliation).toMatchObject({ attempts: 1, duplicates: 1 });
  }
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

it('hazard 11: a job that the cluster lost runs on in the accounting: it is counted up to its limit', async () => {
  // 30 days printed, a limit of one day: 86,400 s on one GPU; 29 × 24 = 696 hours are taken off.
  const lost = row({ id: '84', state: 'RUNNING', end: 'Unknown', elapsed: 30 * 86_400 });
  const facts = await read(wider('Timelimit', [lost, '1-00:00:00'], [row({ id: '85' }), '1-00:00:00']));
  expect(gpuSecondsIn(facts)).toBe(86_400 + 10);
  expect(messageOf(facts, 'runaway-cut')).toContain('696 hours (696 GPU-hours) are taken off');
});

it('hazard 12: durations are what Slurm counted, not the difference of local times', async () => {
  // From FORMATS: the change to summer time in America lies between; 28:14:49 on the clocks, 98,089 s in truth.
  const times = { submit: '2024-03-09T22:11:04', start: '2024-03-09T23:40:12', end: '2024-03-11T03:55:01' };
  const facts = await read(dump(row({ id: '84', ...times, elapsed: 98_089 })), { zone: 'America/New_York' });
  expect(attemptsIn(facts)).toMatchObject([{ wall: 98_089 }]);
  expect(facts.project.end - facts.project.start).toBe(98_089);
  // Nor where the zone is not known: the clocks are 101,689 s apart.
  const unzoned = await read(dump(row({ id: '84', ...times, elapsed: 98_089 })));
  expect(attemptsIn(unzoned)).toMatchObject([{ wall: 98_089 }]);
});

describe('hazard 13: a job cancelled before it started held nothing, whatever it names', () => {
  it.each([
    ['Start None', 'None'],
    ['Start Unknown', 'Unknown'],
    ['Start and End alike', '10:00:15'],
  ])('%s', async (_, start) => {
    const never = row({ id: '84', state: 'CANCELLED by 1001', start, elapsed: 0, cpus: 16, tres: '' });
    const asked = 'sbatch --gres=gpu:4 t.sh';
    const facts = await read(wider('SubmitLine', [never, asked], [row({ id: '85' }), asked]));
    expect(facts.usage).toMatchObject({ attempts: 2, attemptsThatRan: 1, cpuHours: (2 * 10) / 3600 });
    expect(attemptsIn(facts)[0]).toMatchObject({ state: 'cancelled', wall: 0, gpus: Number.NaN });
    expect(rulesIn(facts)).not.toContain('slurm-gpus-asked');
    expect(rulesIn(facts)).not.toContain('gpus-unknown');
  });

  it('nor without an Elapsed column', async () => {
    const lines = ['JobID|State|Submit|Start|End|AllocTRES', `84|CANCELLED|1709287200|None|1709287800|${GPU}`];
    expect(attemptsIn(await read(`${lines.join('\n')}\n`))).toMatchObject([{ state: 'cancelled', wall: 0 }]);
  });
});

it('hazard 14: suspension is not in the elapsed time and is not subtracted again', async () => {
  // 11 s by the clock, 9 of them suspended: 2 s count. The 4 GPUs of the other were held for 7,200 s more, 8 GPU-hours.
  const four = GPU.replaceAll('=1', '=4');
  const other = row({ id: '85', start: '10:00:00', end: '13:00:00', elapsed: 3600, tres: four });
  const facts = await read(dump(row({ id: '84', start: '10:00:04', end: '10:00:15', elapsed: 2 }), other));
  expect(gpuSecondsIn(facts)).toBe(2 + 4 * 3600);
  expect(messageOf(facts, 'suspended')).toContain('for 8 GPU-hours more');
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

describe('hazard 16: parts of GPUs', () => {
  it.each([
    // Shares of the seven compute slices of a GPU: NVIDIA's guide to MIG.
    ['a MIG slice', 'gres/gpu:1g.10gb=1,gres/gpu=1', 1 / 7, 'gpu-slices'],
    ['two larger ones', 'gres/gpu:a100_3g.20gb=2,gres/gpu=2', 6 / 7, 'gpu-slices'],
    ['half a GPU by MPS', 'gres/mps=50', 1 / 2, 'gpu-share-assumed'],
    ['a shard, of how many no log tells', 'gres/shard=1', Number.NaN, 'gpu-share-unknown'],
  ])('%s', async (_, tres, gpus, rule) => {
    const facts = await read(dump(row({ id: '84', tres: `cpu=2,${tres},node=1` })));
    expect(attemptsIn(facts)).toMatchObject([{ gpus }]);
    expect(rulesIn(facts)).toContain(rule);
  });
});

describe('hazard 17: whole nodes', () => {
  const tres = 'billing=16,cpu=16,gres/gpu:m40=4,gres/gpu=4,mem=64G,node=1';
  const without = 'billing=16,cpu=16,mem=64G,node=2';

  it('taken without asking for GPUs hold those that Slurm allocated', async () => {
    expect(gpuSecondsIn(await read(wider('ReqTRES', [row({ id: '84', tres }), 'cpu=1,mem=1G,node=1'])))).toBe(40);
  });

  it('without GPUs in a partition that has some let them stand idle, and it is said: 2 nodes for 2 hours', async () => {
    const long = { start: '10:00:00', end: '12:00:00', elapsed: 7200, tres: without };
    const idle = async (command: string, partition = 'gpu'): Promise<string> => {
      const other = [row({ id: '85', tres }), 'gpu|m01|sbatch -p gpu --gres=gpu:4 t.sh'] as const;
      const rows = [[row({ id: '84', ...long }), `${partition}|m[02-03]|${command}`] as const, other];
      const facts = await read(wider('Partition|NodeList|SubmitLine', ...rows));
      expect(gpuSecondsIn(facts)).toBe(40);
      return messageOf(facts, 'gpus-idle');
    };
    expect(await idle('sbatch -p gpu -N 2 --exclusive t.sh')).toContain('4 node-hours');
    expect(await idle('sbatch -p cpu -N 2 --exclusive t.sh', 'cpu')).toBe('');
    expect(await idle('sbatch -p gpu --parsable t.sh --exclusive')).toBe('');
    expect(await idle('sbatch -p gpu --exclusive=user t.sh')).toBe('');
  });
});

describe('hazard 18: sessions and jobs without GPUs', () => {
  it('are counted as attempts, and never as GPU time or a sweep of sessions', async () => {
    const session = (id: string): string => row({ id, name: 'interactive', tres: 'cpu=2,mem=8G,node=1' });
    const facts = await read(dump(...['84', '85', '86', '87', '88'].map(session)));
    expect(facts).toMatchObject({ usage: { attempts: 5, gpuHours: 0 }, sweeps: [] });
  });

  it('with GPUs count as what they held, and it is said how much that was: 2 GPU-hours', async () => {
    const long = { start: '10:00:00', end: '11:00:00', elapsed: 3600 };
    const names = ['sys/dashboard/sys/jupyter', 'bash', 'train-interactive-2'];
    const facts = await read(dump(...names.map((name, at) => row({ id: `${84 + at}`, name, ...long }))));
    expect(gpuSecondsIn(facts)).toBe(3 * 3600);
    const said = facts.diagnostics.find(({ rule }) => rule === 'interactive-sessions');
    expect(said).toMatchObject({ severity: 'info', count: 2, message: expect.stringContaining('2 GPU-hours') });
  });
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

  it('GPUs by type not at all where more types may have been cut off: 2 of 4 would be wrong', async () => {
    const facts = await read(fixed(line('84', 'train', 'COMPLETED', start, end, '10', 'gres/gpu:a100=2,gre+')));
    expect(attemptsIn(facts)).toMatchObject([{ gpus: Number.NaN }]);
    expect(rulesIn(facts)).toContain('gpus-unknown');
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
    ['a quote before letters beyond ASCII', '"é'],
    ['blanks around', '  padded  '],
    ['a formula', '=1+1'],
    ['letters beyond ASCII', 'naïve-模型-🙂'],
  ])('%s stays in the name and costs no row', async (_, name) => {
    const facts = await read(dump(row({ id: '83' }), row({ id: '84', name }), row({ id: '85' })));
    expect(attemptsIn(facts).map((attempt) => attempt.name)).toEqual(['train', name, 'train']);
    expect(gpuSecondsIn(facts)).toBe(30);
  });
});

describe('hazard 21: what an export leaves out', () => {
  it('steps (-X): nothing of the totals', async () => {
    const [withSteps, alone] = [dump(row({ id: '84' }), step('84.batch', 'batch')), dump(row({ id: '84' }))];
    expect(gpuSecondsIn(await read(alone))).toBe(gpuSecondsIn(await read(withSteps)));
  });

  it('steps (-X): the measured energy of batch scripts, which is said where energy is measured', async () => {
    const [srun, batch] = [[row({ id: '84' }), '3000'] as const, [row({ id: '85' }), '0'] as const];
    const facts = await read(wider('ConsumedEnergyRaw', srun, batch));
    expect(facts.diagnostics.find(({ rule }) => rule === 'slurm-no-steps')).toMatchObject({ count: 1 });
    const withSteps = wider('ConsumedEnergyRaw', srun, batch, [step('85.batch', 'batch'), '3000']);
    expect(rulesIn(await read(withSteps))).not.toContain('slurm-no-steps');
    expect(rulesIn(await read(wider('ConsumedEnergyRaw', batch)))).not.toContain('slurm-no-steps');
  });

  it('days and users: the report says from when to when and whose jobs it counted', async () => {
    const early = row({ id: '84' });
    const late = row({ id: '85', user: 'omar', start: '2024-03-31T23:00:00', end: '2024-03-31T23:00:10' });
    const facts = await factsFrom({ 'a.txt': dump(early), 'b.txt': dump(late) });
    const [start, end] = [Date.UTC(2024, 2, 1, 10, 0, 5) / 1000, Date.UTC(2024, 2, 31, 23, 0, 10) / 1000];
    expect(facts.project).toMatchObject({ start, end });
    expect(facts.byUser.map(({ key }) => key).sort()).toEqual(['ines', 'omar']);
    expect(facts.inputs.map(({ records }) => records)).toEqual([1, 1]);
  });
});

describe('hazard 22: measured energy', () => {
  // An A100 draws up to 400 W (its board power): 100 s at 300 W are 30,000 J.
  const long = { start: '10:00:00', end: '10:01:40', elapsed: 100 };
  const energy = (cell: string) => read(wider('ConsumedEnergyRaw', [row({ id: '84', ...long }), cell]));

  it.each(['0', '', '18446744073709551614', '18446744073709551615', '4294967294', '4294967295'])(
    '"%s" was not measured',
    async (cell) => {
      const facts = await energy(cell);
      expect(facts.ledger.table.energyJoules.at(0)).toBeNaN();
      expect(rulesIn(facts)).not.toContain('energy-measured');
    },
  );

  it.each([
    ['that the hardware can have drawn is believed', '30000', 'energy-measured'],
    ['of a meter that leaves GPUs out is not', '300', 'energy-too-low'],
    ['that no node draws is not', '30000000', 'energy-too-high'],
  ])('%s', async (_, cell, rule) => {
    const rules = rulesIn(await energy(cell));
    expect(rules.filter((each) => each.startsWith('energy-'))).toEqual([rule]);
  });
});

it('hazard 23: a user is what the log calls them, number or name; that a number may be a person with a name is said', async () => {
  const facts = await read(dump(row({ id: '84', user: '1300204' }), row({ id: '85', user: 'ines' })));
  expect(facts.byUser.map(({ key }) => key).sort()).toEqual(['1300204', 'ines']);
  expect(facts.diagnostics.find(({ rule }) => rule === 'user-numeric')).toMatchObject({ severity: 'info', count: 1 });
  expect(rulesIn(await read(dump(row({ id: '85', user: 'user2' }))))).not.toContain('user-numeric');
});

describe('hazard 24: federations and lists of partitions', () => {
  it('a revoked sibling ran for no time, on its own cluster or in a dump that names none', async () => {
    const sibling = row({ id: '67108948', state: 'REVOKED', elapsed: 0, start: 'Unknown', tres: '' });
    const ran = row({ id: '67108948' });
    const facts = await read(wider('Cluster', [sibling, 'one'], [ran, 'two']));
    expect(gpuSecondsIn(facts)).toBe(10);
    expect(
      attemptsIn(facts)
        .map(({ state, wall }) => `${state} ${wall}`)
        .sort(),
    ).toEqual(['cancelled 0', 'completed 10']);
    expect(attemptsIn(await read(dump(sibling, ran)))).toMatchObject([{ state: 'completed', wall: 10, gpus: 1 }]);
  });

  it('a pending job names all partitions that it may go to: that moves no other cell', async () => {
    const pending = row({ id: '84', state: 'PENDING', start: 'Unknown', end: 'Unknown', elapsed: 0, tres: '' });
    const text = wider('Partition', [pending, 'gpu,long'], [row({ id: '85' }), 'gpu']);
    for (const each of [text, text.replaceAll('|', ',')]) {
      const facts = await read(each);
      expect(gpuSecondsIn(facts)).toBe(10);
      expect(attemptsIn(facts)).toMatchObject([{ state: 'pending' }, { state: 'completed' }]);
    }
  });
});

describe('hazard 25: one job in several forms is one attempt', () => {
  const task = { job_id: 84, task_id: { set: true, infinite: false, number: 3 }, task: '' };
  const json = (cluster: string): string => sacctJson({ job_id: 90, array: task, cluster });
  const jobcomp =
    'JobId=90 UserId=ines(1001) GroupId=nlp(500) Name=train JobState=COMPLETED Partition=gpu TimeLimit=10 StartTime=2024-03-01T10:00:05 EndTime=2024-03-01T10:00:15 NodeList=n1 NodeCnt=1 ProcCnt=2 WorkDir=/home/i ReservationName= Tres=cpu=2,mem=8G,node=1,billing=2,gres/gpu=1 Account=nlp QOS=normal WcKey= Cluster=lisa SubmitTime=2024-03-01T10:00:00 EligibleTime=2024-03-01T10:00:00 ArrayJobId=84 ArrayTaskId=3 DerivedExitCode=0:0 ExitCode=0:0 \n';
  const text = dump(row({ id: '84_3', raw: '90' }));

  it('in text without a cluster, JSON and the log of completions', async () => {
    const facts = await factsFrom({ 'sacct.txt': text, 'sacct.json': json('lisa'), 'jobcomp.log': jobcomp });
    expect(attemptsIn(facts)).toMatchObject([{ id: '84_3', raw: '90', wall: 10, gpus: 1 }]);
    expect(facts.ledger.reconciliation).toMatchObject({ records: 3, attempts: 1, duplicates: 2 });
  });

  it('but not of another cluster; where two are named, text without one may be either, which is said', async () => {
    const two = await factsFrom({ 'sacct.json': json('emma'), 'jobcomp.log': jobcomp });
    expect(gpuSecondsIn(two)).toBe(20);
    const three = await factsFrom({ 'sacct.txt': text, 'sacct.json': json('emma'), 'jobcomp.log': jobcomp });
    expect(rulesIn(three)).toContain('cluster-unnamed');
  });
});

describe('without Elapsed, in the night in which the clock is put back', () => {
  const SPAN = 'JobID|State|Submit|Start|End|AllocTRES';
  const night = (start: string, end: string): string =>
    [
      SPAN,
      `84|COMPLETED|2024-10-26T20:00:00|${start}|${end}|${GPU}`,
      `85|PENDING|2024-10-26T20:00:00|Unknown|Unknown|\n`,
    ].join('\n');
  const berlin = (start: string, end: string): Promise<ProjectFacts> =>
    read(night(start, end), { zone: 'Europe/Berlin' });

  it('the zone tells how long it was', async () => {
    expect(gpuSecondsIn(await berlin('2024-10-26T22:00:00', '2024-10-27T10:00:00'))).toBe(13 * 3600);
  });

  it('an end before its start is in the second of the two hours', async () => {
    expect(gpuSecondsIn(await berlin('2024-10-27T02:50:00', '2024-10-27T02:10:00'))).toBe(20 * 60);
    expect(gpuSecondsIn(await berlin('2024-10-27T02:10:00', '2024-10-27T02:50:00'))).toBe(40 * 60);
  });

  it('where the zone does not explain it, the row is set aside with the remedy', async () => {
    const facts = await read(night('2024-10-27T02:50:00', '2024-10-27T02:10:00'));
    expect(facts.rejects).toMatchObject([{ rule: 'slurm-end-first', reason: expect.stringContaining('--timezone') }]);
    const other = await berlin('2024-10-28T02:50:00', '2024-10-28T02:10:00');
    expect(other.rejects).toMatchObject([{ rule: 'slurm-end-first' }]);
    const epochs = await berlin('1729990200', '1729987800');
    expect(epochs.rejects).toMatchObject([{ rule: 'slurm-end-first' }]);
  });
});
