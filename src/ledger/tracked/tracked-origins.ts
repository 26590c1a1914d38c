import type { JobTable } from '../../model/job-table.ts';
import { WANDB } from '../../model/tracked-run.ts';
import { LONGEST_PAUSE_SECONDS } from '../longest-pause.ts';
import { originOf } from '../origin-of.ts';
import type { RawIds } from '../raw-ids.ts';
import { areOfOneSpan, areOfOneTime, isByName, mayBeOfOneProject } from './same-run.ts';
import { CLOCK_SECONDS, shortHost } from './sessions.ts';

/** Files of one session tell its start from clocks some seconds apart. Our own judgement: no one starts the same run again within a minute of it. */
const SAME_START_SECONDS = 60;
/** Nothing starts, ends and starts again within this. Our own judgement. */
const CLOSEST_SECONDS = 2;

/**
 * The origin of each record of a tracked run: the start of its session, the same for all records of that session. A record of a run as a whole has that of the first
 * session that it can be of.
 *
 * @returns by row; undefined when nothing was tracked
 */
export function trackedOrigins(table: JobTable, ids: RawIds): ReadonlyMap<number, number> | undefined {
  if (table.tracked.length === 0) return undefined;
  const origins = new Map<number, number>();
  const hostOf = (row: number): string => shortHost(table.nodeList.at(row));
  const projectOf = (row: number): string => (table.tracked.at(row)?.project ?? '').replace(/^.*\//, '');
  for (const rows of rowsById(table, ids).values()) {
    const isWhole = (row: number): boolean => table.tracked.at(row)?.isWhole === true;
    const inOrder = byStart(table, rows);
    const sessions = inOrder.filter((row) => !isWhole(row));
    const groups = apart(sessions, hostOf, projectOf);
    const starts = groups.flatMap((group) => sessionStarts(table, group, origins));
    placeWholes(
      table,
      inOrder.filter(isWhole),
      starts.sort((a, b) => a.start - b.start || a.row - b.row),
      origins,
    );
  }
  return origins;
}

/** Those whose start is not known come last. */
function byStart(table: JobTable, rows: readonly number[]): number[] {
  const startOf = (row: number): number => {
    const start = originOf(table, row);
    return Number.isNaN(start) ? Number.MAX_VALUE : start;
  };
  return [...rows].sort((a, b) => startOf(a) - startOf(b) || a - b);
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

/** Sessions under one id that several machines log, or of several projects, are no copies of each other. What is not known of one may be of the first. */
function apart(
  sessions: readonly number[],
  ...tellers: readonly ((row: number) => string)[]
): readonly (readonly number[])[] {
  const [tell, ...others] = tellers;
  if (tell === undefined) return [sessions];
  const words = [...new Set(sessions.map(tell))].filter((word) => word !== '').sort();
  const groups = words.map((word, index) =>
    sessions.filter((row) => tell(row) === word || (index === 0 && tell(row) === '')),
  );
  return (words.length < 2 ? [sessions] : groups).flatMap((group) => apart(group, ...others));
}

/** When a session began, and its first record. */
interface SessionStart {
  readonly start: number;
  readonly row: number;
}

/**
 * Gives the rows of one session one origin. A session that begins when the one before it has ended is another one, however soon: a crash at the start, and a second try.
 *
 * @returns those whose start is known, in order
 */
function sessionStarts(table: JobTable, sessions: readonly number[], origins: Map<number, number>): SessionStart[] {
  const starts: SessionStart[] = [];
  let end = Number.NaN;
  for (const row of sessions) {
    const start = originOf(table, row);
    const since = start - (starts.at(-1)?.start ?? Number.NaN);
    const isSame = since === 0 || (since <= SAME_START_SECONDS && start < end) || since <= CLOSEST_SECONDS;
    if (!isSame) starts.push({ start, row });
    end = isSame ? Math.max(end, lastKnown(table, row)) : lastKnown(table, row);
    origins.set(row, starts.at(-1)?.start as number);
  }
  return starts.filter(({ start }) => !Number.isNaN(start));
}

/** A run as a whole, and the records of it. */
interface WholeRun {
  readonly origin: number;
  readonly rows: number[];
  end: number;
}

function placeWholes(
  table: JobTable,
  wholes: readonly number[],
  starts: readonly SessionStart[],
  origins: Map<number, number>,
): void {
  const placed: WholeRun[] = [];
  for (const row of wholes) {
    const end = lastKnown(table, row);
    let run = placed.findLast((each) => isOf(table, row, each));
    if (run === undefined) {
      run = { origin: originOfWhole(table, row, starts, placed.length === 0), rows: [], end };
      placed.push(run);
    }
    run.rows.push(row);
    run.end = Math.max(run.end, end);
    origins.set(row, run.origin);
  }
}

/** That of the first session that it can be of; where it is the first of its id, the sessions at hand may be later ones. */
function originOfWhole(table: JobTable, row: number, starts: readonly SessionStart[], isFirst: boolean): number {
  const [start, end] = [table.start.at(row), lastKnown(table, row)];
  const ofProject = starts.filter((each) => mayBeOfOneProject(table, row, each.row));
  const within = (each: SessionStart): boolean =>
    each.start >= start - CLOCK_SECONDS && !(each.start > end + CLOCK_SECONDS);
  const moved = (each: SessionStart): boolean => areOfOneSpan(table, row, each.row);
  return (
    (ofProject.find(within) ?? starts.find(moved))?.start ?? (isFirst ? ofProject.at(0)?.start : undefined) ?? start
  );
}

/** Runs of one id are told apart by a pause that no run makes. Where the id is but a name, they are one only if they ran at one time; in two projects, only if one was moved. */
function isOf(table: JobTable, row: number, { rows, end }: WholeRun): boolean {
  if (rows.some((other) => !mayBeOfOneProject(table, row, other)))
    return rows.some((other) => areOfOneSpan(table, row, other));
  if (isByName(table, row)) return rows.some((other) => areOfOneTime(table, row, other));
  return !(table.start.at(row) - end > LONGEST_PAUSE_SECONDS);
}

function lastKnown(table: JobTable, row: number): number {
  const [start, end, elapsed] = [table.start.at(row), table.end.at(row), table.elapsed.at(row)];
  return Math.max(start, Number.isNaN(end) ? start : end, Number.isNaN(elapsed) ? start : start + elapsed);
}
