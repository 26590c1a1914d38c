import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLedger } from '../../../src/ledger/build-ledger.ts';
import type { Correction } from '../../../src/model/correction.ts';
import { Diagnostics } from '../../../src/model/diagnostic.ts';
import { emptyReconciliation } from '../../../src/model/reconciliation.ts';
import { BLANK_TRACKED } from '../../../src/model/tracked-run.ts';
import { type Claim, findClaims } from '../../../src/sweep/corrected/claims.ts';
import { findSweeps } from '../../../src/sweep/find-sweeps.ts';
import { factsOf, type JobSketch, jobsBySweep, ledgerOf, T0, tableOf } from '../../support/ledger-of.ts';
import { parametersOf } from '../../support/parameters-of.ts';

const LR = ['0.1', '0.01', '0.001'];

/** A grid of six in one loop, a day later another of six with another name, and two that are alone. Ids 1000 to 1013. */
const JOBS: readonly JobSketch[] = [
  ...['srl', 'pos'].flatMap((name, day) =>
    LR.flatMap((lr, row) =>
      ['128', '256'].map((h, column) => ({
        name: `${name}_lr${lr}_h${h}`,
        command: `sbatch ${name}.sh --lr ${lr} --hidden ${h}`,
        submit: T0 + day * 86_400 + row * 2 + column,
      })),
    ),
  ),
  { name: 'alone', command: 'sbatch alone.sh --lr 0.5 --hidden 64', submit: T0 + 5 * 86_400 },
  { name: 'other', command: 'sbatch other.sh', submit: T0 + 9 * 86_400 },
];

const told = (correction: Partial<Correction>): Correction => ({ line: 7, runs: [], isSweep: true, ...correction });

function corrected(jobs: readonly JobSketch[], corrections: readonly Correction[]) {
  const ledger = ledgerOf(jobs);
  const claims = findClaims(ledger, corrections);
  if ('why' in claims) return { problem: claims };
  const findings = findSweeps(ledger, claims);
  return { findings, sweeps: findings.sweeps, jobs: jobsBySweep({ ledger, findings }) };
}

describe('what the user says of sweeps', () => {
  it('stands as it is found where nothing is said', () => {
    expect(corrected(JOBS, []).sweeps?.map(({ runs }) => runs)).toEqual([6, 6]);
  });

  it('merges sweeps, and takes runs that were in none', () => {
    const { sweeps = [], findings } = corrected(JOBS, [told({ runs: ['1000-1011', 'alone'], name: 'all of it' })]);
    expect(sweeps).toHaveLength(1);
    expect(sweeps[0]).toMatchObject({ name: 'all of it', runs: 13, confidence: 1 });
    expect(sweeps[0]?.evidence[0]).toEqual({
      rule: 'user',
      note: 'the user says so (line 7 of the configuration): 13 runs, which the logs show in 2 sweeps and 1 in none',
    });
    expect(sweeps[0]?.parameters).toEqual({ lr: [...LR].reverse().concat('0.5'), hidden: ['64', '128', '256'] });
    expect(findings && Object.fromEntries(parametersOf(findings, 12))).toEqual({ lr: '0.5', hidden: '64' });
  });

  it('splits a sweep; what is left is judged anew', () => {
    const { sweeps = [] } = corrected(JOBS, [told({ runs: ['1000-1003'] })]);
    expect(sweeps.map(({ runs }) => runs)).toEqual([4, 2, 6]);
    expect(sweeps[0]).toMatchObject({ kind: 'grid', parameters: { lr: ['0.01', '0.1'], hidden: ['128', '256'] } });
    expect(sweeps[1]).toMatchObject({ kind: 'grid', coverage: 1, parameters: { hidden: ['128', '256'] } });
  });

  it('leaves no sweep of one run', () => {
    expect(corrected(JOBS, [told({ runs: ['1000-1004'] })]).sweeps?.map(({ runs }) => runs)).toEqual([5, 6]);
  });

  it('names a sweep and says what kind it is', () => {
    const { sweeps = [] } = corrected(JOBS, [told({ runs: ['pos_*'], name: 'tagging', kind: 'random' })]);
    expect(sweeps[1]).toMatchObject({ name: 'tagging', kind: 'random', runs: 6, coverage: 1 });
  });

  it('says that runs are no sweep', () => {
    const { sweeps, jobs } = corrected(JOBS, [told({ runs: ['srl_*'], isSweep: false })]);
    expect(sweeps).toHaveLength(1);
    expect(jobs?.none).toHaveLength(8);
  });

  it('tells names that came again apart by date and by cluster', () => {
    const twice = [...JOBS.slice(0, 6), ...JOBS.slice(0, 6).map((job) => ({ ...job, submit: T0 + 40 * 86_400 }))];
    const late = told({ runs: ['srl_*'], name: 'late', from: T0 + 86_400 });
    expect(corrected(twice, [late]).sweeps?.map(({ name }) => name)).toEqual(['srl_lr*_h*', 'late']);
    const early = told({ runs: ['srl_*'], name: 'early', until: T0 + 86_400 });
    expect(corrected(twice, [early, late]).sweeps?.map(({ name }) => name)).toEqual(['early', 'late']);
  });

  it('speaks of array tasks by their ids', () => {
    const tasks = Array.from({ length: 8 }, (_, task) => ({ arrayJobId: 84, arrayTask: task, name: 'tune' }));
    const { sweeps = [] } = corrected(tasks, [told({ runs: ['84_[0-3]'] })]);
    expect(sweeps.map(({ parameters }) => parameters)).toEqual([
      { array_task: ['0', '1', '2', '3'] },
      { array_task: ['4', '5', '6', '7'] },
    ]);
  });
});

