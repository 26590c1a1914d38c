import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { JobState } from '../../src/model/job-state.ts';
import type { SweepTrials, Trial } from '../../src/model/trial.ts';
import { sensitivity as section } from '../../src/report/sections/sensitivity.ts';
import { sweepSensitivity } from '../../src/sensitivity/sweep-sensitivity.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { drawnSweep } from '../support/drawn-sweep.ts';
import { runTable } from '../support/observed-runs.ts';
import { describeShared } from '../support/shared-data.ts';

// Where there is not enough to say, nothing is said.

interface Told {
  readonly metric: number;
  readonly state?: JobState;
}

const PLAN = { seed: 5, values: { a: 3, b: 2 }, repeats: 3, effects: { a: 4 } };

/** A sweep of 18 runs in which `a` matters, some of it changed; an hour each. */
function sensitivityOf(change: (metric: number, at: number) => Told, goal: 'min' | 'max' = 'max') {
  const { columns, y } = drawnSweep(PLAN);
  const { parameters, runs } = runTable(columns, y);
  const trials = runs.map((run, at): Trial => {
    const told = change(run.y, at);
    const taken = { start: 0, end: 3600, wallHours: 1, gpuHours: 1, cloudUsd: 1 };
    return { ...taken, attempts: [at], values: run.values, state: told.state ?? 'completed', metric: told.metric };
  });
  const sweep: SweepTrials = { parameters, trials, metric: { name: 'val_acc', goal } };
  return sweepSensitivity(0, sweep, () => 'T4');
}

describe('a sweep', () => {
  it('of enough runs is told', () => {
    const { effects, spread, noise } = sensitivityOf((metric) => ({ metric }));
    expect(effects?.parameters.map(({ keys, standing }) => [keys[0], standing])).toEqual([
      ['a', 'matters'],
      ['b', 'not-shown'],
    ]);
    expect([spread?.runs, noise?.freedom]).toEqual([18, 12]);
  });

  it('whose metric is the same in all runs has no effects, and lengths that are all alike have none either', () => {
    const { effects, cost, spread } = sensitivityOf(() => ({ metric: 0.1 }));
    expect([effects?.untold, effects?.parameters, cost.untold]).toEqual(['constant', [], 'constant']);
    expect([spread?.variance, spread?.lowest]).toEqual([0, 0.1]);
  });

  it('leaves out what failed, however good, and counts it', () => {
    const best = sensitivityOf((metric, at) => (at === 0 ? { metric: 1e6, state: 'failed' } : { metric }));
    expect(best.counts).toMatchObject({ all: 18, failed: 1, diverged: 0, unmeasured: 0 });
    expect(best.spread?.highest).toBeLessThan(100);
  });

  it('leaves out a run that diverged on the worse side, and none on the better', () => {
    const worse = sensitivityOf((metric, at) => ({ metric: at === 0 ? 1e30 : metric }), 'min');
    expect(worse.counts.diverged).toBe(1);
    expect(worse.spread?.highest).toBeLessThan(100);
    const better = sensitivityOf((metric, at) => ({ metric: at === 0 ? 1e30 : metric }), 'max');
    expect(better.counts.diverged).toBe(0);
  });

  it('of three measured runs has no spread, and of seven no effects', () => {
    const first = (count: number) => sensitivityOf((metric, at) => ({ metric: at < count ? metric : Number.NaN }));
    expect(first(3).spread).toBeUndefined();
    expect(first(4).spread?.runs).toBe(4);
    expect(first(7).effects?.untold).toBe('few-runs');
    expect(first(7).counts.unmeasured).toBe(11);
  });

  it('in which two parameters always change together has one effect of both, and none of either', () => {
    const { columns, y } = drawnSweep(PLAN);
    const { parameters, runs } = runTable({ ...columns, twin: (columns.a ?? []).map((value) => `t${value}`) }, y);
    const trials = runs.map(
      ({ y: metric, values }, at): Trial => ({
        ...{
          attempts: [at],
          values,
          metric,
          state: 'completed',
          start: 0,
          end: 3600,
          wallHours: 1,
          gpuHours: 1,
          cloudUsd: 1,
        },
      }),
    );
    const { effects } = sweepSensitivity(0, { parameters, trials, metric: { name: 'm', goal: 'max' } }, () => '');
    expect(effects?.parameters.map(({ keys }) => keys)).toEqual([['a', 'twin'], ['b']]);
  });
});

describeShared(
  'of a benchmark of 25 runs a sweep, five times each of five configurations',
  'algoperf/jobs.csv',
  (file) => {
    it('the spread is told, and no parameter: five configurations that differ in all of them cannot tell', async () => {
      const intake = await ingest([file.pathname], { zone: 'UTC', settings: {} });
      const facts = analyse(intake, { projectName: 'a', version: '0', method: findMethod('default'), selection: {} });
      const sweeps = facts.sensitivity?.sweeps ?? [];
      expect(sweeps.filter(({ spread }) => spread !== undefined).length).toBeGreaterThan(50);
      expect(sweeps.flatMap(({ effects, cost }) => [...(effects?.parameters ?? []), ...cost.parameters])).toEqual([]);
    });
  },
);

describeShared('of runs that all crashed', 'wandb/openset', (folder) => {
  it('nothing is said, and the report has no such part', async () => {
    const intake = await ingest([folder.pathname], { zone: 'UTC', settings: {} });
    const facts = analyse(intake, { projectName: 'o', version: '0', method: findMethod('default'), selection: {} });
    expect(section.isShown?.(facts)).toBe(false);
  });
});
