import type { Hardware } from './partitions.ts';
import type { Person } from './people.ts';

/** What all jobs of one `sbatch` loop or array have in common. */
export interface Experiment {
  readonly person: Person;
  /** E.g. `tagger-crf-v3`. */
  readonly name: string;
  readonly workDir: string;
  readonly hardware: Hardware;
  /** Median wall time of its jobs, and the limit asked for. */
  readonly typicalSeconds: number;
  readonly limitHours: number;
}

/** A job to be submitted: one call of `sbatch`, or one task of its array. */
export interface Job {
  readonly experiment: Experiment;
  /** As sacct prints it: `4211873`, or `4211873_17` for a task. */
  readonly id: string;
  readonly rawId: number;
  readonly name: string;
  readonly submitLine: string;
}

/** One execution of a job, or its wait when it never ran; times in epoch seconds. */
export interface Attempt {
  readonly job: Job;
  readonly submit: number;
  /** Absent when it was cancelled before it started. */
  readonly start?: number;
  readonly end: number;
  readonly ending: Ending;
  readonly nodeList: string;
}

/** How an attempt ended. */
export interface Ending {
  /** As sacct prints it, but for the uid after `CANCELLED by`. */
  readonly state: string;
  readonly exitCode: string;
  /** What its batch step shows. */
  readonly batchState: string;
  readonly batchExitCode: string;
  /** Whether Slurm runs it again under the same id. */
  readonly isRequeued: boolean;
}
