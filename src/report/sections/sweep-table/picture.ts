import type { BestTrial, SweepTrials, Trial } from '../../../model/trial.ts';
import { amount, significant } from '../../render/format.ts';
import { type Layout, layoutOf } from './axes.ts';
import { type Combination, combinationsOf, type Measure, measureOf } from './combinations.ts';
import { shadesOf } from './shades.ts';

/** All that the drawing of a sweep shows. */
export interface Picture extends Layout {
  /** Of the sweep: begins the ids inside of the drawing. */
  readonly id: string;
  readonly measure: Measure;
  readonly combinations: readonly Combination[];
  /** Runs in all combinations. */
  readonly runs: number;
  readonly shade: (value: number) => number;
  /** A value of the measure as it is printed. */
  readonly print: (value: number) => string;
  /** Whether the best run is among those of a combination. */
  readonly isBest: (combination: Combination) => boolean;
}

const METRIC_FIGURES = 4;

export function pictureOf(id: string, sweep: SweepTrials, best: BestTrial | undefined): Picture {
  const layout = layoutOf(sweep);
  const measure = measureOf(sweep);
  // Where nothing is known of what was tried, each run stands for itself.
  const groups = layout.axes.length === 0 ? sweep.trials.map((trial) => [trial]) : [sweep.trials];
  const combinations = groups.flatMap((trials) => combinationsOf(trials, layout.axes, measure));
  return {
    ...layout,
    id,
    measure,
    combinations,
    runs: sweep.trials.length,
    shade: shadesOf(combinations, measure),
    print: measure.metric === undefined ? amount : (value) => significant(value, METRIC_FIGURES),
    isBest: ({ trials }) => best !== undefined && trials.some((trial) => isSame(trial, best.trial)),
  };
}

const isSame = (one: Trial, other: Trial): boolean =>
  one.attempts[0] === other.attempts[0] && Object.is(one.metric, other.metric);
