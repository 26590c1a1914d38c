import { describe, expect, it } from 'vitest';
import { AppError } from '../src/errors.ts';
import type { ProjectFacts } from '../src/model/facts.ts';
import { attemptsIn, factsFrom, gpuSecondsIn, type ReadOptions, rulesIn } from './support/read-logs.ts';
import { gpuTres, sacctJson, TIMES } from './support/sacct-json.ts';
import { slurmFixture } from './support/slurm-fixture.ts';

// What four real versions of Slurm printed that no manual says, by the numbers of the list of findings. Expected is what the jobs held by their own clocks.

const COLUMNS = 'JobID|JobIDRaw|JobName|State|ExitCode|Submit|Eligible|Start|End|ElapsedRaw|AllocCPUS|AllocTRES';
const GPU = 'billing=2,cpu=2,gres/gpu:a100=1,gres/gpu=1,mem=8G,node=1';

interface Row {
  readonly id: string;
  readonly raw?: string;
  readonly name?: string;
  readonly state?: string;
  readonly exit?: string;
  /** Clock times of 2024-03-01. */
  readonly submit?: string;
  readonly eligible?: string;
  readonly start?: string;
  readonly end?: string;
  readonly elapsed?: number;
  readonly cpus?: number;
  readonly tres?: string;
  /** Cells of further columns. */
  readonly more?: string;
}

const stamp = (clock: string): string => (/^\d\d:\d\d:\d\d$/.test(clock) ? `2024-03-01T${clock}` : clock);

/** A job that ran for ten seconds on one GPU, unless said otherwise. */
function row({ id, raw = id, name = 'train', state = 'COMPLETED', exit = '0:0', more, ...rest }: Row): string {
  const { submit = '10:00:00', start = '10:00:05', end = '10:00:15', elapsed = 10, cpus = 2, tres = GPU } = rest;
  const times = [submit, rest.eligible ?? submit, start, end].map(stamp);
  return [id, raw, name, state, exit, ...times, elapsed, cpus, tres, ...(more === undefined ? [] : [more])].join('|');
}
const dump = (rows: readonly Row[], more?: string): string =>
  `${[more === undefined ? COLUMNS : `${COLUMNS}|${more}`, ...rows.map(row)].join('\n')}\n`;
const read = (text: string, options?: ReadOptions): Promise<ProjectFacts> => factsFrom({ 'dump.txt': text }, options);

describe('finding 1: in JSON a requeued attempt is PENDING and REQUEUED, a part of a resized job PENDING and RESIZING', () => {
  it('what has an end and time behind it was held, whatever the words', async () => {
    const state = (...current: readonly string[]) => ({ state: { current, reason: 'None' } });
    const later = (job: number) => ({
      job_id: job,
      time: { ...TIMES, submission: TIMES.end, start: TIMES.end + 5, end: TIMES.end + 15 },
    });
    const facts = await read(
      sacctJson(
        { job_id: 84, ...state('PENDING', 'REQUEUED') },
        later(84),
        { job_id: 85, ...state('PENDING', 'RESIZING') },
        { job_id: 86, ...state('PENDING') },
      ),
    );
    const found = attemptsIn(facts).map(({ id, state: word }) => `${id} ${word}`);
    expect(found.sort()).toEqual(['84 completed', '84 requeued', '85 resized', '86 requeued']);
    expect(gpuSecondsIn(facts)).toBe(40);
    expect(facts.byState.find(({ key }) => key === 'pending')).toBeUndefined();
  });

  it('in the dump of 24.11: no GPU time is of pending jobs', async () => {
    const facts = await read(slurmFixture('24.11/sacct-json/sacct.json.gz'));
    const pending = facts.byState.find(({ key }) => key === 'pending');
    expect(pending?.gpuHours ?? 0).toBe(0);
    expect(facts.byState.filter(({ key }) => key === 'requeued' || key === 'resized').length).toBe(2);
  });
});

