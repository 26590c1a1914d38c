import type { JobState } from './job-state.ts';
import type { TriedParameter } from './sweep.ts';

/** Which way a metric is better. */
export const GOALS = ['min', 'max'] as const;
export type Goal = (typeof GOALS)[number];

/** A metric by which runs are compared. */
export interface ChosenMetric {
  readonly name: string;
  readonly goal: Goal;
}

/** A run of a sweep: one configuration tried, with what it took and what it measured. */
export interface Trial {
  /** Its attempts in the ledger, in order of submission; never empty. */
  readonly attempts: readonly number[];
  /** For each parameter of the sweep the index of its value; −1 where it is not known. */
  readonly values: readonly number[];
  /** How its last attempt ended. */
  readonly state: JobState;
  /** Epoch seconds of its first start and its last end; NaN where it never ran. */
  readonly start: number;
  readonly end: number;
  readonly wallHours: number;
  readonly gpuHours: number;
  /** Rent at the method's middle price. */
  readonly cloudUsd: number;
  /** Its value of the sweep's metric; NaN where it has none. */
  readonly metric: number;
}

/** The best run of a sweep by the metric by which its runs are compared. */
export interface BestTrial {
  readonly trial: Trial;
  readonly metric: ChosenMetric;
  /** How many runs have the metric, this one among them. */
  readonly among: number;
}

/** The runs of a sweep as trials of its parameters. */
export interface SweepTrials {
  readonly parameters: readonly TriedParameter[];
  /** In order of submission. */
  readonly trials: readonly Trial[];
  /** By which they are compared; absent where none is known, or which way it is better is not. */
  readonly metric?: ChosenMetric;
}
