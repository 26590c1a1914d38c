import { CellColumn } from './cell-column.ts';
import { dateIn, isDayAlone } from './dates.ts';
import { TableLayout } from './layout.ts';
import { bareName, type Column, columnOf, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import { WEAK_NAMES } from './weak-names.ts';

const TIMES = ['submit', 'start', 'end'] as const;
type TimeRole = (typeof TIMES)[number];

const CLOCK =
  /^(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?\s*(?:am|pm|a\.m\.|p\.m\.)?(?:\s*(?:Uhr|UTC|GMT|Z))?$/i;

/** Where the day of a time stands, and its time of day: indices of columns. */
export interface DayAndClock {
  readonly role: TimeRole;
  readonly day: number;
  readonly clock: number;
}

/** A table as it stands, and as it is read. */
export interface JoinedTable {
  readonly layout: TableLayout;
  readonly cells: TableCells;
  readonly joined: readonly DayAndClock[];
}

/**
 * Puts a day and a time of day that stand in two columns (`Datum`, `Uhrzeit`; `Start date`, `Start time`; `Datum`, `von`, `bis`) into one further column. Told by
 * headers and by all cells together: one column has days alone, the other clocks alone.
 */
export function joinDaysAndClocks(layout: TableLayout, cells: TableCells): JoinedTable {
  const finder = new PairFinder(layout, cells);
  const joined = TIMES.flatMap((role) => finder.pairOf(role) ?? []);
  if (joined.length === 0) return { layout, cells, joined };
  const used = new Set(joined.flatMap(({ day, clock }) => [day, clock]));
  const left = layout.columns.map((column, index): Column => (used.has(index) ? { ...column, role: 'none' } : column));
  const further = joined.map(({ role, day, clock }): Column => {
    const name = `${layout.columns[day]?.name} ${layout.columns[clock]?.name}`;
    return { name, role, unit: Number.NaN };
  });
  const texts = joined.map(({ day, clock }) => textsOf(cells.columns[day], cells.columns[clock]));
  return {
    layout: new TableLayout([...withDuration(left), ...further], layout.isCodeCarbon),
    cells: cells.with(texts),
    joined,
  };
}

/** `time` beside a day was taken for a duration, and the column of durations for another. */
function withDuration(columns: readonly Column[]): readonly Column[] {
  if (columns.some(({ role }) => role === 'duration')) return columns;
  const at = columns.findIndex(isFreeDuration);
  return columns.map((column, index) => (index === at ? columnOf(column.name) : column));
}

const isFreeDuration = ({ name, role }: Column): boolean => role === undefined && columnOf(name).role === 'duration';

function textsOf(days: CellColumn | undefined, clocks: CellColumn | undefined): CellColumn {
  const texts = new CellColumn();
  for (let row = 0; row < (days?.length ?? 0); row++) {
    const [day = '', clock = ''] = [days?.at(row), clocks?.at(row)];
    texts.push(day === '' ? clock : `${day} ${clock}`.trimEnd());
  }
  return texts;
}

/** Whether the day of the end is that of the start, since of the end the clock alone is told. */
export function areEndsOfSameDay(joined: readonly DayAndClock[]): boolean {
  const [start, end] = (['start', 'end'] as const).map((role) => joined.find((each) => each.role === role));
  return start !== undefined && start.day === end?.day;
}

class PairFinder {
  readonly #layout: TableLayout;
  readonly #cells: TableCells;

  constructor(layout: TableLayout, cells: TableCells) {
    this.#layout = layout;
    this.#cells = cells;
  }

  pairOf(role: TimeRole): DayAndClock | undefined {
    const ofRole = this.#called(role);
    const day = ofRole.find((index) => this.#hasDays(index));
    const clock = ofRole.find((index) => this.#hasClocks(index));
    if (clock !== undefined) return this.#pair(role, day ?? this.#dayFor(role), clock);
    return this.#pair(role, day, day === undefined ? undefined : this.#clockBeside(day));
  }

  #pair(role: TimeRole, day: number | undefined, clock: number | undefined): DayAndClock | undefined {
    return day === undefined || clock === undefined ? undefined : { role, day, clock };
  }

  /** Columns that say when: of the role, or called as such columns are. */
  #called(role: Role): number[] {
    return this.#layout.columns.flatMap((column, index) =>
      column.role === role || (column.role === undefined && columnOf(column.name).role === role) ? [index] : [],
    );
  }

  /** The day of a time of which only the clock is told: that of the start, or `Datum`. */
  #dayFor(role: TimeRole): number | undefined {
    const days = role === 'end' ? this.#called('start') : [];
    const named = this.#layout.columns.flatMap(({ name }, index) =>
      WEAK_NAMES.day.has(bareName(name)) ? [index] : [],
    );
    return [...days, ...named].find((index) => this.#hasDays(index));
  }

  /** `Uhrzeit` beside `Datum`; `time` too, unless it is the only duration. */
  #clockBeside(day: number): number | undefined {
    return [day + 1, day - 1].find((index) => {
      const column = this.#layout.columns[index];
      if (column === undefined || !WEAK_NAMES.clock.has(bareName(column.name))) return false;
      const isOnlyDuration = column.role === 'duration' && !this.#hasOtherTime();
      return !isOnlyDuration && this.#hasClocks(index);
    });
  }

  #hasOtherTime(): boolean {
    return this.#layout.has('end', 'gpuHours') || this.#layout.columns.some(isFreeDuration);
  }

  #hasDays(index: number): boolean {
    return this.#areAll(index, (text) => isDayAlone(text) && ORDERS.some((order) => isDate(text, order)));
  }

  #hasClocks(index: number): boolean {
    return this.#areAll(index, (text) => CLOCK.test(text));
  }

  /** Whether all cells that are not empty are such, and there are any. */
  #areAll(index: number, test: (text: string) => boolean): boolean {
    const column = this.#cells.columns[index];
    return column?.some((text) => text !== '') === true && !column.some((text) => text !== '' && !test(text));
  }
}

const ORDERS = ['day-first', 'month-first'] as const;
const isDate = (text: string, order: (typeof ORDERS)[number]): boolean =>
  !Number.isNaN(dateIn(text, order, (local) => local));
