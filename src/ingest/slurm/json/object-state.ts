import type { JobState } from '../../../model/job-state.ts';
import { parseState } from '../state.ts';
import { entries, textOf } from './values.ts';

/** Flags that text prints in place of the base state, the first that is set (`job_state_string`, src/common/slurm_protocol_defs.c). */
const FLAGS: readonly string[] = [
  'COMPLETING',
  'STAGE_OUT',
  'CONFIGURING',
  'EXPEDITING',
  'RESIZING',
  'REQUEUED',
  'REQUEUE_FED',
  'REQUEUE_HOLD',
  'SPECIAL_EXIT',
  'STOPPED',
  'REVOKED',
  'RESV_DEL_HOLD',
  'SIGNALING',
];

/** Flags that text never prints. */
const SILENT = new Set(['LAUNCH_FAILED', 'RECONFIG_FAIL', 'POWER_UP_NODE']);

/** The words of a state: one text up to v0.0.39, a list after that. */
export const stateWords = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? entries(value).map(textOf) : [textOf(value)]).map((word) => word.toUpperCase());

/** The state below the flags: `PENDING` of `["PENDING","REQUEUED"]`. */
export const baseState = (words: readonly string[]): string =>
  words.find((word) => !FLAGS.includes(word) && !SILENT.has(word)) ?? words[0] ?? '';

/**
 * The state that text would print for the same record. A list holds a base state and flags; a flag beats the base: a requeued attempt is
 * `["PENDING","REQUEUED"]`, a part of a resized job `["PENDING","RESIZING"]` (seen in 24.11 and 26.05).
 *
 * @param ended whether the log gives it an end and time that passed before it: then it is over, whatever the words say. RUNNING stays:
 *   `sacct --truncate` gives running jobs an end
 */
export function objectState(words: readonly string[], ended: boolean): JobState {
  const base = baseState(words);
  const state = parseState(FLAGS.find((flag) => words.includes(flag)) ?? base);
  if (!ended || (state !== 'pending' && state !== 'running')) return state;
  const below = parseState(base);
  return below === 'pending' ? 'requeued' : below;
}
