import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { blankJob, type Job } from '../../src/model/job.ts';
import { JobTable } from '../../src/model/job-table.ts';
import type { Ledger } from '../../src/model/ledger.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { BLANK_TRACKED, type TrackedRun, WANDB } from '../../src/model/tracked-run.ts';
import { HOUR, type JobSketch, jobOf, T0 } from '../support/ledger-of.ts';

/** What a test says of a tracked session: an hour on all four GPUs of node gpu01, unless it says otherwise. */
interface SessionSketch extends Omit<Partial<Job>, 'tracked'> {
  readonly tracked?: Partial<TrackedRun>;
}

function sessionOf({ tracked, ...sketch }: SessionSketch): Job {
  const { start = T0, elapsed = HOUR } = sketch;
  return {
    ...blankJob(0),
    ...{ cluster: WANDB, jobId: 'aaaa1111', name: 'swift-sun-1', command: 'train.py', user: 'ines', nodeList: 'gpu01' },
    ...{ state: 'completed', submit: start, start, elapsed, end: start + elapsed, gpus: 4, gpuTypes: 'Tesla V100=4' },
    ...sketch,
    tracked: { ...BLANK_TRACKED, durationBasis: 'exit', gpuBasis: 'machine', ...tracked },
  };
}

interface Outcome {
  readonly ledger: Ledger;
  readonly notes: Record<string, number>;
  /** GPU-hours of all attempts. */
  readonly gpuHours: number;
}

/** Each list of jobs is a file. */
function ledgerOf(slurm: readonly JobSketch[], ...wandb: (readonly SessionSketch[])[]): Outcome {
  const table = new JobTable();
  const file = table.addFile('sacct.txt', 'slurm-sacct');
  slurm.forEach((sketch, index) => {
    table.push(jobOf({ nodeList: 'gpu[01-02]', gpus: 4, gpuTypes: 'v100=4', ...sketch }, index), file);
  });
  wandb.forEach((sessions, index) => {
    const at = table.addFile(`wandb-${index}`, 'wandb-run');
    for (const session of sessions) table.push(sessionOf(session), at);
  });
  const diagnostics = new Diagnostics();
  const ledger = buildLedger(table, { ...emptyReconciliation(), records: table.length }, diagnostics);
  const notes = Object.fromEntries(diagnostics.list().map(({ rule, count }) => [rule, count]));
  const gpuSeconds = Array.from(ledger.row, (row, at) => table.gpus.at(row) * (ledger.wall[at] as number));
  return { ledger, notes, gpuHours: gpuSeconds.reduce((sum, seconds) => sum + seconds, 0) / HOUR };
}

const whole = { isWhole: true, durationBasis: 'runtime', gpuBasis: 'unknown' } as const;

describe('sessions of tracked runs', () => {
  it('of one run are attempts of their own and one run, and their times add up', () => {
    const { ledger, gpuHours } = ledgerOf([], [{}, { start: T0 + 5 * HOUR }]);
    expect(ledger).toMatchObject({ count: 2, runs: 1 });
    expect(gpuHours).toBe(8);
  });

  it('that stand in two copies of a directory count once, though clocks tell their start some seconds apart', () => {
    const { ledger, gpuHours } = ledgerOf([], [{}], [{}], [{ start: T0 + 2, elapsed: HOUR - 2 }]);
    expect(ledger).toMatchObject({ count: 1, reconciliation: { attempts: 1, duplicates: 2 } });
    expect(gpuHours).toBe(4);
  });

  it('have an id of their own kind: a run called 1000 is not the Slurm job 1000', () => {
    expect(ledgerOf([{ nodeList: 'cpu01' }], [{ jobId: '1000' }]).ledger.count).toBe(2);
  });

  it('do not make an unnamed cluster two clusters', () => {
    const named = { submit: T0, elapsed: HOUR, jobId: '7', nodeList: 'cpu01' };
    expect(ledgerOf([named, { ...named, cluster: '' }], [{}]).ledger.count).toBe(2);
  });
});

