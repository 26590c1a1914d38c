import type { NestingRule } from './ledger.ts';
import type { DurationBasis } from './tracked-run.ts';

/** Sessions of tracked runs whose duration rests on the same. */
export interface TimedBy {
  readonly basis: DurationBasis;
  readonly sessions: number;
  readonly wallHours: number;
}

/** Tracked runs inside of a scheduler's jobs. */
export interface NestedTime {
  /** Sessions, by how they were found to have run there. */
  readonly byRule: ReadonlyMap<NestingRule, number>;
  readonly jobs: number;
  /** GPU-hours of these jobs, and of the parts of them in which a run ran. */
  readonly allocatedGpuHours: number;
  readonly usedGpuHours: number;
}

/** What experiment trackers logged. */
export interface Tracking {
  /** All sessions, inside of jobs or not. */
  readonly timedBy: readonly TimedBy[];
  /** Absent when none ran inside of a job. */
  readonly nested?: NestedTime;
}