describe('finding 2: parts of a resized job overlap up to 22.05', () => {
  // The jobs' own clocks: 8 GPUs from :16 to :20, 4 from :20 to :25, which is 52 GPU-seconds.
  const held = (gpus: number, nodes: number): string => `billing=1,cpu=1,gres/gpu=${gpus},mem=1G,node=${nodes}`;
  const before: Row = {
    id: '130',
    state: 'RESIZING',
    submit: '10:00:15',
    start: '10:00:16',
    end: '10:00:20',
    elapsed: 4,
    tres: held(8, 2),
    more: 'n[01-02]',
  };
  const after: Row = {
    id: '130',
    submit: '10:00:20',
    start: '10:00:16',
    end: '10:00:25',
    elapsed: 9,
    tres: held(4, 1),
    more: 'n01',
  };

  it('22.05: the second is cut at its submission, the moment of the resize', async () => {
    expect(gpuSecondsIn(await read(dump([before, after], 'NodeList')))).toBe(52);
  });

  it('20.11: its AllocTRES is that from before, and counts by the nodes kept', async () => {
    const facts = await read(dump([before, { ...after, tres: held(8, 2) }], 'NodeList'));
    expect(gpuSecondsIn(facts)).toBe(52);
    expect(rulesIn(facts)).toContain('slurm-resized-gpus');
  });

  it('20.11 without nodes: that the GPUs may be those from before is said', async () => {
    const facts = await read(dump([before, { ...after, tres: held(8, 2) }].map(({ more: _, ...rest }) => rest)));
    expect(rulesIn(facts)).toContain('slurm-resized-unsure');
  });
});

describe('finding 3: the energy of a job is that of its srun steps, else of its batch step', () => {
  const energyOf = ({ ledger }: ProjectFacts): number => ledger.table.energyJoules.at(ledger.row[0] as number);
  const step = (id: string, joules: string): Row => ({ id, name: 'step', more: joules });

  it.each([
    ['blank for a plain batch job: that of .batch', [step('84', ''), step('84.batch', '1202')], 1202],
    ['the sum of the srun steps, to which .batch is not added', [step('84', '2161'), step('84.batch', '700')], 2161],
    ['and .extern is never taken', [step('84', '0'), step('84.extern', '9999')], Number.NaN],
  ])('text: %s', async (_, rows, joules) => {
    expect(energyOf(await read(dump(rows, 'ConsumedEnergyRaw')))).toBe(joules);
  });

  it.each([null, -2])('JSON: a count of %j is none; the steps say it', async (count) => {
    const consumed = { set: true, infinite: false, number: 1202 };
    const steps = [{ step: { id: '84.batch', name: 'batch' }, statistics: { energy: { consumed } } }];
    const allocated = [...gpuTres(1), { type: 'energy', name: '', id: 3, count }];
    expect(energyOf(await read(sacctJson({ tres: { allocated }, steps })))).toBe(1202);
    expect(energyOf(await read(sacctJson({ tres: { allocated } })))).toBeNaN();
  });

  it('SQL: 18446744073709551614 is none', async () => {
    const sql = slurmFixture('22.05/mysqldump/job_table.sql.gz');
    expect(sql).toContain('3=18446744073709551614');
    const { ledger } = await factsFrom({ 'slurm.sql': sql });
    for (const at of ledger.row) expect(ledger.table.energyJoules.at(at)).not.toBeGreaterThan(1e15);
  });
});