describe('what the user says of sweeps is refused', () => {
  it('where it fits no run', () => {
    const { problem } = corrected(JOBS, [told({ runs: ['srl_*', 'slr_*'] })]);
    expect(problem).toMatchObject({ why: 'no-run', line: 7, text: 'slr_*' });
  });

  it('where two corrections claim a run', () => {
    const { problem } = corrected(JOBS, [told({ runs: ['srl_*'] }), told({ runs: ['1003'], line: 9 })]);
    expect(problem).toEqual({ why: 'twice', line: 9, other: 7, example: '1003' });
  });

  it('where an id is of jobs on two clusters, unless it says which', () => {
    const jobs = ['a', 'b'].map((cluster) => ({ cluster, jobId: '77', name: `train-${cluster}` }));
    const both = corrected(jobs, [told({ runs: ['77'] })]);
    expect(both.problem).toEqual({ why: 'clusters', line: 7, text: '77', clusters: ['a', 'b'] });
    expect(corrected(jobs, [told({ runs: ['77'], cluster: 'b' })]).jobs).toEqual({
      none: ['train-a'],
      'sweep-001': ['train-b'],
    });
  });
});

/** Two jobs of Slurm; in each ran two runs of W&B: of the sweeps `s1` and `s2` in the first, of `s2` in the second. */
function ledgerWithNested() {
  const inside = (slurmJob: string, id: string, sweep: string, lr: string, from: number): JobSketch => ({
    ...{ cluster: 'wandb', jobId: id, name: id, submit: Number.NaN, start: from, end: from + 600, elapsed: 600 },
    tracked: { ...BLANK_TRACKED, slurmJob, sweep, config: JSON.stringify({ lr }), durationBasis: 'exit' },
  });
  const sketches: JobSketch[] = [
    { jobId: '50', submit: T0 },
    { jobId: '51', submit: T0 + 7200 },
    inside('50', 'r1', 's1', '0.1', T0 + 120),
    inside('50', 'r2', 's2', '0.2', T0 + 800),
    inside('51', 'r3', 's2', '0.3', T0 + 7400),
    inside('51', 'r4', 's2', '0.4', T0 + 8100),
  ];
  return buildLedger(tableOf(sketches), { ...emptyReconciliation(), records: sketches.length }, new Diagnostics());
}

describe('runs of a tracker inside of jobs', () => {
  const ledger = ledgerWithNested();

  it('bring their job, whole', () => {
    const claims = findClaims(ledger, [told({ runs: ['r3', 'r4'], name: 'mine' })]) as readonly Claim[];
    const { sweeps, sweepOf } = findSweeps(ledger, claims);
    expect(sweeps.map(({ name, runs }) => [name, runs])).toEqual([
      ['s1', 1],
      ['s2', 1],
      ['mine', 2],
    ]);
    expect(sweepOf[1]).toBe(2);
  });

  it('are refused where others ran in the job too', () => {
    expect(findClaims(ledger, [told({ runs: ['s1'] })])).toEqual({
      ...{ why: 'shared-job', line: 7, text: 's1', example: '50' },
    });
    expect(findClaims(ledger, [told({ runs: ['s1', 's2'] })])).toHaveLength(1);
  });
});

describe('a correction, whatever it says', () => {
  const ids = JOBS.map((_, index) => String(1000 + index));
  const parts = fc.array(fc.constantFrom('a', 'b', 'no', 'left'), { minLength: ids.length, maxLength: ids.length });

  it('changes no total and loses no run', () => {
    const before = factsOf(JOBS);
    fc.assert(
      fc.property(parts, (part) => {
        const runsOf = (name: string): string[] => ids.filter((_, index) => part[index] === name);
        const corrections = ['a', 'b', 'no']
          .map((name, line) =>
            told({ runs: runsOf(name), isSweep: name !== 'no', line, ...(name !== 'no' && { name }) }),
          )
          .filter(({ runs }) => runs.length > 0);
        const after = factsOf(JOBS, { corrections });
        expect(after.usage).toEqual(before.usage);
        expect(after.ledger.runs).toBe(before.ledger.runs);
        expect(after.ledger.reconciliation).toEqual(before.ledger.reconciliation);
        const { sweepOf, sweeps } = after.findings;
        ids.forEach((_, attempt) => {
          const sweep = sweeps[sweepOf[attempt] as number];
          if (part[attempt] === 'a' || part[attempt] === 'b') expect(sweep?.name).toBe(part[attempt]);
          if (part[attempt] === 'no') expect(sweep).toBeUndefined();
        });
        const members = sweeps.flatMap((sweep) => [...sweep.members]);
        expect(new Set(members).size).toBe(members.length);
        sweeps.forEach((sweep, index) => {
          expect([...sweep.members]).toEqual(
            ids.flatMap((_, attempt) => (sweepOf[attempt] === index ? [attempt] : [])),
          );
        });
      }),
      { numRuns: 200 },
    );
  });
});
