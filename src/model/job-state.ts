/**
 * How an attempt ended, in words shared by all sources. The order is that of the codes in a table's `state` column.
 * `requeued` and `resized` are attempts that were cut off so that the same job could go on as another attempt.
 */
export const JOB_STATES = [
  'completed',
  'failed',
  'cancelled',
  'timeout',
  'out-of-memory',
  'preempted',
  'node-fail',
  'running',
  'requeued',
  'resized',
  'pending',
  'unknown',
] as const;

export type JobState = (typeof JOB_STATES)[number];

/** The state behind a code; `unknown` for a code that is none. */
export const stateOf = (code: number): JobState => JOB_STATES[code] ?? 'unknown';

/** States in which an attempt may still go on: a later record of the same attempt supersedes it. */
export const isOpen = (state: JobState): boolean => state === 'running' || state === 'pending' || state === 'unknown';

/** States in which the work of an attempt is lost, as far as logs tell: a checkpoint may have kept some. A `resized` attempt goes on as another. */
const LOST = new Set<JobState>([
  'failed',
  'cancelled',
  'timeout',
  'out-of-memory',
  'preempted',
  'node-fail',
  'requeued',
]);

export const isLost = (state: JobState): boolean => LOST.has(state);
