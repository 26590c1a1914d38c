import type { JobTable } from '../model/job-table.ts';
import { isAtWindowEdge } from './ran-on.ts';

/** Slurm ends a job soon after its time limit; a site may let jobs run over it a little (`OverTimeLimit`). Our own judgement. */
const OVER_LIMIT = { factor: 1.1, graceSeconds: 3600 };

/** The most seconds that a job may run that is not lost, by its time limit in seconds. */
export const mostWithin = (limit: number): number => limit * OVER_LIMIT.factor + OVER_LIMIT.graceSeconds;

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
  const mayBeCut = isAtWindowEdge(ended) && final.some((row) => elapsed.at(row) > 0);
  /** Seen beyond the end, in time that it had begun before. */
  const isBeyond = (row: number): boolean => {
    const from = start.at(row);
    const isBegun = from < ended || final.some((each) => start.at(each) === from);
    return isRunning(row) && isBegun && from + elapsed.at(row) > ended;
  };
  const isLost = (row: number): boolean =>
    isBeyond(row) && !(mayBeCut && !(elapsed.at(row) > mostWithin(timeLimit.at(row))));
  return rows.filter((row) => !isLost(row));
}
