import type { JobState } from '../../model/job-state.ts';

/** Slurm's words and two-letter codes (`job_state_string`, src/common/slurm_protocol_defs.c) in our words. */
const STATES: Readonly<Record<string, JobState>> = {
  COMPLETED: 'completed',
  CD: 'completed',
  FAILED: 'failed',
  F: 'failed',
  SPECIAL_EXIT: 'requeued',
  SE: 'requeued',
  LAUNCH_FAILED: 'failed',
  CANCELLED: 'cancelled',
  CA: 'cancelled',
  REVOKED: 'cancelled',
  RV: 'cancelled',
  TIMEOUT: 'timeout',
  TO: 'timeout',
  DEADLINE: 'timeout',
  DL: 'timeout',
  OUT_OF_MEMORY: 'out-of-memory',
  OOM: 'out-of-memory',
  PREEMPTED: 'preempted',
  PR: 'preempted',
  NODE_FAIL: 'node-fail',
  NF: 'node-fail',
  BOOT_FAIL: 'node-fail',
  BF: 'node-fail',
  RUNNING: 'running',
  R: 'running',
  SUSPENDED: 'running',
  S: 'running',
  STOPPED: 'running',
  ST: 'running',
  COMPLETING: 'running',
  CG: 'running',
  SIGNALING: 'running',
  SI: 'running',
  STAGE_OUT: 'running',
  SO: 'running',
  REQUEUED: 'requeued',
  RQ: 'requeued',
  REQUEUE_FED: 'requeued',
  RF: 'requeued',
  REQUEUE_HOLD: 'requeued',
  RH: 'requeued',
  RESIZING: 'resized',
  RS: 'resized',
  PENDING: 'pending',
  PD: 'pending',
  CONFIGURING: 'pending',
  CF: 'pending',
  EXPEDITING: 'pending',
  RESV_DEL_HOLD: 'pending',
  RD: 'pending',
};

const SHORTEST_PREFIX = 4;

/**
 * Reads a state cell: `CANCELLED by 1001`, `CD`, or a word that a narrow column cut (`OUT_OF_ME+`), which is completed when
 * only one word fits. Anything else is `unknown`.
 */
export const parseState = (text: string): JobState => STATES[wordOf(text)] ?? 'unknown';

/** Whether a state cell says that the job is suspended. */
export function isSuspended(text: string): boolean {
  const word = wordOf(text);
  return word === 'SUSPENDED' || word === 'S';
}

/** The word of Slurm's that a state cell says; what stands there when it is none. */
function wordOf(text: string): string {
  const word = text.split(' ', 1)[0]?.toUpperCase() ?? '';
  if (STATES[word] !== undefined) return word;
  const prefix = word.replace(/\+$/, '');
  if (prefix.length < SHORTEST_PREFIX) return word;
  const fitting = Object.keys(STATES).filter((state) => state.startsWith(prefix));
  return fitting.length === 1 ? (fitting[0] as string) : word;
}
