import { AppError } from '../../../errors.ts';
import { CellColumn } from './cell-column.ts';
import { isBareNumber } from './durations.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import { bareName, type Column, columnOf, durationParts, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';

/** A table of which no duration is split over several columns. */
export interface JoinedDurations {
  readonly layout: TableLayout;
  readonly cells: TableCells;
  /** Indices of the columns that were put together. */
  readonly parts: readonly number[];
}

interface Part {
  readonly index: number;
  readonly seconds: number;
  readonly column: CellColumn;
}

/** Days are a duration beside hours alone: elsewhere they may be days of the calendar. */
const DAYS = new Set(['days', 'tage']);
/** How durations in words name units, by their seconds. */
const WORDS = new Map([
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
]);
/** Columns say the same in two units where this share of their rows agrees to this share. Our own judgement. */
const [MOST, NEAR] = [0.8, 0.02];

/**
 * Puts durations together whose days, hours, minutes and seconds stand in columns of their own (`hours`, `minutes`). Columns that say the same in two units are none of these: then the
 * finest counts.
 *
 * @throws AppError where they may be either
 */
export function joinSplitDurations(
  layout: TableLayout,
  cells: TableCells,
  { columns: told = {} }: TableSettings,
  path: string,
): JoinedDurations {
  const parts = partsIn(layout, cells);
  const areNumbers = parts.every(({ column }) => !column.some((text) => text !== '' && !isBareNumber(text)));
  if (layout.isCodeCarbon || parts.length < 2 || !areNumbers) return { layout, cells, parts: [] };
  const indices = parts.map(({ index }) => index);
  const areTold = indices.every((index) => told[layout.columns[index]?.name ?? ''] === 'duration');
  const meaning = areTold ? 'parts' : meaningOf(parts);
  if (meaning === undefined) throw openParts(path, layout, indices);
  const only = withRoles(layout, indices, 'none');
  if (meaning === 'units') return { layout: withRoles(only, indices.slice(-1), 'duration'), cells, parts: [] };
  const name = indices.map((index) => layout.columns[index]?.name).join(' + ');
  const columns = [...only.columns, { name, role: 'duration', unit: Number.NaN } as const];
  return { layout: new TableLayout(columns, false), cells: cells.with([textsOf(parts, cells.length)]), parts: indices };
}

/** Whether columns are the parts of one duration or one duration in several units; undefined where they fit neither. */
function meaningOf(parts: readonly Part[]): 'parts' | 'units' | undefined {
  if (shareOf(parts, areEqual) >= MOST) return 'units';
  if (shareOf(parts, areParts) === 1) return 'parts';
  return shareOf(parts, areRounded) >= MOST ? 'units' : undefined;
}

/** The columns that are called alike but for their units, one of them the duration, from the largest unit on. */
function partsIn(layout: TableLayout, cells: TableCells): readonly Part[] {
  const chosen = layout.columns[layout.at('duration')];
  const { stem, seconds } = durationParts(chosen?.name ?? '');
  if (Number.isNaN(seconds)) return [];
  const parts = layout.columns.flatMap((column, index): Part[] => {
    const own = durationParts(column.name);
    const isPart = mayBePart(column) && own.stem === stem && !Number.isNaN(own.seconds);
    return isPart ? [{ index, seconds: own.seconds, column: cells.columns[index] as CellColumn }] : [];
  });
  const distinct = new Set(parts.map((part) => part.seconds));
  return distinct.size === parts.length ? parts.sort((left, right) => right.seconds - left.seconds) : [];
}

const mayBePart = ({ name, role }: Column): boolean =>
  role === 'duration' || (role === undefined && (columnOf(name).role === 'duration' || DAYS.has(bareName(name))));

/** The share of rows with any duration in which the numbers are such; absent ones are 0. */
function shareOf(
  parts: readonly Part[],
  test: (numbers: readonly number[], units: readonly number[]) => boolean,
): number {
  const units = parts.map(({ seconds }) => seconds);
  let [all, such] = [0, 0];
  for (let row = 0; row < (parts[0]?.column.length ?? 0); row++) {
    const numbers = parts.map(({ column }) => Number(column.at(row).replace(',', '.')));
    if (numbers.every((number) => number === 0)) continue;
    all++;
    if (test(numbers, units)) such++;
  }
  return all === 0 ? 1 : such / all;
}

const inSeconds = (numbers: readonly number[], units: readonly number[]): number[] =>
  numbers.map((number, at) => number * (units[at] as number));

/** `1.5` hours and `90` minutes. */
function areEqual(numbers: readonly number[], units: readonly number[]): boolean {
  const seconds = inSeconds(numbers, units);
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  return most - least <= NEAR * most;
}

/** `2` hours and `95` minutes: the same, rounded to the larger unit. */
function areRounded(numbers: readonly number[], units: readonly number[]): boolean {
  const seconds = inSeconds(numbers, units);
  const finest = seconds.at(-1) as number;
  return seconds.every((each, at) => Math.abs(each - finest) < (units[at] as number));
}

/** `1` hour and `30` minutes: whole numbers but for the last, and no more than the unit before has room for. */
const areParts = (numbers: readonly number[], units: readonly number[]): boolean =>
  numbers.every((number, at) => {
    const isWhole = at === numbers.length - 1 || Number.isInteger(number);
    const room = at === 0 ? Number.POSITIVE_INFINITY : (units[at - 1] as number) / (units[at] as number);
    return isWhole && number >= 0 && number < room;
  });

/** The durations in words, which are read as such: `1 h 30 min`. */
function textsOf(parts: readonly Part[], length: number): CellColumn {
  const texts = new CellColumn();
  for (let row = 0; row < length; row++) {
    const words = parts.map(({ column, seconds }) =>
      column.isEmpty(row) ? '' : `${column.at(row)} ${WORDS.get(seconds)}`,
    );
    texts.push(words.filter((word) => word !== '').join(' '));
  }
  return texts;
}

const withRoles = (layout: TableLayout, indices: readonly number[], role: Role): TableLayout =>
  new TableLayout(
    layout.columns.map((column, index) =>
      indices.includes(index) ? { name: column.name, role, unit: durationParts(column.name).seconds } : column,
    ),
    layout.isCodeCarbon,
  );

function openParts(path: string, { columns }: TableLayout, indices: readonly number[]): AppError {
  const names = indices.map((index) => JSON.stringify(columns[index]?.name));
  const choiceOf = (isDuration: (name: string) => boolean): string =>
    `columns: { ${names.map((name) => `${name}: ${isDuration(name) ? 'duration' : 'none'}`).join(', ')} }`;
  const choices = [choiceOf(() => true), ...names.map((name) => choiceOf((each) => each === name))];
  const readings = ['parts of one duration', 'one duration in several units'];
  return new AppError({ code: 'table-open', path, what: `columns ${names.join(' and ')}`, readings, choices });
}
