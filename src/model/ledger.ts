import type { JobTable } from './job-table.ts';
import type { Reconciliation } from './reconciliation.ts';

/** How a tracked run was found to have run inside of a scheduler's job: it says the job's id; or host and time agree, and the user does too. */
export type NestingRule = 'slurm-job' | 'host-time-user' | 'host-time';

/** A tracked run that ran inside of an attempt. The attempt costs; the run says what it was for. */
export interface NestedRun {
  /** The row that speaks for it. */
  readonly row: number;
  /** The attempt in which it ran. */
  readonly attempt: number;
  /** Sessions and ranks of the same run have the same number. */
  readonly run: number;
  /** Epoch seconds, as its own record says: clocks of the two logs may differ by some seconds. Where they are hours apart, by the clock of the attempt. */
  readonly start: number;
  readonly end: number;
  readonly rule: NestingRule;
  /** How sure it is that it ran there, 0 to 1. */
  readonly confidence: number;
}

/**
 * Attempts, each counted once, in order of submission. Columns have `count` entries; an attempt is an index into them.
 * What the ledger decided stands here; all else is looked up in `table` at `row[attempt]`.
 */
export interface Ledger {
  readonly table: JobTable;
  readonly count: number;
  /** The row that speaks for the attempt: the record that knows most, or one composed of several. */
  readonly row: Uint32Array;
  /** Epoch seconds; NaN when it never started. */
  readonly start: Float64Array;
  /** Epoch seconds, exclusive; for an open attempt the moment up to which it is counted. NaN when it never started. */
  readonly end: Float64Array;
  /** Wall seconds, suspension excluded; 0 when it never ran. */
  readonly wall: Float64Array;
  /** Seconds between start and end in which it was suspended: it may have held its GPUs, and they are not in `wall`. */
  readonly suspended: Float32Array;
  /** Codes of `JOB_STATES`. */
  readonly state: Uint8Array;
  /** Index of the run that the attempt is part of, 0 … `runs` − 1. */
  readonly run: Uint32Array;
  /** How many runs there are: attempts joined over requeues. */
  readonly runs: number;
  /** Tracked runs inside of the attempts, by attempt, then by start. */
  readonly nested: readonly NestedRun[];
  readonly reconciliation: Reconciliation;
}
