import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';

/** Up to when a record tells of its attempt, epoch seconds: its end, or the moment at which it was still open. NaN when it never started, or does not say when. */
export function reachOf({ start, end, elapsed }: JobTable, row: number): number {
  const stated = end.at(row);
  return Number.isNaN(stated) ? start.at(row) + elapsed.at(row) : stated;
}

/** Of two records of an attempt the later first: a final one before an open one, then the one that reaches further, then the longer. */
export function byNews(table: JobTable, left: number, right: number): number {
  const open = Number(isOpen(table.stateAt(left))) - Number(isOpen(table.stateAt(right)));
  return (
    open || less(reachOf(table, right), reachOf(table, left)) || less(table.elapsed.at(right), table.elapsed.at(left))
  );
}

/** The latest record of an attempt; of equally late ones the one given, else the first. */
export const latestOf = (table: JobTable, rows: readonly number[], before = rows[0] as number): number =>
  rows.reduce((latest, row) => (byNews(table, row, latest) < 0 ? row : latest), before);

/** NaN tells nothing. */
const less = (one: number, other: number): number => (Number.isNaN(one - other) ? 0 : one - other);
