import type { ChosenMetric, SweepTrials, Trial } from '../../../model/trial.ts';
import { OUTCOMES } from '../../render/outcome.ts';
import type { Axis } from './axes.ts';

/** What there is to show of a combination of values that was tried. `unmeasured` ended and has no value of the metric; `lost` did not finish. */
export type Showing = 'value' | 'unmeasured' | 'running' | 'lost' | 'waiting';

/** Runs that tried the same values. */
export interface Combination {
  /** The place on each axis. */
  readonly places: readonly number[];
  readonly trials: readonly Trial[];
  readonly showing: Showing;
  /** The runs that {@link showing} speaks of. */
  readonly shown: readonly Trial[];
  /** Mean of the measure over them; NaN where none has it. */
  readonly value: number;
  /** How many runs the mean is of. */
  readonly counted: number;
  /** Runs that did not finish, beside those that the value is of. */
  readonly lostBeside: number;
}

/** What runs are compared by: a metric, or, where none is known, the hours that they took. */
export interface Measure {
  readonly metric?: ChosenMetric;
  /** `val_acc`, `GPU-hours`. */
  readonly name: string;
  readonly of: (trial: Trial) => number;
}

/** The metric where any run has it; else GPU-hours, or hours by the clock where no GPU was held. */
export function measureOf({ trials, metric }: SweepTrials): Measure {
  if (metric !== undefined && trials.some((trial) => Number.isFinite(trial.metric)))
    return { metric, name: metric.name, of: (trial) => (Number.isFinite(trial.metric) ? trial.metric : Number.NaN) };
  return trials.some(({ gpuHours }) => gpuHours > 0)
    ? { name: 'GPU-hours', of: ({ gpuHours }) => gpuHours }
    : { name: 'hours', of: ({ wallHours }) => wallHours };
}

/** The combinations of values that were tried, in order of their first run. */
export function combinationsOf(trials: readonly Trial[], axes: readonly Axis[], measure: Measure): Combination[] {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const key = axes.map(({ placeOf }) => placeOf(trial)).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trial]);
    else group.push(trial);
  }
  return [...groups.values()].map((group) => combination(group, axes, measure));
}

function combination(trials: readonly Trial[], axes: readonly Axis[], measure: Measure): Combination {
  const shownAs = trials.map((trial) => showingOf(trial, measure));
  const showing = ORDER.find((each) => shownAs.includes(each)) as Showing;
  const shown = trials.filter((_, index) => shownAs[index] === showing);
  const values = shown.map(measure.of);
  const known = values.filter((value) => !Number.isNaN(value));
  const lost = shownAs.filter((each) => each === 'lost').length;
  return {
    places: axes.map(({ placeOf }) => placeOf(trials[0] as Trial)),
    trials,
    showing,
    shown,
    value: known.reduce((sum, value) => sum + value, 0) / known.length,
    counted: known.length,
    lostBeside: showing === 'lost' ? 0 : lost,
  };
}

/** What a combination shows of several runs: the first of these. */
const ORDER: readonly Showing[] = ['value', 'running', 'unmeasured', 'lost', 'waiting'];

function showingOf(trial: Trial, { metric, of }: Measure): Showing {
  if (trial.state === 'pending') return 'waiting';
  if (OUTCOMES[trial.state].isLost) return 'lost';
  if (trial.state === 'running') return 'running';
  return metric !== undefined && Number.isNaN(of(trial)) ? 'unmeasured' : 'value';
}