describe('a row of an export, which is of a run as a whole', () => {
  it('is the run whose sessions are at hand, and adds no time', () => {
    const { ledger, gpuHours } = ledgerOf(
      [],
      [{}, { start: T0 + 5 * HOUR }],
      [
        {
          submit: Number.NaN,
          elapsed: 2 * HOUR,
          end: T0 + 6 * HOUR,
          gpus: Number.NaN,
          tracked: { ...whole, sweep: 'ipx30mvc' },
        },
      ],
    );
    expect(ledger).toMatchObject({ count: 2, runs: 1, reconciliation: { duplicates: 1 } });
    expect(gpuHours).toBe(8);
    expect(ledger.table.tracked.at(ledger.row[0] as number)?.sweep).toBe('ipx30mvc');
  });

  it('tells of sessions that are not at hand: their time counts, with a warning', () => {
    const { gpuHours, notes } = ledgerOf([], [{}], [{ submit: Number.NaN, elapsed: 3 * HOUR, tracked: whole }]);
    expect(gpuHours).toBe(12);
    expect(notes).toMatchObject({ 'wandb-sessions-missing': 1 });
  });

  it('gives its time to a session of which no file tells how long it ran', () => {
    const started = {
      elapsed: Number.NaN,
      end: Number.NaN,
      state: 'unknown',
      tracked: { durationBasis: 'none' },
    } as const;
    expect(ledgerOf([], [started], [{ submit: Number.NaN, tracked: whole }]).gpuHours).toBe(4);
  });

  it('that knows the run by its display name alone is that run, where name and time agree', () => {
    const named = {
      jobId: 'swift-sun-1',
      submit: Number.NaN,
      start: T0 + 30,
      end: T0 + HOUR,
      elapsed: HOUR - 30,
      tracked: whole,
    };
    const { ledger, gpuHours } = ledgerOf([], [{}], [named]);
    expect(ledger).toMatchObject({ count: 1, reconciliation: { duplicates: 1 } });
    expect(gpuHours).toBe(4);
    expect(ledgerOf([], [{}], [{ ...named, start: T0 + 9 * HOUR, end: T0 + 10 * HOUR }]).ledger.count).toBe(2);
  });

  it('in two exports counts once, by the surer of them', () => {
    const rows = [
      { submit: Number.NaN, elapsed: 9 * HOUR, tracked: { ...whole, durationBasis: 'heartbeat' } },
      { submit: Number.NaN, start: T0 + 40, elapsed: HOUR, tracked: whole },
    ] as const;
    const { ledger, gpuHours } = ledgerOf([], rows);
    expect(ledger.count).toBe(1);
    expect(gpuHours).toBe(4);
  });
});

describe('a tracked run inside of a Slurm job', () => {
  it('is found by the job id that it logged; the job counts', () => {
    const session = { start: T0 + 120, elapsed: HOUR - 300, tracked: { slurmJob: '1000', slurmCluster: 'selenite' } };
    const { ledger, gpuHours, notes } = ledgerOf([{}], [session]);
    expect(ledger).toMatchObject({ count: 1, runs: 1, reconciliation: { attempts: 1, nested: 1, duplicates: 0 } });
    expect(ledger.nested).toMatchObject([{ attempt: 0, rule: 'slurm-job', confidence: 1, start: T0 + 120 }]);
    expect(gpuHours).toBe(4);
    expect(notes).toMatchObject({ 'wandb-in-slurm': 1 });
  });

  it('is found in an array task of which the log has the printed id alone', () => {
    const task = { jobId: '88_3', arrayJobId: 88, arrayTask: 3 };
    const { ledger } = ledgerOf([task], [{ elapsed: 600, tracked: { slurmJob: '91', slurmTask: '88_3' } }]);
    expect(ledger.nested).toMatchObject([{ attempt: 0, rule: 'slurm-job' }]);
  });

  it('is of the attempt that ran at its time, where the job was requeued', () => {
    const again = { jobId: '1000', submit: T0 + 10 * HOUR };
    const { ledger } = ledgerOf(
      [{}, again],
      [{ start: T0 + 10 * HOUR + 90, elapsed: 600, tracked: { slurmJob: '1000' } }],
    );
    expect(ledger.nested).toMatchObject([{ attempt: 1 }]);
  });

  it('of another cluster is not in the job of the same number', () => {
    const { ledger, notes } = ledgerOf(
      [{ nodeList: 'cpu01' }],
      [{ tracked: { slurmJob: '1000', slurmCluster: 'galena' } }],
    );
    expect(ledger).toMatchObject({ count: 2, nested: [] });
    expect(notes).toMatchObject({ 'wandb-job-missing': 1 });
  });

  it('is suggested by machine, time and user where it logged no job', () => {
    const { ledger, notes, gpuHours } = ledgerOf(
      [{}],
      [{ start: T0 + 100, elapsed: 600, nodeList: 'GPU02.cluster.example' }],
    );
    expect(ledger.nested).toMatchObject([{ rule: 'host-time-user', confidence: 0.9 }]);
    expect(notes).toMatchObject({ 'wandb-in-slurm-suggested': 1 });
    expect(gpuHours).toBe(4);
  });

  it('is less sure where two jobs of the user ran there, and not in that of another user', () => {
    const twice = ledgerOf([{}, { submit: T0 + 30 }], [{ start: T0 + 100, elapsed: 600 }]);
    expect(twice.ledger.nested).toMatchObject([{ attempt: 1, confidence: 0.5 }]);
    expect(ledgerOf([{ user: 'bo' }], [{ start: T0 + 100, elapsed: 600 }]).ledger.nested).toEqual([]);
  });

  it('is not in a job that ended before it', () => {
    expect(ledgerOf([{}], [{ start: T0 + 3 * HOUR }]).ledger).toMatchObject({ count: 2, nested: [] });
  });

  it('shares it with others: many runs, one job', () => {
    const runs = Array.from({ length: 5 }, (_, index) => ({
      jobId: `run${index}`,
      start: T0 + 90 + index * 600,
      elapsed: 500,
      tracked: { slurmJob: '1000' },
    }));
    const { ledger, gpuHours } = ledgerOf([{}], runs);
    expect(ledger).toMatchObject({ count: 1, reconciliation: { nested: 5 } });
    expect(new Set(ledger.nested.map(({ run }) => run)).size).toBe(5);
    expect(gpuHours).toBe(4);
  });
});

