import { durationReadout } from './cell-readouts.ts';
import { durationIn, isBareNumber, isSpan } from './durations.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import { bySureness, DURATION_RANKS, rankOf } from './preferences.ts';
import type { Readings } from './readings.ts';
import { type Column, columnOf, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/** A table of which one column says how long jobs ran, and which others say it too: indices. */
export interface SettledDurations {
  readonly layout: TableLayout;
  readonly others: readonly number[];
}

/** Settles which of several columns of durations counts: the surest by its header that has any. The others are left out, and no hyperparameters. */
export function settleDurations(
  layout: TableLayout,
  { columns: cells }: TableCells,
  { columns: told = {} }: TableSettings,
): SettledDurations {
  const { columns } = layout;
  const found = bySureness(columns, 'duration', isCalledDuration);
  if (layout.isCodeCarbon || found.length < 2) return { layout, others: [] };
  const timed = found.filter((index) => cells[index]?.some(isDuration));
  const stated = layout.at('duration');
  const isTold = Object.hasOwn(told, columns[stated]?.name ?? '');
  const chosen = isTold ? stated : (timed[0] ?? stated);
  const role = (column: Column, index: number): Role | undefined => {
    if (index === chosen || !found.includes(index)) return index === chosen ? 'duration' : column.role;
    return timed.includes(index) ? 'none' : undefined;
  };
  const settled = columns.map((column, index) => withRole(column, role(column, index)));
  return { layout: new TableLayout(settled, false), others: timed.filter((index) => index !== chosen) };
}

/** Warnings of rows in which another column says another duration, though both say the whole of it. */
export function durationWarnings(
  { columns }: TableLayout,
  cells: TableCells,
  others: readonly number[],
  { duration }: Readings,
): readonly Warning[] {
  const readoutAt = (index: number, unit: number) => durationReadout(cells.columns[index], { ...duration, unit });
  const chosen = columns.findIndex(({ role }) => role === 'duration');
  const counted = readoutAt(chosen, duration.unit);
  const whole = others.filter((index) => isWhole(columns[index]?.name ?? ''));
  return whole.map((index) => {
    const { name: header = '', unit = Number.NaN } = columns[index] ?? {};
    const other = readoutAt(index, unit);
    const holds = (row: number): boolean => isOther(counted.at(row), other.at(row));
    return { rule: 'table-durations', message: differing(columns[chosen]?.name ?? '', header), holds };
  });
}

function differing(counted: string, other: string): string {
  const remedy = `say columns: { ${JSON.stringify(other)}: duration } under table: in runledger.yaml if the other is right`;
  return `rows in which two columns say different durations, "${counted}" and "${other}": the first counts; ${remedy}`;
}

/** Not what was asked for, and not the training alone. */
function isWhole(header: string): boolean {
  const rank = rankOf('duration', header);
  return rank !== DURATION_RANKS.request && rank !== DURATION_RANKS.part;
}

const isOther = (counted: number, other: number): boolean =>
  !Number.isNaN(counted) && !Number.isNaN(other) && !isSpan(counted, other);

const isCalledDuration = ({ name, role }: Column): boolean =>
  role === 'duration' || (role === undefined && columnOf(name).role === 'duration');

/** A column that is none of its role has its unit again where it gets it back. */
const withRole = (column: Column, role: Role | undefined): Column =>
  role === 'duration' ? { ...columnOf(column.name), role } : { ...column, role };

const ANY_FORM = { decimal: 'point', unit: 1, clock: 'hours:minutes' } as const;
/** Whether a text is a duration in some form: neither a day nor a word. */
const isDuration = (text: string): boolean => isBareNumber(text) || !Number.isNaN(durationIn(text, ANY_FORM));
