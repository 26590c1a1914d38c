import type { SweepKind } from '../../../src/model/sweep.ts';
import type { Axis } from './axes.ts';
import type { CommandStyle } from './command-styles.ts';
import type { NameStyle } from './name-styles.ts';
import type { Noise } from './noise.ts';

/** How hard a lab makes it: several directories and long pauses, or one directory and hardly any. */
export type Difficulty = 'easy' | 'hard';

/** One choice of hyperparameters: values by the short name of their axis. */
export type Cell = Readonly<Record<string, string>>;

/** A directory in which one person works, and the habits they have there. */
export interface Project {
  readonly user: string;
  /** First word of all names. */
  readonly stem: string;
  readonly workDir: string;
  /** What is launched: `train` for train.sh and train.py. */
  readonly program: string;
  readonly axes: readonly Axis[];
  readonly naming: NameStyle;
  readonly command: CommandStyle;
  readonly noise: readonly Noise[];
  /** Whether names and submit lines tell all hyperparameters, or only those that a sweep varies. */
  readonly listsAll: boolean;
}

/** What a sweep is to try. */
export interface Design {
  readonly kind: Extract<SweepKind, 'grid' | 'random' | 'adaptive' | 'seeds' | 'mixed'>;
  /** Axes that take more than one value. */
  readonly varied: readonly Axis[];
  /** The point that it is around. */
  readonly base: Cell;
  /** In order of submission. */
  readonly cells: readonly Cell[];
}

/** How a sweep is submitted. */
export type Layout = 'loop' | 'array' | 'waves' | 'by-hand' | 'one-by-one';

/** A sweep of a lab. */
export interface LabSweep {
  /** E.g. `s012`: unique in its lab. */
  readonly label: string;
  readonly project: Project;
  /** A word by which names tell experiments apart: `crf`; empty for the plain one. */
  readonly word: string;
  readonly design: Design;
  /** Axes whose values names and submit lines tell; none for arrays, whose script knows them. */
  readonly shown: readonly Axis[];
  readonly layout: Layout;
}

/** One execution. */
export interface LabJob {
  readonly project: Project;
  /** Absent for what is in no sweep. */
  readonly sweep?: LabSweep;
  readonly cell: Cell;
  /** Epoch seconds. */
  readonly submit: number;
  readonly start: number;
  readonly state: string;
  readonly seconds: number;
  /** The submission as an array that it is a task of, e.g. `0-11`. */
  readonly array?: {
    readonly key: string;
    readonly tasks: string;
    readonly task: number;
    /** Whether it tries again what another array left undone. */
    readonly isRetry: boolean;
  };
  /** The name of what is in no sweep. */
  readonly strayName?: string;
}
