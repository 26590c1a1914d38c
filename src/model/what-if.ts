import type { Range } from './estimate.ts';
import type { HardwareWhatIf } from './hardware-what-if.ts';
import type { SweepKind } from './sweep.ts';
import type { ChosenMetric } from './trial.ts';

/** What runs took: GPU-hours, rent at the method's middle price, and how many configurations that were. */
export interface Spent {
  readonly configurations: number;
  readonly gpuHours: number;
  readonly cloudUsd: number;
}

/** What was searched, one entry a configuration: runs with the same values of all known parameters (repeats, retries) are one. */
export interface PoolFacts extends Spent {
  readonly runs: number;
  /** Configurations of which no run has a value of the metric: they crashed, were stopped, or logged none. They count with what they took. */
  readonly withoutMetric: number;
  /** Configurations that ran more than once. */
  readonly repeated: number;
  readonly best: number;
  readonly worst: number;
}

/** The best of so many configurations drawn at random from those that were run. In units of the metric. */
export interface BestAfter {
  readonly configurations: number;
  readonly gpuHours: number;
  readonly cloudUsd: number;
  /** Chance that none of them has a value of the metric at all; the figures below are of the draws where one has. */
  readonly chanceOfNone: number;
  readonly mean: number;
  /** Between these lies the best in at least four of five draws. */
  readonly low: number;
  readonly high: number;
}

/** What the second half of the configurations adds in random order. */
export interface SecondHalf extends Spent {
  /** To the best that is expected, in units of the metric. */
  readonly gain: number;
  /** Chance that nothing as good as the best is in the first half. */
  readonly chanceOfBest: number;
}

/** How the order in which the runs really ended tells what was needed. */
export interface InHindsight {
  /** The best was the so-manyth configuration to end. */
  readonly place: number;
  /** What configurations took that began after the best had ended. */
  readonly startedAfter: Spent;
}

/** One way in which the search could have gone, by what was really run. */
export interface Replay {
  readonly id:
    | 'half-at-random'
    | 'random-until-best'
    | 'random-until-good'
    | 'tpe-half'
    | 'tpe-until-good'
    | 'median-stopping'
    | 'successive-halving'
    | 'hyperband';
  /** Part of the GPU-hours of the sweep that it would not have used, 0 to 1: the mean, and between what it lies in four of five repetitions where chance is in it. Never under 0. */
  readonly saved: Range;
  readonly savedGpuHours: number;
  readonly savedUsd: number;
  /** How much worse the best that it finds is than the best of the sweep, in units of the metric: the mean, and the worst of nine in ten repetitions. */
  readonly regret: { readonly mean: number; readonly high: number };
  /** Calendar time over that in which runs of the sweep really ran; NaN where the order alone is replayed. */
  readonly stretch: number;
  /** Whether it knows when to stop only because the results are known now. */
  readonly isHindsight: boolean;
  /** Set where it is no better than random order under the same rule: then nothing is to be gained by it here. */
  readonly losesTo?: 'random';
}

/** Why a kind of replay is not offered of a sweep. */
export type NotReplayed =
  | 'too-few-to-learn'
  | 'too-many-to-learn'
  | 'values-untold'
  | 'times-untold'
  | 'no-curves'
  | 'curves-begin-late'
  | 'too-many-to-stop';

/** What a sweep would have been otherwise. */
export interface SweepWhatIf {
  /** Its index in the facts. */
  readonly sweep: number;
  readonly kind: SweepKind;
  readonly metric: ChosenMetric;
  readonly pool: PoolFacts;
  /** From one configuration to all, at most {@link MOST_STEPS} of them. */
  readonly expectedBest: readonly BestAfter[];
  /** What the second half of the configurations added to the best that is expected, in units of the metric, and what it took. */
  readonly secondHalf: SecondHalf;
  readonly hindsight?: InHindsight;
  readonly replays: readonly Replay[];
  /** How many configurations count as good in the replays. */
  readonly good: number;
  /** How many configurations ran side by side, on average, while any ran; NaN where times are not known. */
  readonly concurrency: number;
  /** Why some replays are not among them. */
  readonly notReplayed: readonly NotReplayed[];
}

/** Searches that were left out, by why. */
export interface LeftOut {
  readonly withoutMetric: number;
  readonly seeds: number;
  readonly tooFew: number;
  readonly constant: number;
  /** Beyond the largest ones that are looked at. */
  readonly beyond: number;
}

/** The same project otherwise. */
export interface WhatIf {
  /** Largest first. */
  readonly sweeps: readonly SweepWhatIf[];
  readonly leftOut: LeftOut;
  /** Indices of sweeps above that fed each other, in families: their savings do not add up. */
  readonly families: readonly (readonly number[])[];
  readonly hardware?: HardwareWhatIf;
}

/** How many steps of the expected best are kept. */
export const MOST_STEPS = 30;

/** From how many configurations with a value on the best of a draw is worth a figure; as for robustness. */
export const LEAST_CONFIGURATIONS = 8;

/** From how many on a search that learns is replayed: below, its random beginning is most of the budget. */
export const LEAST_TO_LEARN = 20;
