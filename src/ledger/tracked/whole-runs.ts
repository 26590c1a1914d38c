import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';

/** An export knows this much more time than the sessions at hand before it is believed that some are missing: clocks, and the seconds of start and exit. Our own judgement. */
const LEAST_MISSING_SECONDS = 120;
const LEAST_MISSING_SHARE = 0.05;

const MISSING =
  'tracked runs of which an export knows more time than the run directories at hand: sessions of them are missing, and the time of the export counts, unless the sessions at hand ran inside of Slurm jobs. Then the missing ones count where their jobs are in the logs';

/** A run of which an export knows more time than its sessions at hand. */
export interface MissingTime {
  /** A record of the attempt that the time is added to. */
  readonly head: number;
  /** The record of the export. */
  readonly row: number;
  readonly seconds: number;
}

/**
 * The time of sessions that are not at hand: an export says how long a run ran in all its sessions.
 *
 * @param run of each attempt
 * @param next for each record the next one of its attempt
 */
export function missingTimes(
  table: JobTable,
  attempts: AttemptColumns,
  run: Uint32Array,
  next: Int32Array,
): MissingTime[] {
  const known = new Map<number, number>();
  const wholes: { readonly head: number; readonly row: number; readonly of: number }[] = [];
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const head = attempts.head[attempt] as number;
    if (!table.tracked.has(attempts.row[attempt] as number)) continue;
    const of = run[attempt] as number;
    known.set(of, (known.get(of) ?? 0) + (attempts.wall[attempt] as number));
    const row = longestWhole(table, head, next);
    if (row !== undefined) wholes.push({ head, row, of });
  }
  return wholes.flatMap(({ head, row, of }) => {
    const seconds = table.elapsed.at(row) - (known.get(of) as number);
    if (!(seconds > Math.max(LEAST_MISSING_SECONDS, LEAST_MISSING_SHARE * table.elapsed.at(row)))) return [];
    known.set(of, Number.POSITIVE_INFINITY);
    return [{ head, row, seconds }];
  });
}

/** Adds the time that is missing, where the sessions at hand ran in no scheduler's job. */
export function completeWholeRuns(
  table: JobTable,
  attempts: AttemptColumns,
  missing: readonly MissingTime[],
  diagnostics: Diagnostics,
): void {
  if (missing.length === 0) return;
  const byHead = new Map(missing.map((each) => [each.head, each.seconds]));
  for (let attempt = 0; attempt < attempts.count; attempt++) {
    const seconds = byHead.get(attempts.head[attempt] as number);
    if (seconds === undefined) continue;
    const wall = (attempts.wall[attempt] as number) + seconds;
    attempts.wall[attempt] = wall;
    attempts.end[attempt] = Math.max(attempts.end[attempt] as number, (attempts.start[attempt] as number) + wall);
  }
  for (const { row } of missing) diagnostics.note('wandb-sessions-missing', 'warning', MISSING, table.place(row));
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
