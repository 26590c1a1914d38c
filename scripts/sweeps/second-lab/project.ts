import type { Codebase, Context, NameStyle } from './codebase.ts';

/** What a cell of a sweep chose: values as the lab writes them, by the hyperparameter's key. */
export type Cell = Readonly<Record<string, string>>;

/**
 * How a search was laid out. `one-factor` changes one hyperparameter at a time from a default, `picked` is a list of cells that someone thought
 * worth a try: the report has no words of its own for those two.
 */
export type Design = 'grid' | 'random' | 'adaptive' | 'seeds' | 'one-factor' | 'picked';

/** How the jobs of a sweep came to the queue. */
export type Pace = 'array' | 'chunked-array' | 'loop' | 'manual' | 'waves' | 'rounds';

/** A sweep as a lab thought of it. */
export interface Sweep {
  /** `s017`, unique in the project. */
  readonly id: string;
  readonly user: string;
  readonly codebase: Codebase;
  readonly context: Context;
  readonly design: Design;
  readonly pace: Pace;
  /** The hyperparameters that it searches, by key. */
  readonly searched: readonly string[];
  /** What is set for all its runs and is not the default: submit lines say it, names do not. */
  readonly fixed: Cell;
  readonly nameStyle: NameStyle;
  /** An id that people or tools give a sweep, e.g. `k3x9q0ab`: seen in logs only where explicit ids are. */
  readonly mark: string;
  /** Whether its script says that it is an array, so that the submit line does not. */
  readonly hidesArray: boolean;
  /** Id of the sweep whose best region it searches more finely. */
  readonly refines?: string;
  /** Whether each run also has a seed of its own, which is not searched. */
  readonly seedEach: boolean;
  /** What its first run counts as, where people number their runs. */
  readonly numberedFrom: number;
  /** Median wall time of its runs, seconds. */
  readonly wall: number;
  readonly gpus: number;
}

export type State = 'COMPLETED' | 'FAILED' | 'TIMEOUT' | 'OUT_OF_MEMORY' | 'NODE_FAIL' | 'CANCELLED';

/** How a submission ended. A job that never started has no wall time. */
export interface Outcome {
  readonly state: State;
  /** Seconds from submission to start. */
  readonly wait: number;
  /** Seconds that it ran; 0 when it never started. */
  readonly wall: number;
}

/** A job that belongs to no sweep. */
export interface Stray {
  readonly kind: 'interactive' | 'preprocessing' | 'training' | 'evaluation' | 'debugging';
  readonly name: string;
  readonly user: string;
  readonly codebase: Codebase;
  /** Without a name on it. */
  readonly submitLine: string;
  readonly gpus: number;
}

/** One job that someone submitted: a cell of a sweep, or a stray. */
export type Submission = SweepJob | StrayJob;

export interface SweepJob {
  readonly sweep: Sweep;
  readonly cell: Cell;
  /** The number of its cell in the order of submission, and of the array in which it is. Both start at 0. */
  readonly index: number;
  readonly chunk: number;
  /** Which try of its cell this is: 0, then 1 for the first resubmission. */
  readonly retry: number;
  /** Epoch seconds. */
  readonly at: number;
  readonly outcome: Outcome;
}

export interface StrayJob {
  readonly stray: Stray;
  readonly at: number;
  readonly outcome: Outcome;
}

/** A submission that Slurm has given its id. */
export type Job = (SweepJob & Numbered) | (StrayJob & Numbered);

interface Numbered {
  readonly id: number;
}

/** Everything that a lab did in some months, with the truth of it. Jobs are in order of submission, and so are their ids. */
export interface Project {
  readonly seed: number;
  readonly difficulty: Difficulty;
  readonly jobs: readonly Job[];
  readonly sweeps: readonly Sweep[];
}

/**
 * `easy`: sweeps are hours apart and go to the queue at once. `hard`: the next sweep comes minutes after the last from the same person and
 * directory, jobs drip in waves of four, and two sweeps run through each other.
 */
export type Difficulty = 'easy' | 'hard';

export const isSweepJob = <Kind extends Submission>(job: Kind): job is Extract<Kind, SweepJob> => 'sweep' in job;
