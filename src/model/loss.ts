import type { Range } from './estimate.ts';
import type { JobState } from './job-state.ts';

/** What a sweep, or a run outside of sweeps, lost to attempts that did not complete. */
export interface Loss {
  /** Index of the sweep; absent for a single run. */
  readonly sweep?: number;
  /** Its first attempt that was lost, by which a single run is named, and the row that speaks for it. */
  readonly attempt: number;
  readonly row: number;
  /** How many attempts ran and were lost. */
  readonly attempts: number;
  readonly gpuHours: number;
  /** Rent of the lost GPU-hours. */
  readonly cloudUsd: Range;
  /** The lost GPU-hours by how the attempts ended. */
  readonly byState: ReadonlyMap<JobState, number>;
}

/** The largest losses of a project, largest first. */
export interface Losses {
  readonly largest: readonly Loss[];
  /** How many sweeps and single runs lost anything. */
  readonly items: number;
  /** GPU-hours lost in all, and their rent. */
  readonly gpuHours: number;
  readonly cloudUsd: Range;
}
