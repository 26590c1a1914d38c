import type { JobTable } from '../../model/job-table.ts';
import { areOfOneTime, isByName } from './same-run.ts';

/**
 * Finds the run that a record means which knows it by its display name alone: another record has that name, an id if there is one, and the same time.
 *
 * @returns for each record that knows a name alone the one that knows its id, or the first that knows the name
 */
export function namedRuns(table: JobTable): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  const byName = new Map<string, number[]>();
  const named: number[] = [];
  for (const row of table.tracked.rows()) {
    if (isByName(table, row)) named.push(row);
    else if (table.jobId.at(row) !== table.name.at(row)) listOf(byName, table.name.at(row)).push(row);
  }
  const startOf = (row: number): number => (Number.isNaN(table.start.at(row)) ? Number.MAX_VALUE : table.start.at(row));
  named.sort((a, b) => startOf(a) - startOf(b) || a - b);
  for (const row of named) {
    const ofName = listOf(byName, table.name.at(row));
    const same = ofName.find((other) => areOfOneTime(table, row, other));
    known.set(row, same === undefined ? row : (known.get(same) ?? same));
    if (same === undefined) ofName.push(row);
  }
  return known;
}

function listOf(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