describe('finding 4: suspension', () => {
  // The job of the real cluster: 11 s by the clock, 9 of them suspended, Elapsed 2. Held is End − Start.
  const suspended: Row = { id: '84', start: '10:00:00', end: '13:00:00', elapsed: 3600 };

  it('is not in the totals, and the time for which GPUs were held is said beside them: 2 GPU-hours', async () => {
    const facts = await read(dump([suspended]));
    expect(gpuSecondsIn(facts)).toBe(3600);
    expect(facts.diagnostics.find(({ rule }) => rule === 'suspended')?.message).toContain('2 GPU-hours more');
  });

  it('-T counts it, and gives pending jobs a start and an end: the first is said, the second is no time', async () => {
    const clipped: Row = { ...suspended, state: 'SUSPENDED', elapsed: 10_800 };
    const pending: Row = { id: '85', state: 'PENDING', start: '13:00:00', end: '13:00:00', elapsed: 0, tres: '' };
    const facts = await read(dump([clipped, pending]));
    expect(rulesIn(facts)).toContain('slurm-cut-at-window');
    expect(attemptsIn(facts)[1]).toMatchObject({ state: 'pending', wall: 0 });
  });

  it('an export without -T that shows the job suspended is believed, in text and JSON, whichever is read first', async () => {
    const clipped = dump([{ ...suspended, state: 'SUSPENDED', elapsed: 10_800 }]);
    const open = dump([{ ...suspended, state: 'SUSPENDED', end: 'Unknown' }]);
    const start = Date.UTC(2024, 2, 1, 10) / 1000;
    const time = { ...TIMES, submission: start, start, end: 0, elapsed: 3600 };
    const json = sacctJson({ job_id: 84, time, state: { current: ['SUSPENDED'], reason: 'None' } });
    const wallIn = async (logs: Readonly<Record<string, string>>) => attemptsIn(await factsFrom(logs));
    for (const logs of [
      { 'a.txt': clipped, 'b.txt': open },
      { 'a.txt': open, 'b.txt': clipped },
      { 'a.txt': clipped, 'b.json': json },
    ]) {
      expect(await wallIn(logs)).toMatchObject([{ state: 'running', wall: 3600 }]);
    }
  });
});

it('finding 6: 20.11 names the type of a GPU only if the user did; the nodes tell it, and adding both would double it', async () => {
  const typed: Row = { id: '84', tres: 'cpu=1,gres/gpu:titanx=2,gres/gpu=2,node=1', more: 'titan01' };
  const untyped: Row = { id: '85', tres: 'cpu=1,gres/gpu=2,node=1', more: 'titan02' };
  const hardware = [{ nodes: 'titan[01-02]', gpu: 'titanx' }];
  const facts = await read(dump([typed, untyped], 'NodeList'), { settings: { hardware } });
  expect(gpuSecondsIn(facts)).toBe(40);
  expect([...facts.usage.gpuHoursByModel]).toEqual([[expect.stringMatching(/titan x/i), 40 / 3600]]);
});

it('finding 7: --exclusive without --gres on a node with GPUs holds all of them', async () => {
  const all = 'billing=16,cpu=16,gres/gpu:m40=4,gres/gpu=4,mem=64G,node=1';
  const facts = await read(
    dump([{ id: '84', tres: all, more: 'cpu=1,mem=1G,node=1|sbatch --exclusive t.sh' }], 'ReqTRES|SubmitLine'),
  );
  expect(gpuSecondsIn(facts)).toBe(40);
});

it('finding 8: what is left of an array stands for many tasks, in either writing, and is no attempt', async () => {
  const rest = (id: string, state: string): Row => ({
    id,
    raw: '93',
    state,
    start: 'None',
    end: 'Unknown',
    elapsed: 0,
    tres: '',
  });
  const rows = [rest('93_[0,2,6,8,13]', 'CANCELLED by 1001'), rest('88_[7-20%2]', 'PENDING'), { id: '84' }];
  expect((await read(dump(rows))).ledger.reconciliation).toMatchObject({ attempts: 1, arrayRemainders: 2 });
});

it('finding 9: the last task of an array keeps the raw id of the array, and is none of the others nor the array', async () => {
  const tasks: Row[] = [
    { id: '84_0', raw: '85' },
    { id: '84_1', raw: '119' },
    { id: '84_2', raw: '84' },
  ];
  const facts = await factsFrom({ 'a.txt': dump(tasks), 'b.txt': dump(tasks.map(({ raw = '' }) => ({ id: raw }))) });
  expect(
    attemptsIn(facts)
      .map(({ id, raw }) => `${id} ${raw}`)
      .sort(),
  ).toEqual(['84_0 85', '84_1 119', '84_2 84']);
  expect(gpuSecondsIn(facts)).toBe(30);
});

