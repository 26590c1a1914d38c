import type { JobTable } from '../../model/job-table.ts';
import { WANDB } from '../../model/tracked-run.ts';
import { LONGEST_PAUSE_SECONDS } from '../longest-pause.ts';
import { originOf } from '../origin-of.ts';
import type { RawIds } from '../raw-ids.ts';

/** Files of one session tell its start from clocks some seconds apart. Our own judgement: no one starts the same run again within a minute of it. */
const SAME_START_SECONDS = 60;
/** Nothing starts, ends and starts again within this. Our own judgement. */
const CLOSEST_SECONDS = 2;
/** How far the clocks of a machine and of the tracker's server may be apart: FORMATS of W&B give creation and start some seconds apart. Our own judgement. */
const CLOCK_SECONDS = 120;

/**
 * The origin of each record of a tracked run: the start of its session, the same for all records of that session. A record of a run as a whole has that of the first
 * session that it can be of.
 *
 * @returns by row; undefined when nothing was tracked
 */
export function trackedOrigins(table: JobTable, ids: RawIds): ReadonlyMap<number, number> | undefined {
  if (table.tracked.length === 0) return undefined;
  const origins = new Map<number, number>();
  for (const rows of rowsById(table, ids).values()) {
    const isWhole = (row: number): boolean => table.tracked.at(row)?.isWhole === true;
    const byStart = [...rows].sort((a, b) => originOf(table, a) - originOf(table, b) || a - b);
    const starts = sessionStarts(
      table,
      byStart.filter((row) => !isWhole(row)),
      origins,
    );
    placeWholes(table, byStart.filter(isWhole), starts, origins);
  }
  return origins;
}

function rowsById(table: JobTable, ids: RawIds): Map<string, number[]> {
  const rows = new Map<string, number[]>();
  const reported = [...table.reported.rows()].filter((row) => table.cluster.at(row) === WANDB);
  for (const row of [...table.tracked.rows(), ...reported]) {
    const id = `${table.cluster.code(row)} ${ids.column(row).at(ids.knowing(row))}`;
    const list = rows.get(id);
    if (list === undefined) rows.set(id, [row]);
    else list.push(row);
  }
  return rows;
}

/**
 * Gives the rows of one session one origin. A session that begins when the one before it has ended is another one, however soon: a crash at the start, and a second try.
 *
 * @returns starts of the sessions, ascending
 */
function sessionStarts(table: JobTable, byStart: readonly number[], origins: Map<number, number>): number[] {
  const starts: number[] = [];
  let end = Number.NaN;
  for (const row of byStart) {
    const start = originOf(table, row);
    const since = start - (starts.at(-1) ?? Number.NaN);
    const isSame = since === 0 || (since <= SAME_START_SECONDS && start < end) || since <= CLOSEST_SECONDS;
    if (!isSame) starts.push(start);
    end = isSame ? Math.max(end, lastKnown(table, row)) : lastKnown(table, row);
    origins.set(row, starts.at(-1) as number);
  }
  return starts;
}

/** A run as a whole is told apart from another of the same id by a pause that no run makes. */
function placeWholes(
  table: JobTable,
  wholes: readonly number[],
  starts: readonly number[],
  origins: Map<number, number>,
): void {
  let last: { origin: number; end: number } | undefined;
  for (const row of wholes) {
    const start = table.start.at(row);
    const end = lastKnown(table, row);
    if (last === undefined || start - last.end > LONGEST_PAUSE_SECONDS) {
      const session = starts.find((each) => each >= start - CLOCK_SECONDS && !(each > end + CLOCK_SECONDS));
      last = { origin: session ?? starts.at(0) ?? start, end };
    }
    last.end = Math.max(last.end, end);
    origins.set(row, last.origin);
  }
}

function lastKnown(table: JobTable, row: number): number {
  const [start, end, elapsed] = [table.start.at(row), table.end.at(row), table.elapsed.at(row)];
  return Math.max(start, Number.isNaN(end) ? start : end, Number.isNaN(elapsed) ? start : start + elapsed);
}
