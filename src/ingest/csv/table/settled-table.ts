import { modelCountWarnings } from './counted-models.ts';
import { dateIn } from './dates.ts';
import { type DayAndClock, joinDaysAndClocks } from './day-and-clock.ts';
import { durationWarnings, settleDurations } from './duration-columns.ts';
import { settleGpus } from './gpu-columns.ts';
import { settleGpuHours } from './gpu-hours.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import { nodeWarnings } from './node-warnings.ts';
import type { Readings } from './readings.ts';
import { type Column, columnOf, type Role } from './roles.ts';
import { settleRunCounts } from './run-counts.ts';
import { joinSplitDurations } from './split-durations.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/** A table of which all cells together told what its columns say. */
export interface SettledTable {
  /** The columns of the file first, in its order, then those that were made of several. */
  readonly layout: TableLayout;
  readonly cells: TableCells;
  readonly joined: readonly DayAndClock[];
  /** Indices of the columns of which one duration was put together. */
  readonly parts: readonly number[];
  /** Warnings of rows in which columns that say the same differ. */
  readonly warnings: (readings: Readings) => readonly Warning[];
}

/**
 * Settles by all cells what headers alone leave open.
 *
 * @param path of the file, for what must be asked
 * @throws AppError where two readings remain that give different hours
 */
export function settle(stated: TableLayout, all: TableCells, settings: TableSettings, path: string): SettledTable {
  const { layout: dated, cells: clocked, joined } = joinDaysAndClocks(stated, all);
  const { layout: whole, cells, parts } = joinSplitDurations(dated, clocked, settings, path);
  const timed = withoutFurtherTimes(whole, cells);
  const { layout: counted, warnings: ofGpus } = settleGpus(timed, cells, settings, path);
  const { layout: lasting, others } = settleDurations(settleGpuHours(counted, settings), cells, settings);
  const { layout, warnings: ofRuns } = settleRunCounts(lasting, cells);
  const warnings = (readings: Readings): Warning[] => [
    ...ofGpus,
    ...nodeWarnings(layout, cells, readings.decimal),
    ...durationWarnings(layout, cells, others, readings),
    ...ofRuns,
    ...modelCountWarnings(layout, cells),
  ];
  return { layout, cells, joined, parts, warnings };
}

const TIMES: ReadonlySet<Role | undefined> = new Set<Role | undefined>(['submit', 'start', 'end']);

/** Times that another column tells too are no hyperparameters. */
function withoutFurtherTimes(layout: TableLayout, cells: TableCells): TableLayout {
  const isTime = ({ name, role }: Column, index: number): boolean =>
    role === undefined && TIMES.has(columnOf(name).role) && cells.columns[index]?.some(isDate) === true;
  const columns = layout.columns.map(
    (column, index): Column => (isTime(column, index) ? { ...column, role: 'none' } : column),
  );
  return new TableLayout(columns, layout.isCodeCarbon);
}

const isDate = (text: string): boolean => !Number.isNaN(dateIn(text, 'day-first', (local) => local));