describe('finding 10: requeues', () => {
  it.each(['REQUEUED', 'PREEMPTED', 'NODE_FAIL'])('%s, then a second record: both were held', async (state) => {
    const again: Row = { id: '84', submit: '10:00:15', start: '10:02:15', end: '10:02:25' };
    const facts = await read(dump([{ id: '84', state }, again]));
    expect(gpuSecondsIn(facts)).toBe(20);
    expect(facts.ledger).toMatchObject({ count: 2, runs: 1 });
  });

  it('without -D earlier attempts are not printed, and are said to be missing where restarts are counted', async () => {
    const nodup = await read(slurmFixture('24.11/sacct-nodup-json/sacct-nodup.json.gz'));
    expect(rulesIn(nodup)).toContain('attempts-hidden');
    expect(rulesIn(await read(slurmFixture('24.11/sacct-json/sacct.json.gz')))).not.toContain('attempts-hidden');
  });
});

describe('finding 11: dates of jobs that never started', () => {
  it.each([
    ['None', 'None'],
    ['the end', '10:00:15'],
  ])('text: a start that is %s', async (_, start) => {
    const never: Row = { id: '84', state: 'CANCELLED by 0', start, elapsed: 0, cpus: 1, tres: '' };
    const facts = await read(dump([never, { id: '85', submit: '11:00:00', start: '11:00:05', end: '11:00:15' }]));
    expect(facts.usage).toMatchObject({ attempts: 2, attemptsThatRan: 1 });
    expect(facts.project.start).toBe(Date.UTC(2024, 2, 1, 11, 0, 5) / 1000);
  });

  it.each([null, 4_294_967_294, 0])('JSON: a start of %j', async (start) => {
    const never = { state: { current: ['CANCELLED'] }, time: { ...TIMES, start, elapsed: 0 }, tres: { allocated: [] } };
    const facts = await read(sacctJson(never, { job_id: 85 }));
    expect(facts.usage).toMatchObject({ attempts: 2, attemptsThatRan: 1 });
    expect(facts.project).toMatchObject({ start: TIMES.start, end: TIMES.end });
    expect([...facts.ledger.start].sort()).toEqual([TIMES.start, Number.NaN]);
  });

  it('an eligible time after the end, of a job that was requeued and held, says nothing', async () => {
    const held: Row = { id: '84', state: 'REQUEUE_HOLD', eligible: '10:05:00' };
    expect(attemptsIn(await read(dump([held])))).toMatchObject([{ state: 'requeued', wall: 10 }]);
  });
});

describe('finding 12: SLURM_TIME_FORMAT', () => {
  it('that 20.11 and 22.05 cut at 19 characters has lost its zone: it is read as local time', async () => {
    const facts = await read(dump([{ id: '84' }]), { zone: 'America/New_York' });
    expect(facts.project.start).toBe(Date.UTC(2024, 2, 1, 15, 0, 5) / 1000);
    const whole: Row = {
      id: '84',
      submit: '2024-03-01T10:00:00-0500',
      start: '2024-03-01T10:00:05-0500',
      end: '2024-03-01T10:00:15-0500',
    };
    expect((await read(dump([whole]), { zone: 'Europe/Berlin' })).project.start).toBe(
      Date.UTC(2024, 2, 1, 15, 0, 5) / 1000,
    );
  });

  it.each(['Fri 01 Mar 2024 10:', '10:00:05 AM', 'Ystday 10:00', '01 Mar 10:00'])(
    '%s is not guessed at, and the remedy is said',
    async (start) => {
      await expect(read(dump([{ id: '84', start }]))).rejects.toThrow('SLURM_TIME_FORMAT=standard');
    },
  );

  it('%s is read', async () => {
    const epoch: Row = { id: '84', submit: '1709287200', start: '1709287205', end: '1709287215' };
    expect((await read(dump([epoch]))).project.start).toBe(1_709_287_205);
  });
});

