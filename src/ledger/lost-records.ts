import type { JobTable } from '../model/job-table.ts';

/** Slurm ends a job soon after its time limit; a site may let jobs run over it a little (`OverTimeLimit`). Our own judgement. */
const OVER_LIMIT = { factor: 1.1, graceSeconds: 3600 };

/** Windows of `sacct --truncate` begin and end at whole quarters of an hour: people write days, and zones are quarters apart. Our own judgement. */
const WINDOW_STEP_SECONDS = 900;

/** Whether a job has run for so much longer than it was allowed to that the cluster must have lost it. Not known without a limit. */
export const isOverLimit = (seconds: number, limit: number): boolean =>
  Number.isFinite(limit) && seconds > limit * OVER_LIMIT.factor + OVER_LIMIT.graceSeconds;

/**
 * The records of an attempt without those that had it still running after it had ended, where one tells its end: a job that the cluster lost is printed as running until somebody ends it in the
 * accounting (`sacctmgr show runawayjobs`), and that sets its end back to its start. An end at a window's edge may be that of `sacct --truncate`: such a record says nothing of what came after.
 */
export function withoutLost(table: JobTable, rows: readonly number[]): readonly number[] {
  const { start, end, elapsed, timeLimit } = table;
  const isRunning = (row: number): boolean => table.stateAt(row) === 'running' && elapsed.at(row) > 0;
  const final = rows.filter((row) => table.stateAt(row) !== 'running' && start.at(row) <= end.at(row));
  if (final.length === 0 || !rows.some(isRunning)) return rows;
  const ended = Math.max(...final.map((row) => end.at(row)));
  const mayBeCut = ended % WINDOW_STEP_SECONDS === 0 && final.some((row) => elapsed.at(row) > 0);
  const isLost = (row: number): boolean => {
    const from = start.at(row);
    if (
      !isRunning(row) ||
      !(from + elapsed.at(row) > ended) ||
      !(from < ended || final.some((each) => start.at(each) === from))
    )
      return false;
    return !mayBeCut || isOverLimit(elapsed.at(row), timeLimit.at(row));
  };
  return rows.filter((row) => !isLost(row));
}
