import type { SweepSensitivity } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import type { SweepTrials, Trial } from '../model/trial.ts';
import { effectsOf } from './effects-of.ts';
import { failuresOf } from './failures-of.ts';
import type { Observation } from './observations.ts';
import { sortRuns } from './sort-runs.ts';
import { noiseOf, robustnessOf, spreadOf } from './spread.ts';

/** What hardware a run held, in words of the tables; a parameter of what it took like any other. */
export type HardwareOf = (trial: Trial) => string;

/** What the hardware is called among parameters. */
const HARDWARE = 'GPU model';

/** How sensitive outcome and cost of one sweep are to its parameters. */
export function sweepSensitivity(sweep: number, trials: SweepTrials, hardwareOf: HardwareOf): SweepSensitivity {
  const { parameters, metric } = trials;
  const { measured, timed, ended, counts } = sortRuns(trials);
  const failed = ended.map(({ trial, hasFailed }) => ({ y: Number(hasFailed), values: trial.values }));
  return {
    sweep,
    counts,
    ...(metric === undefined ? {} : { metric, ...outcomeOf(parameters, measured, metric.goal) }),
    failures: failuresOf(parameters, failed),
    cost: costOf(parameters, timed, hardwareOf),
  };
}

function outcomeOf(
  parameters: readonly TriedParameter[],
  measured: readonly Trial[],
  goal: 'min' | 'max',
): Pick<SweepSensitivity, 'spread' | 'noise' | 'robustness' | 'effects'> {
  const runs = measured.map(({ metric, values }): Observation => ({ y: metric, values }));
  const [spread, noise] = [spreadOf(runs), noiseOf(parameters, runs)];
  const robustness = robustnessOf(parameters, runs, goal, noise);
  return {
    ...(spread === undefined ? {} : { spread }),
    ...(noise === undefined ? {} : { noise }),
    ...(robustness === undefined ? {} : { robustness }),
    effects: effectsOf(parameters, runs),
  };
}

/** On the logarithm of hours: a parameter that doubles the time does so whatever the others are. Where runs held several models of GPU, these are a parameter too. */
function costOf(
  parameters: readonly TriedParameter[],
  timed: readonly Trial[],
  hardwareOf: HardwareOf,
): SweepSensitivity['cost'] {
  const held = timed.map(hardwareOf);
  const models = [...new Set(held)].sort();
  const all: TriedParameter[] =
    models.length > 1 ? [...parameters, { key: HARDWARE, values: models }] : [...parameters];
  const runs = timed.map(
    ({ wallHours, values }, at): Observation => ({
      y: Math.log(wallHours),
      values: models.length > 1 ? [...values, models.indexOf(held[at] as string)] : values,
    }),
  );
  return effectsOf(all, runs);
}
