import type { JobState } from '../../../model/job-state.ts';
import { parseState } from '../state.ts';

/** `enum job_states` of slurm/slurm.h, by number. */
const BASES =
  'PENDING RUNNING SUSPENDED COMPLETED CANCELLED FAILED TIMEOUT NODE_FAIL PREEMPTED BOOT_FAIL DEADLINE OUT_OF_MEMORY'.split(
    ' ',
  );
const BASE_MASK = 0xff;

/** Flags in the order in which `job_state_string` (src/common/slurm_protocol_defs.c) looks for them: the first says what is printed. */
const FLAGS: readonly (readonly [number, string])[] = [
  [15, 'COMPLETING'],
  [23, 'STAGE_OUT'],
  [14, 'CONFIGURING'],
  [13, 'RESIZING'],
  [10, 'REQUEUED'],
  [20, 'REQUEUE_FED'],
  [11, 'REQUEUE_HOLD'],
  [12, 'SPECIAL_EXIT'],
  [16, 'STOPPED'],
  [19, 'REVOKED'],
  [21, 'RESV_DEL_HOLD'],
  [22, 'SIGNALING'],
];

/** The number of a suspended job: its `time_suspended` is when that began. */
export const SUSPENDED = 2;

/** Reads the number in the column `state`: a base state, and flags above it. */
export function stateOfNumber(number: number): JobState {
  const flag = FLAGS.find(([bit]) => ((number >>> bit) & 1) === 1)?.[1];
  return parseState(flag ?? BASES[number & BASE_MASK] ?? '');
}
