import type { JobTable } from '../../model/job-table.ts';

/** Creation on the server and start on the machine are this far apart at most; ends, reckoned from the last step, too. Our own judgement. */
const CLOCK_SECONDS = 120;

/**
 * Finds the run that a record means which knows it by its display name alone, as tables without the column of ids do: another record has that name and an id, and the same time.
 * Names are not unique, so the name alone does not do.
 *
 * @returns for such a record the one that knows its id
 */
export function namedRuns(table: JobTable): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  const withId = new Map<string, number[]>();
  const named: number[] = [];
  for (const row of table.tracked.rows()) {
    const name = table.name.at(row);
    if (table.jobId.at(row) === name && table.tracked.at(row)?.isWhole === true) named.push(row);
    else if (table.jobId.at(row) !== name) listOf(withId, name).push(row);
  }
  for (const row of named) {
    const same = withId.get(table.name.at(row))?.find((other) => isSameTime(table, row, other));
    if (same !== undefined) known.set(row, same);
  }
  return known;
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Whether two records begin together, or end together: of a run that was resumed one may know the first start and the other reckon it from the end. */
function isSameTime({ start, elapsed, end }: JobTable, left: number, right: number): boolean {
  const endOf = (row: number): number => (Number.isNaN(end.at(row)) ? start.at(row) + elapsed.at(row) : end.at(row));
  return (
    Math.abs(start.at(left) - start.at(right)) <= CLOCK_SECONDS || Math.abs(endOf(left) - endOf(right)) <= CLOCK_SECONDS
  );
}
