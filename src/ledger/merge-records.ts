import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';

/** What the records of one attempt say together. */
export interface MergedRecords {
  /** The record that speaks for the attempt: of the records that say what it held, the final one. */
  readonly row: number;
  /** Code of how it ended, from the final record. */
  readonly state: number;
  /** Epoch seconds; NaN when it never started. */
  readonly start: number;
  readonly end: number;
  /** Wall seconds, suspension excluded. */
  readonly wall: number;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Seconds of the span that the scheduler did not count (suspension), or counted beyond it (a clock set back: negative). */
  readonly uncounted: number;
}

/** The time that a record covers; undefined when it states no start. */
function spanOf(table: JobTable, row: number): Span | undefined {
  const start = table.start.at(row);
  if (Number.isNaN(start)) return undefined;
  const elapsed = wallOf(table, row);
  const stated = table.end.at(row);
  const end = Number.isNaN(stated) ? start + elapsed : Math.max(stated, start);
  return { start, end, uncounted: end - start - elapsed };
}

function wallOf(table: JobTable, row: number): number {
  const elapsed = table.elapsed.at(row);
  return Number.isNaN(elapsed) ? 0 : elapsed;
}

/** Whether `left` is later news of the attempt than `right`: a final record before an open one, then the longer, then the first read. */
function isNewer(table: JobTable, left: number, right: number): boolean {
  const [leftOpen, rightOpen] = [isOpen(table.stateAt(left)), isOpen(table.stateAt(right))];
  return leftOpen === rightOpen ? wallOf(table, left) > wallOf(table, right) : rightOpen;
}

/** Whether `left` speaks for the attempt rather than `right`: exports without AllocTRES do not know the GPUs. */
function outranks(table: JobTable, left: number, right: number): boolean {
  const [leftKnows, rightKnows] = [!Number.isNaN(table.gpus.at(left)), !Number.isNaN(table.gpus.at(right))];
  return leftKnows === rightKnows ? isNewer(table, left, right) : leftKnows;
}

/** An attempt with one record: the usual case. */
export function soleRecord(table: JobTable, row: number): MergedRecords {
  const span = spanOf(table, row);
  return {
    row,
    state: table.state.code(row),
    start: span?.start ?? Number.NaN,
    end: span?.end ?? Number.NaN,
    wall: wallOf(table, row),
  };
}

/**
 * Merges the records of one attempt. The same attempt stands in each dump whose window it touches, running in one and completed in the
 * next, and `sacct --truncate` cuts it at the window's edge. The union of their spans is right for all of these: what
 * overlaps counts once, and of overlapping spans the one that ends last says how much of it was suspension.
 */
export function mergeRecords(table: JobTable, rows: readonly number[]): MergedRecords {
  const row = rows.reduce((best, each) => (outranks(table, each, best) ? each : best));
  const newest = rows.reduce((best, each) => (isNewer(table, each, best) ? each : best));
  const state = table.state.code(newest);
  const spans = rows.map((each) => spanOf(table, each)).filter((span) => span !== undefined);
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const [first, ...rest] = spans;
  if (first === undefined) return { ...soleRecord(table, newest), row };
  let wall = 0;
  let current = first;
  for (const span of rest) {
    if (span.start >= current.end) {
      wall += current.end - current.start - current.uncounted;
      current = span;
    } else if (span.end > current.end) {
      current = { start: current.start, end: span.end, uncounted: span.uncounted };
    }
  }
  wall += current.end - current.start - current.uncounted;
  return { row, state, start: first.start, end: current.end, wall };
}
