import type { SweepTrials, Trial } from '../../src/model/trial.ts';

/** Epoch seconds at which built sweeps begin. */
export const BEGIN = 1_700_000_000;

/** A run of a built sweep in the words of a test; hours. */
export interface BuiltRun {
  readonly metric?: number;
  readonly values?: readonly number[];
  readonly start?: number;
  readonly hours?: number;
  readonly gpus?: number;
}

/** A sweep by its runs, one after the other where no start is said; two dollars a GPU-hour. */
export function builtSweep(
  runs: readonly BuiltRun[],
  { goal = 'max' as 'min' | 'max', parameters = [{ key: 'lr', values: runs.map((_, index) => String(index)) }] } = {},
): SweepTrials {
  let clock = 0;
  const trials = runs.map(({ metric, values, start = clock, hours = 1, gpus = 1 }, index): Trial => {
    clock = start + hours;
    return {
      attempts: [index],
      values: values ?? [index],
      state: metric === undefined ? 'failed' : 'completed',
      start: BEGIN + 3600 * start,
      end: BEGIN + 3600 * (start + hours),
      wallHours: hours,
      gpuHours: hours * gpus,
      cloudUsd: 2 * hours * gpus,
      metric: metric ?? Number.NaN,
    };
  });
  return { parameters, trials, metric: { name: 'val_acc', goal } };
}
