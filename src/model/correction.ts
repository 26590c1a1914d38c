import type { SweepKind } from './sweep.ts';

/** What the user says of a sweep: these runs are one, whatever the logs show, or they are none. */
export interface Correction {
  /** Line of the configuration on which it stands. */
  readonly line: number;
  /**
   * Which runs, each text by something that stays the same from report to report: job ids (`1201`, `1201-1224`, `987_[0-11]`, `123_*`), names (`srl_lr*`), ids of runs and
   * sweeps of a tracker.
   */
  readonly runs: readonly string[];
  readonly name?: string | undefined;
  readonly kind?: SweepKind | undefined;
  /** False where they are no sweep at all. */
  readonly isSweep: boolean;
  /** To tell apart ids that two clusters gave. */
  readonly cluster?: string | undefined;
  /** Submitted (or started) then or later, and before: epoch seconds. Tells apart names and ids that came again. */
  readonly from?: number | undefined;
  readonly until?: number | undefined;
}
