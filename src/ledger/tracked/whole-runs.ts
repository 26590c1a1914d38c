import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import type { Identity } from '../group-records.ts';

/** An export knows this much more time than the sessions at hand before it is believed that some are missing: clocks, and the seconds of start and exit. Our own judgement. */
const LEAST_MISSING_SECONDS = 120;
const LEAST_MISSING_SHARE = 0.05;

const MISSING =
  'tracked runs of which an export knows more time than the run directories at hand: sessions of them are missing, and the time of the export counts';

/**
 * Adds the time of sessions that are not at hand: an export says how long a run ran in all its sessions.
 *
 * @param next for each record the next one of its attempt
 */
export function completeWholeRuns(
  table: JobTable,
  attempts: AttemptColumns,
  { ids, cluster }: Identity,
  next: Int32Array,
  diagnostics: Diagnostics,
): void {
  if (table.tracked.length === 0) return;
  const idOf = (row: number): string => `${cluster(row)} ${ids.column(row).at(ids.knowing(row))}`;
  const known = new Map<string, number>();
  const wholes: [attempt: number, row: number][] = [];
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const head = attempts.head[attempt] as number;
    if (!table.tracked.has(attempts.row[attempt] as number)) continue;
    const id = idOf(head);
    known.set(id, (known.get(id) ?? 0) + (attempts.wall[attempt] as number));
    const whole = longestWhole(table, head, next);
    if (whole !== undefined) wholes.push([attempt, whole]);
  }
  for (const [attempt, row] of wholes) {
    const missing = table.elapsed.at(row) - (known.get(idOf(row)) as number);
    if (!(missing > Math.max(LEAST_MISSING_SECONDS, LEAST_MISSING_SHARE * table.elapsed.at(row)))) continue;
    const wall = (attempts.wall[attempt] as number) + missing;
    attempts.wall[attempt] = wall;
    attempts.end[attempt] = Math.max(attempts.end[attempt] as number, (attempts.start[attempt] as number) + wall);
    known.set(idOf(row), Number.POSITIVE_INFINITY);
    diagnostics.note('wandb-sessions-missing', 'warning', MISSING, table.place(row));
  }
}

/** The record of a run as a whole that knows the longest time, of an attempt that also has a session. */
function longestWhole(table: JobTable, head: number, next: Int32Array): number | undefined {
  let [best, hasSession] = [undefined as number | undefined, false];
  for (let row = head; row !== -1; row = next[row] as number) {
    if (table.reported.has(row)) continue;
    if (table.tracked.at(row)?.isWhole !== true) hasSession = true;
    else if (best === undefined || table.elapsed.at(row) > table.elapsed.at(best)) best = row;
  }
  return hasSession ? best : undefined;
}
