import type { ChosenMetric } from './trial.ts';

/** Why nothing is said of a sweep, or of one of its parameters. */
export const UNTOLD = ['few-runs', 'no-parameter', 'constant', 'entangled', 'all-different'] as const;
export type Untold = (typeof UNTOLD)[number];

/** What the runs say of a parameter: it matters, no effect is told from chance, or nothing can be said. */
export type Standing = 'matters' | 'not-shown' | 'untold';

/** Runs that had one value of a parameter, or values next to each other. */
export interface ValueGroup {
  /** As written: one value, or the first and the last of several; empty text where the parameter was not set. */
  readonly values: readonly string[];
  /** How many, in the unit of the parameter. */
  readonly count: number;
  /** What was measured of these runs, were all other parameters the same. */
  readonly mean: number;
}

/** What a parameter does to what was measured. */
export interface ParameterEffect {
  /** Several where they were only ever changed together. */
  readonly keys: readonly string[];
  readonly standing: Standing;
  readonly untold?: Untold;
  /** What counts once of it. */
  readonly unit: Effects['unit'];
  /** The chance of as large an effect of a parameter that does nothing, 0.001 to 1; NaN where it is not told. */
  readonly p: number;
  /** Its share of the variance of what was measured, 0 to 1: ANOVA's sum of squares, or the forest's. NaN where it is not told. */
  readonly share: number;
  /** ω², the share without what chance adds to it; may be below 0. NaN where it is not told. */
  readonly omegaSquared: number;
  /** Between the groups with the highest and the lowest mean. NaN where it is not told. */
  readonly swing: number;
  readonly groups: readonly ValueGroup[];
}

/** What two parameters do together, beyond what each does alone. */
export interface InteractionEffect {
  readonly keys: readonly [readonly string[], readonly string[]];
  readonly standing: Standing;
  readonly p: number;
  readonly share: number;
  readonly omegaSquared: number;
}

/** What the parameters of a sweep do to one thing that was measured. */
export interface Effects {
  /** Runs of which it is known and that count. */
  readonly runs: number;
  /** Distinct combinations of values among them, repeats counted once. */
  readonly configurations: number;
  /** What counts once: a run, or a configuration with the mean of its runs. Parameters that vary within configurations still count by run. */
  readonly unit: 'run' | 'configuration';
  /** Analysis of variance, or, of 50 combinations and more that are no grid, a random forest. */
  readonly method: 'anova' | 'forest';
  /** Why nothing is said of any parameter. */
  readonly untold?: Untold;
  readonly parameters: readonly ParameterEffect[];
  readonly interactions: readonly InteractionEffect[];
}

/** How far a metric differs between the runs of a sweep. */
export interface MetricSpread {
  readonly runs: number;
  readonly mean: number;
  /** Of the sample: divided by runs − 1. In the square of the metric's unit. */
  readonly variance: number;
  readonly deviation: number;
  /** Between the quartiles. */
  readonly middleHalf: number;
  readonly lowest: number;
  readonly highest: number;
}

/** How much repeats of one configuration differ: what a metric moves by without any parameter. */
export interface RepeatNoise {
  readonly deviation: number;
  /** Configurations that ran more than once, their runs, and the degrees of freedom. */
  readonly configurations: number;
  readonly runs: number;
  readonly freedom: number;
}

/** How many configurations come close to the best. */
export interface Closeness {
  /** `1 %` and `5 %` of the best value; `noise`: one standard deviation of repeats. */
  readonly within: 'one-percent' | 'five-percent' | 'noise';
  readonly share: number;
}

export interface Robustness {
  readonly configurations: number;
  /** The best configuration's value, its repeats averaged. */
  readonly best: number;
  readonly close: readonly Closeness[];
}

/** How many runs failed, by the values of a parameter. */
export interface FailureGroup {
  readonly values: readonly string[];
  readonly failed: number;
  readonly runs: number;
}

export interface FailuresByParameter {
  readonly keys: readonly string[];
  readonly standing: Standing;
  readonly p: number;
  readonly groups: readonly FailureGroup[];
}

/** What became of the runs of a sweep. */
export interface RunCounts {
  readonly all: number;
  /** Failed, cancelled, out of time or memory, lost with their node. */
  readonly failed: number;
  /** Ended far outside of where the others did. */
  readonly diverged: number;
  /** Ended well, without a value of the metric. */
  readonly unmeasured: number;
  /** Not yet done, or not known how they ended and without a value. */
  readonly open: number;
  /** Those that count although no log says how they ended. */
  readonly endUnknown: number;
}

/** How sensitive the outcome of a sweep, and what it took, are to its parameters. */
export interface SweepSensitivity {
  /** Index of the sweep. */
  readonly sweep: number;
  readonly counts: RunCounts;
  readonly metric?: ChosenMetric;
  readonly spread?: MetricSpread;
  readonly noise?: RepeatNoise;
  readonly robustness?: Robustness;
  /** On the metric; absent where there is none. */
  readonly effects?: Effects;
  readonly failures: readonly FailuresByParameter[];
  /** On the natural logarithm of the hours that completed runs took. */
  readonly cost: Effects;
}

/** Of the sweeps that held most, in the order of the sweeps. */
export interface Sensitivity {
  readonly sweeps: readonly SweepSensitivity[];
  /** Sweeps of enough runs that were not looked at, since there are too many. */
  readonly left: number;
  /** How many times a p was judged, and how many of these would come out as mattering by chance if nothing did. */
  readonly tests: number;
  readonly byChance: number;
  /** Up to which p a parameter, and what two do together, counts as mattering. */
  readonly threshold: number;
  readonly pairThreshold: number;
}