describe('finding 13: names and submit lines come raw', () => {
  const NAMES = ['`quoted`', 'naïve-???-?', 'a|b|c', 'a\tb', '  padded  ', 'x'.repeat(200), 'five\nlines\nof\na\nname'];

  it.each(NAMES)('%j', async (name) => {
    for (const delimiter of ['|', '\x1f']) {
      const rows = [{ id: '83' }, { id: '84', name, more: `sbatch --job-name=${name} t.sh` }, { id: '85' }];
      const text = dump(
        rows.map((each) => ({ more: 'sbatch t.sh', ...each })),
        'SubmitLine',
      );
      // The delimiter of the dump; those within the name stay what they are.
      const own = text
        .replaceAll(name, '\0')
        .replaceAll('|', delimiter)
        .replaceAll('\0', () => name);
      const facts = await read(own);
      expect(attemptsIn(facts).map((attempt) => attempt.name)).toEqual(['train', name, 'train']);
      expect(gpuSecondsIn(facts)).toBe(30);
    }
  });
});

it('finding 14: exit codes say nothing of how a job ended', async () => {
  const rows: Row[] = [
    { id: '84', state: 'FAILED', exit: '0:0' },
    { id: '85', state: 'FAILED', exit: '9:0' },
    { id: '86', state: 'COMPLETED', exit: '137:0' },
  ];
  expect(attemptsIn(await read(dump(rows))).map(({ state }) => state)).toEqual(['failed', 'failed', 'completed']);
  const json = sacctJson({ state: { current: 'FAILED' }, exit_code: { status: 'SUCCESS', return_code: 0 } });
  expect(attemptsIn(await read(json))).toMatchObject([{ state: 'failed', wall: 10 }]);
});

describe('finding 15: the log of completions', () => {
  const line = (state: string, start: string, end: string, name = 'train'): string =>
    `JobId=84 UserId=ines(1001) GroupId=nlp(500) Name=${name} JobState=${state} Partition=gpu TimeLimit=10 StartTime=${stamp(start)} EndTime=${stamp(end)} NodeList=n1 NodeCnt=1 ProcCnt=2 WorkDir=/home/i ReservationName= Tres=cpu=2,mem=8G,node=1,billing=2,gres/gpu=1 Account=nlp QOS=normal WcKey= Cluster=lisa SubmitTime=2024-03-01T10:00:00 EligibleTime=2024-03-01T10:00:00 DerivedExitCode=0:0 ExitCode=0:0 \n`;

  it('says PENDING of a requeued attempt, which was held', async () => {
    const facts = await read(line('PENDING', '10:00:05', '10:00:15'));
    expect(attemptsIn(facts)).toMatchObject([{ state: 'requeued', wall: 10 }]);
  });

  it('loses what was held before a resize since 22.05: that is said', async () => {
    const facts = await read(line('RESIZING', '10:00:10', '10:00:10') + line('COMPLETED', '10:00:10', '10:00:15'));
    expect(gpuSecondsIn(facts)).toBe(5);
    expect(rulesIn(facts)).toContain('slurm-jobcomp-resized');
  });

  it('is broken by a newline in a name, and holds what was asked for', async () => {
    const facts = await read(
      line('COMPLETED', '10:00:05', '10:00:15', 'two\nlines') +
        line('COMPLETED', '10:00:05', '10:00:15').replace('84', '85'),
    );
    expect(attemptsIn(facts)).toMatchObject([{ name: 'two\nlines', wall: 10 }, { wall: 10 }]);
    expect(rulesIn(facts)).toContain('slurm-jobcomp-asked');
  });
});

describe('finding 17: what --json holds by version', () => {
  it('22.05 holds all attempts without -D, and counts no restarts: none are said to be missing', async () => {
    const facts = await read(slurmFixture('22.05/sacct-json/sacct.json.gz'));
    expect(facts.ledger.count).toBe(145);
    expect(rulesIn(facts)).not.toContain('attempts-hidden');
  });

  it('20.11 answers --json with an error, and a file of that is no log', async () => {
    const usage = 'sacct: unrecognized option \'--json\'\nTry "sacct --help" for more information\n';
    await expect(read(usage)).rejects.toThrow(AppError);
  });
});
