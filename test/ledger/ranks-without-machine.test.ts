import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../src/ledger/build-ledger.ts';
import { Diagnostics } from '../../src/model/diagnostic.ts';
import { blankJob, type Job } from '../../src/model/job.ts';
import { JobTable } from '../../src/model/job-table.ts';
import { emptyReconciliation } from '../../src/model/reconciliation.ts';
import { BLANK_TRACKED, WANDB } from '../../src/model/tracked-run.ts';
import { HOUR, T0 } from '../support/ledger-of.ts';

/** A row of an export: two hours on a machine of eight GPUs, which it does not name, unless it says otherwise. */
interface RowSketch {
  readonly config?: Readonly<Record<string, string>>;
  readonly group?: string;
  readonly gpus?: number;
  readonly start?: number;
  readonly elapsed?: number;
  readonly nodeList?: string;
  readonly slurmJob?: string;
}

function jobOf(sketch: RowSketch, index: number): Job {
  const { config = {}, group = 'ddp', gpus = 8, start = T0, elapsed = 2 * HOUR, nodeList = '', slurmJob = '' } = sketch;
  return {
    ...blankJob(index + 2),
    ...{ cluster: WANDB, jobId: `run${index}`, name: `sun-${index}`, user: 'ines', state: 'completed', nodeList },
    ...{ start, elapsed, end: start + elapsed, gpus, gpuTypes: `NVIDIA A100-SXM4-80GB=${gpus}` },
    tracked: {
      ...BLANK_TRACKED,
      ...{ isWhole: true, durationBasis: 'runtime', gpuBasis: 'machine', group, slurmJob },
      config: JSON.stringify({ lr: '0.1', ...config }),
    },
  };
}

function resultOf(rows: readonly RowSketch[]) {
  const table = new JobTable();
  const file = table.addFile('export.csv', 'wandb-table');
  for (const [index, row] of rows.entries()) table.push(jobOf(row, index), file);
  const diagnostics = new Diagnostics();
  const ledger = buildLedger(table, { ...emptyReconciliation(), records: table.length }, diagnostics);
  const gpuSeconds = Array.from(ledger.row, (row, at) => table.gpus.at(row) * (ledger.wall[at] as number));
  return {
    gpuHours: gpuSeconds.reduce((sum, seconds) => sum + seconds, 0) / HOUR,
    runs: ledger.runs,
    notes: Object.fromEntries(diagnostics.list().map(({ rule, count }) => [rule, count])),
  };
}

const ranks = (count: number, configOf: (rank: number) => Record<string, string> = () => ({}), gpus = 8): RowSketch[] =>
  Array.from({ length: count }, (_, rank) => ({ config: configOf(rank), gpus }));

describe('ranks of one training in an export without the column of machines', () => {
  it.each<[string, RowSketch[], number]>([
    ['8 of 8 GPUs are one machine for two hours: 16', ranks(8), 16],
    ['8 that number themselves: 16', ranks(8, (rank) => ({ rank: String(rank) })), 16],
    ['16 of 8 GPUs are two machines: 32', ranks(16), 32],
    ['4 of 8 GPUs have the one machine among them: 16', ranks(4), 16],
    ['9 of 8 GPUs are two machines: 32', ranks(9), 32],
    ['8 of one GPU each have a machine each: 16', ranks(8, () => ({}), 1), 16],
    ['ranks 0 and 8, the first of two machines: 32', ranks(2, (rank) => ({ rank: String(rank * 8) })), 32],
    ['two that are both local rank 0: two machines, 32', ranks(2, () => ({ local_rank: '0' })), 32],
    ['8 with four local ranks: two machines, 32', ranks(8, (rank) => ({ local_rank: String(rank % 4) })), 32],
    ['4 on nodes 0 and 1: 32', ranks(4, (rank) => ({ node_rank: String(Math.floor(rank / 2)) })), 32],
    ['8 with local rank -1, which is none: 16', ranks(8, () => ({ local_rank: '-1' })), 16],
  ])('%s', (_, rows, gpuHours) => {
    const result = resultOf(rows);
    expect(result.runs).toBe(1);
    expect(result.gpuHours).toBeCloseTo(gpuHours, 9);
  });

  it('are counted so with a warning, and without the one of runs side by side', () => {
    expect(resultOf(ranks(16)).notes).toMatchObject({ 'wandb-ranks': 15, 'wandb-ranks-machine': 16 });
    expect(resultOf(ranks(16)).notes).not.toHaveProperty('wandb-gpus-side-by-side');
  });

  it('hold their machine until the last of them ends: seven for an hour, one for two, 16', () => {
    const rows = ranks(8).map((row, rank) => ({ ...row, elapsed: rank === 0 ? 2 * HOUR : HOUR }));
    expect(resultOf(rows).gpuHours).toBeCloseTo(16, 9);
  });

  it('are none where their ranks do not begin with 0: trials of low-rank matrices, each counted', () => {
    const result = resultOf([4, 8, 16].map((rank) => ({ config: { lora_rank: String(rank) } })));
    expect(result).toMatchObject({ runs: 3, gpuHours: 48, notes: { 'wandb-gpus-side-by-side': 3 } });
  });
});

describe('runs without a machine that ran at one time', () => {
  const apart = (index: number): RowSketch => ({ group: '', config: { seed: String(index) } });

  it('count by themselves, with a warning that they may have shared one', () => {
    const result = resultOf([0, 1, 2].map(apart));
    expect(result).toMatchObject({ runs: 3, gpuHours: 48, notes: { 'wandb-gpus-side-by-side': 3 } });
  });

  it.each<[string, RowSketch[], number]>([
    ['a long run, and a short one within it', [apart(0), { ...apart(1), start: T0 + HOUR, elapsed: HOUR / 2 }], 2],
    ['two of three', [apart(0), apart(1), { ...apart(2), start: T0 + 3 * HOUR }], 2],
  ])('are all named: %s', (_, rows, count) => {
    expect(resultOf(rows).notes['wandb-gpus-side-by-side']).toBe(count);
  });

  it.each<[string, RowSketch[]]>([
    ['one after the other, clocks a minute off', [apart(0), { ...apart(1), start: T0 + 2 * HOUR - 60 }]],
    ['on machines that are named', [0, 1].map((index) => ({ ...apart(index), nodeList: `gpu0${index}` }))],
    ['with one GPU each', [0, 1].map((index) => ({ ...apart(index), gpus: 1 }))],
    ['with other GPUs', [apart(0), { ...apart(1), gpus: 4 }]],
    ['in jobs of Slurm, which have GPUs of their own', ['7', '8'].map((slurmJob, at) => ({ ...apart(at), slurmJob }))],
  ])('are not warned of: %s', (_, rows) => {
    expect(resultOf(rows).notes).not.toHaveProperty('wandb-gpus-side-by-side');
  });

  it('are found though others of their training ran before and after: a training of 4 ranks and one run beside it', () => {
    const result = resultOf([...ranks(4), { ...apart(9), start: T0 + HOUR }]);
    expect(result.gpuHours).toBeCloseTo(32, 9);
    expect(result.notes).toMatchObject({ 'wandb-gpus-side-by-side': 5, 'wandb-ranks-machine': 4 });
  });
});