describe('ranks of one training', () => {
  const rank = (index: number, config: object): SessionSketch => ({
    jobId: `rank${index}`,
    start: T0 + index * 3,
    tracked: { group: 'ddp', config: JSON.stringify({ lr: '0.1', local_rank: String(index), ...config }) },
  });

  it('are one run, and the GPUs of their machine count once', () => {
    const { ledger, gpuHours, notes } = ledgerOf(
      [],
      [0, 1, 2, 3].map((index) => rank(index, {})),
    );
    expect(ledger).toMatchObject({ count: 4, runs: 1 });
    expect(notes).toMatchObject({ 'wandb-ranks': 3, 'gpus-shared': 4 });
    // From the first start to the last end the machine's four GPUs are held: an hour and nine seconds.
    expect(gpuHours).toBeCloseTo((4 * (HOUR + 9)) / HOUR, 9);
  });

  it('that name no group and no job are runs of their own: the same program may run twice on one machine', () => {
    const runs = [0, 1].map((index) => ({ ...rank(index, {}), tracked: { config: '{"lr":"0.1"}' } }));
    expect(ledgerOf([], runs).ledger.runs).toBe(2);
  });

  it('are told by their launcher, too: the rank on the command line makes no other run', () => {
    const runs = [0, 1].map((index) => ({ ...rank(index, {}), command: `train.py --local_rank=${index} --lr 0.1` }));
    expect(ledgerOf([], runs).ledger.runs).toBe(1);
  });

  it('that differ in a hyperparameter are different runs', () => {
    const runs = [0, 1].map((index) => rank(index, { lr: String(index) }));
    expect(ledgerOf([], runs).ledger.runs).toBe(2);
  });
});

describe('runs side by side on one machine', () => {
  it('share its GPUs while they overlap', () => {
    const { gpuHours, ledger } = ledgerOf([], [{}, { jobId: 'bbbb2222', start: T0 + HOUR / 2 }]);
    expect(gpuHours).toBeCloseTo(4 * 1.5, 9);
    expect(ledger.table.gpus.at(ledger.row[0] as number)).toBeCloseTo(4 * 0.75, 9);
  });

  it('keep what their own processes were seen on', () => {
    const seen = { gpus: 1, gpuTypes: 'Tesla V100=1', tracked: { gpuBasis: 'process' } } as const;
    expect(ledgerOf([], [{ ...seen }, { ...seen, jobId: 'bbbb2222' }]).gpuHours).toBe(2);
  });

  it('on different machines share nothing; localhost may be any machine', () => {
    expect(ledgerOf([], [{}, { jobId: 'bbbb2222', nodeList: 'gpu02' }]).gpuHours).toBe(8);
    const local = { nodeList: 'localhost.localdomain' };
    expect(ledgerOf([], [local, { ...local, jobId: 'bbbb2222' }]).gpuHours).toBe(8);
  });
});
