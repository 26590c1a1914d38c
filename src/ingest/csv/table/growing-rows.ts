import { dateReadout, durationReadout } from './cell-readouts.ts';
import { exportWith } from './exports.ts';
import type { TableLayout } from './layout.ts';
import type { Readings } from './readings.ts';
import type { TableCells } from './table-cells.ts';

/** Ends are written to the second, and rows that follow each other touch. */
const ROUNDED_SECONDS = 1.5;

/** A row of a run that had not ended, with what it took up to then. */
interface RowSoFar {
  readonly row: number;
  readonly end: number;
  readonly duration: number;
}

/**
 * Rows of which a later one of the same run has all that they have and more: a run that began once, written down now and then. Told by spans that overlap, since nothing runs beside
 * itself. Only of programs that are known to write so.
 */
export function rowsThatGrew(
  layout: TableLayout,
  cells: TableCells,
  { order, duration: form }: Readings,
  toUtc: (local: number) => number,
): ReadonlySet<number> {
  const ids = cells.columns[layout.at('id')];
  const grown = new Set<number>();
  if (ids === undefined || !mayGrow(layout)) return grown;
  const ends = dateReadout(cells.columns[layout.at('end')], order, toUtc);
  const durations = durationReadout(cells.columns[layout.at('duration')], form);
  const runs = new Map<string, RowSoFar[]>();
  for (let row = 0; row < cells.length; row++) {
    const [end, duration] = [ends.at(row), durations.at(row)];
    if (ids.isEmpty(row) || Number.isNaN(end - duration)) continue;
    const rows = runs.get(ids.at(row)) ?? [];
    rows.push({ row, end, duration });
    runs.set(ids.at(row), rows);
  }
  for (const rows of runs.values()) addGrown(rows, grown);
  return grown;
}

function addGrown(rows: RowSoFar[], grown: Set<number>): void {
  rows.sort((left, right) => left.end - right.end || left.duration - right.duration || left.row - right.row);
  for (const [at, before] of rows.entries()) {
    const next = rows[at + 1];
    if (next !== undefined && holds(next, before)) grown.add(before.row);
  }
}

/** Whether a table is of a program that writes so, with all that tells it. */
export const mayGrow = (layout: TableLayout): boolean =>
  layout.has('id') &&
  layout.has('end') &&
  layout.has('duration') &&
  exportWith(layout.columns.map(({ name }) => name)).growsByRows;

const holds = (next: RowSoFar, before: RowSoFar): boolean =>
  next.duration >= before.duration && next.end - next.duration < before.end - ROUNDED_SECONDS;
