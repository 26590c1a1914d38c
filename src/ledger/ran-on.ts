import type { JobTable } from '../model/job-table.ts';
import { sourceOf } from './speaks-against.ts';

/** Where people cut windows of `sacct --truncate`: at days and hours, which are whole quarters of an hour in every zone. Our own judgement. */
const WINDOW_STEP_SECONDS = 900;

/** Whether a time may be the edge of a window. */
export const isAtWindowEdge = (seconds: number): boolean => seconds % WINDOW_STEP_SECONDS === 0;

/**
 * Whether an attempt ran on from one of its records to a later one that does not touch it: Slurm said that it was running, and the later one begins at the edge of a window (`sacct --truncate`). It has not
 * begun again then: that would be another submission.
 */
export function ranOnBetween(table: JobTable, earlier: number, later: number): boolean {
  const { suspended, submit, start } = table;
  return (
    table.stateAt(earlier) === 'running' &&
    !suspended.has(earlier) &&
    isAtWindowEdge(start.at(later)) &&
    submit.at(earlier) === submit.at(later) &&
    [earlier, later].every((row) => sourceOf(table, row).startsWith('slurm-'))
  );
}
