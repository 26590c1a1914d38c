import type { SweepKind } from '../../../src/model/sweep.ts';
import type { Level } from './levels.ts';

/** Where a labelled log comes from. */
export const SETS = ['easy', 'hard', 'easy-2', 'hard-2', 'lisa', 'benchmarks', 'slurm', 'algoperf', 'wandb'] as const;

export type SetName = (typeof SETS)[number];

/** A hyperparameter as a sweep really varied it. */
export interface TrueParameter {
  /** How logs may spell it, in small letters and without dashes before it; none where they give it no name. */
  readonly keys: readonly string[];
  /** The value of each job, by raw id. */
  readonly values: ReadonlyMap<string, string>;
  /** A switch, whose values readers word as they like. */
  readonly isFlag: boolean;
}

/** A sweep as it was meant, as far as a log of this level tells. */
export interface TrueSweep {
  readonly kind?: SweepKind;
  readonly parameters?: readonly TrueParameter[];
  /** What may make it hard to find: `name cut8`, `command hydra`. */
  readonly traits?: readonly string[];
}

/** A log of which it is known what belongs together. */
export interface LabelledLog {
  readonly set: SetName;
  readonly level: Level;
  /** E.g. `hard/103`, or `real-22.05`. */
  readonly name: string;
  /** What to read: text by the name of its file, or a path. */
  readonly source: Readonly<Record<string, string>> | string;
  /** The label of a job's sweep by raw job id; empty for what is in no sweep. What is not listed is not judged, unless it is found with what is. */
  readonly truth: ReadonlyMap<string, string>;
  /** By label; absent where the truth does not say. */
  readonly sweeps?: ReadonlyMap<string, TrueSweep>;
}
