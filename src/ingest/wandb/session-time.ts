import type { JobState } from '../../model/job-state.ts';
import type { DurationBasis } from '../../model/tracked-run.ts';

/** What a session's files tell of its time. Epoch seconds and seconds; NaN where they tell nothing. */
export interface TimeEvidence {
  /** Start as each file tells it, the surest first. */
  readonly starts: readonly number[];
  readonly exit: { readonly code: number; readonly runtime: number } | undefined;
  /** Seconds that earlier sessions of the run had taken, as the session's own record says. */
  readonly before: number;
  /** Whether it continues an earlier session: the client said so, or the same id has an earlier directory. */
  readonly isResumed: boolean;
  /** Last sign of life: system metrics or a step of the history. */
  readonly lastSeen: number;
  /** Whether system metrics are among the signs of life: they are sampled to the end. */
  readonly isSampled: boolean;
  /** The run's time in its summary: all sessions. */
  readonly summary: number;
  /** From the first to the last line of the debug log. */
  readonly debugLog: number;
}

export interface SessionTime {
  readonly start: number;
  readonly elapsed: number;
  readonly basis: DurationBasis;
}

/** Runtimes of a session agree with its last sign of life within this, in 828 of 830 real logs within half of it (FORMATS of W&B). */
const AGREE_SECONDS = 120;
/** System metrics are sampled at least so often, so a session shows itself until so short before its end. */
const SAMPLING_SECONDS = 30;

/**
 * How long a session ran. The runtime of an exit record counts all sessions of a run (and in some versions the time between them), so it is held against what this session
 * shows: its last sign of life and its debug log.
 * Without an exit record (crashed, killed, or still running) the last sign of life is where the time ends: a lower bound.
 */
export function sessionTime(evidence: TimeEvidence): SessionTime {
  const start = toMillis(evidence.starts.find((each) => !Number.isNaN(each)) ?? Number.NaN);
  const shown = evidence.lastSeen - start;
  if (evidence.exit !== undefined)
    return { start, elapsed: exitSeconds(evidence, evidence.exit.runtime, shown), basis: 'exit' };
  if (shown >= 0) return { start, elapsed: toMillis(shown), basis: 'last-seen' };
  if (evidence.summary >= 0) return { start, elapsed: evidence.summary, basis: 'summary' };
  if (evidence.debugLog >= 0) return { start, elapsed: evidence.debugLog, basis: 'debug-log' };
  return { start, elapsed: Number.NaN, basis: 'none' };
}

/** Clocks are read to nanoseconds; what they mean is no finer than this. */
const toMillis = (seconds: number): number => Math.round(seconds * 1000) / 1000;

function exitSeconds({ before, isResumed, isSampled, debugLog }: TimeEvidence, runtime: number, shown: number): number {
  // Less than a second is not written, and old clients wrote none.
  if (Number.isNaN(runtime)) return shown > 0 ? toMillis(shown) : 0;
  const own = runtime - (before > 0 ? before : 0);
  // The run's own clock stops while it is paused, and it held its machine on.
  if (shown - own > AGREE_SECONDS) return toMillis(shown);
  if (!(own > shown) || Math.abs(own - debugLog) <= SAMPLING_SECONDS) return Math.max(0, own);
  // More than the session shows: earlier sessions are in it, or nothing was logged towards the end.
  if (isResumed || before > 0) return toMillis(shown);
  if (own - shown <= AGREE_SECONDS) return own;
  if (Number.isNaN(debugLog)) return isSampled ? toMillis(shown) : own;
  return toMillis(Math.min(own, Math.max(shown, debugLog)));
}

/** Python ends with 255 where the user interrupted it [wandb/sdk/lib/exit_hooks.py]. */
const INTERRUPTED = 255;

/** How a session ended. Without a record of its exit it crashed, was killed, or runs: nothing tells. */
export function sessionState(exit: TimeEvidence['exit']): JobState {
  if (exit === undefined) return 'unknown';
  if (exit.code === 0) return 'completed';
  return exit.code === INTERRUPTED ? 'cancelled' : 'failed';
}
