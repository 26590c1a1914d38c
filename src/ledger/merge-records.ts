import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { withoutLost } from './lost-records.ts';
import { ranOnBetween } from './ran-on.ts';
import type { Speakers } from './speakers.ts';
import { rowsOfTime } from './tracked/tracked-rows.ts';
import { isWaiting } from './waiting-records.ts';

/** What the records of one attempt say together. */
export interface MergedRecords {
  /** The row that speaks for the attempt: see {@link Speakers}. */
  readonly row: number;
  /** Code of how it ended, from the final record. */
  readonly state: number;
  /** Epoch seconds; NaN when it never started. */
  readonly start: number;
  readonly end: number;
  /** Wall seconds, suspension excluded. */
  readonly wall: number;
  /** Seconds between start and end in which it was suspended. Gaps between records are not among them: nothing is known of those. */
  readonly suspended: number;
  /** Whether a record has it running after the end that another tells. */
  readonly isOutlived: boolean;
  /** Seconds of its wall time that no record covers, in which it ran on from one to the next. */
  readonly bridged: number;
}

/** Of an attempt that never started. */
const UNTIMED = { start: Number.NaN, end: Number.NaN, suspended: 0, bridged: 0, isOutlived: false };

interface Span {
  readonly row: number;
  readonly start: number;
  readonly end: number;
  /** Seconds of the span that the scheduler did not count (suspension), or counted beyond it (a clock set back: negative). */
  readonly uncounted: number;
}

/** The time that a record covers; undefined when it states no start, or one of a job that waits: a guess, or the time of the export. */
function spanOf(table: JobTable, row: number): Span | undefined {
  const start = table.start.at(row);
  if (Number.isNaN(start) || isWaiting(table, row)) return undefined;
  const elapsed = wallOf(table, row);
  const stated = table.end.at(row);
  const end = Number.isNaN(stated) ? start + elapsed : Math.max(stated, start);
  return { row, start, end, uncounted: end - start - elapsed };
}

function wallOf(table: JobTable, row: number): number {
  const elapsed = table.elapsed.at(row);
  return Number.isNaN(elapsed) ? 0 : elapsed;
}

/** Later news first: a final record before an open one, then the longer. */
function byNews(table: JobTable, left: number, right: number): number {
  const open = Number(isOpen(table.stateAt(left))) - Number(isOpen(table.stateAt(right)));
  return open || wallOf(table, right) - wallOf(table, left) || table.state.code(left) - table.state.code(right);
}

/**
 * Merges the records of one attempt. The same attempt stands in each dump whose window it touches, running in one and completed in the
 * next, in each form that it was exported in, and `sacct --truncate` cuts it at the window's edge. The union of their spans is right for all of these: what
 * overlaps counts once, and of overlapping spans the one that ends last says how much of it was suspension.
 */
export function mergeRecords(table: JobTable, all: readonly number[], speakers: Speakers): MergedRecords {
  const rows = untilResize(table, all);
  const row = speakers.rowOf(rows);
  const told = table.tracked.has(rows[0] as number) ? rowsOfTime(table, rows) : withoutSuspension(table, rows);
  const timed = table.tracked.has(rows[0] as number) ? told : withoutLost(table, told);
  const newest = rows.reduce((best, each) => (byNews(table, each, best) < 0 ? each : best));
  const state = table.state.code(newest);
  const spans = timed.map((each) => spanOf(table, each)).filter((span) => span !== undefined);
  // Of equal spans first the one that knows of suspension: completion logs do not.
  spans.sort((a, b) => a.start - b.start || b.end - a.end || b.uncounted - a.uncounted);
  const [first, ...rest] = spans;
  if (first === undefined) return { row, state, ...UNTIMED, wall: wallOf(table, newest) };
  const pieces = [first];
  let bridged = 0;
  for (const span of rest) {
    const current = pieces.at(-1) as Span;
    if (span.start >= current.end) {
      if (ranOnBetween(table, current.row, span.row)) bridged += span.start - current.end;
      pieces.push(span);
    } else if (span.end > current.end) pieces[pieces.length - 1] = { ...span, start: current.start };
  }
  const wall = pieces.reduce((sum, { start, end, uncounted }) => sum + end - start - uncounted, bridged);
  const suspended = pieces.reduce((sum, { uncounted }) => sum + Math.max(0, uncounted), 0);
  const isOutlived = timed.length < told.length;
  return { row, state, start: first.start, end: (pieces.at(-1) as Span).end, wall, suspended, bridged, isOutlived };
}

/**
 * The records of an attempt without those that count a suspension, where others do not: `sacct --truncate` gives a job that is suspended an end, and counts up to it. Exports without it
 * leave the end open and count what the job had run before: such a record speaks for all that begins no earlier. One of a running job may be older than the
 * suspension, and of ended ones the union is right by itself.
 */
function withoutSuspension(table: JobTable, rows: readonly number[]): readonly number[] {
  const { suspended, start, end } = table;
  if (suspended.size === 0) return rows;
  const isCut = (row: number): boolean => suspended.has(row) && !Number.isNaN(end.at(row));
  const uncut = rows.filter((row) => suspended.has(row) && !isCut(row) && !Number.isNaN(start.at(row)));
  const since = Math.min(...uncut.map((row) => start.at(row)));
  return rows.filter((row) => !isCut(row) || start.at(row) < since);
}

/**
 * The records of an attempt that ended with a resize, where one says so: others of the same submission (`scontrol`, logs of completion) are of the whole job and go on beyond it, and
 * what follows is an attempt of its own.
 */
function untilResize(table: JobTable, rows: readonly number[]): readonly number[] {
  const resized = rows.filter((row) => table.stateAt(row) === 'resized' && wallOf(table, row) > 0);
  return resized.length > 0 ? resized : rows;
}
