import { AppError } from '../../../errors.ts';
import type { CellColumn } from './cell-column.ts';
import { type Against, type ComparedRow, ComparedSpans } from './compared-spans.ts';
import { type DateOrder, hasNoOrder, ordersOf } from './dates.ts';
import { isOfDigits } from './digits.ts';
import {
  type Clock,
  clockOfHeader,
  type DurationForm,
  isBareNumber,
  isTwoPart,
  UNITS_OF_NUMBERS,
} from './durations.ts';
import type { TableLayout, TableSettings } from './layout.ts';
import { NumberForm } from './number-form.ts';
import type { Decimal } from './numbers.ts';
import { isWalltime } from './preferences.ts';
import type { Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import { secondsOf } from './units.ts';

/** How the cells of a table are to be read: decided by all of them. */
export interface Readings {
  readonly decimal: Decimal;
  readonly order: DateOrder;
  /** Whether any date is written so that the order matters. */
  readonly usesOrder: boolean;
  /** Whether nothing in the table tells the order, and days and months may be exchanged. */
  readonly isOrderOpen: boolean;
  readonly duration: DurationForm;
  /** Whether durations read so are those between start and end, in most rows that have all three. */
  readonly agrees: boolean;
  /** How they contradict them in most rows; undefined where they do not. */
  readonly against: Against | undefined;
}

const NUMERIC = ['duration', 'gpuHours', 'energy', 'gpuEnergy', 'gpus', 'memory', 'cpus'] as const;
const TIMES = ['submit', 'start', 'end'] as const;
const DOTTED = /^\d{1,2}\.\d{1,2}\.\d{2,4}/;
const CLOCKS = ['minutes:seconds', 'hours:minutes'] as const;
/** What walltime without a unit may count: no cluster counts it in milliseconds. */
const UNITS_OF_TIME = UNITS_OF_NUMBERS.filter((unit) => unit >= 1);
/** Rows that are held against each other. */
const MOST_COMPARED = 1000;

/** Looks at all rows of a table to tell how it writes numbers, dates and durations. */
export class ReadingsFinder {
  readonly #layout: TableLayout;
  readonly #settings: TableSettings;
  readonly #path: string;
  readonly #cells: TableCells;
  readonly #numbers = new NumberForm();
  /** The same of columns that are neither hours nor GPUs: asked where those do not tell. */
  readonly #others = new NumberForm();
  /** Dates such as 03.05.2019: who writes them groups thousands by points. */
  #dotted = 0;
  readonly #orders = { 'day-first': 0, 'month-first': 0, cells: 0 };
  readonly #compared: ComparedSpans;

  constructor(layout: TableLayout, settings: TableSettings, path: string, cells: TableCells) {
    this.#layout = layout;
    this.#settings = settings;
    this.#path = path;
    this.#cells = cells;
    for (const column of NUMERIC.map((role) => this.#columnOf(role))) {
      if (column !== undefined) this.#numbers.addColumn(column);
    }
    for (const [index, column] of cells.columns.entries()) {
      if (!this.#numbers.isDecided && layout.columns[index]?.role === undefined) this.#others.addColumn(column);
    }
    for (const role of TIMES) {
      const column = this.#columnOf(role);
      const beginsWithYear = column?.numbers !== undefined && column.numbers.form.fraction === undefined;
      if (!beginsWithYear) column?.each((text, times) => this.#addOrders(text, times), hasNoOrder);
    }
    this.#compared = new ComparedSpans(this.#findCompared());
  }

  /** @throws AppError where two readings remain that give different hours */
  readings(): Readings {
    const decimal = this.#settings.decimal ?? this.#decimal();
    const { 'day-first': days, 'month-first': months, cells } = this.#orders;
    const told = this.#settings.dates ?? (days >= months ? 'day-first' : 'month-first');
    const isOrderOpen = this.#settings.dates === undefined && cells > 0 && days === cells && months === cells;
    const areRequests = this.#areRequests(decimal, told);
    const duration = areRequests
      ? { decimal, unit: Number.NaN, clock: undefined }
      : { decimal, unit: this.#unit(decimal, told), clock: this.#clock(decimal, told) };
    const agrees = this.#compared.agree(duration, told);
    const against = areRequests ? 'request' : this.#compared.against(duration, told);
    return { decimal, order: told, usesOrder: cells > 0, isOrderOpen, duration, agrees, against };
  }

  #decimal(): Decimal {
    const form = !this.#numbers.isDecided && this.#others.isDecided ? this.#others : this.#numbers;
    if (form.isPointOpen && this.#dotted > 0) {
      const readings = ['thousands (1234)', 'a decimal point (1.234)'];
      throw this.#open('numbers such as 1.234', readings, ['decimal: comma', 'decimal: point']);
    }
    if (form.decimal !== undefined) return form.decimal;
    const readings = ['thousands (1234)', 'a decimal comma (1.234)'];
    throw this.#open('numbers such as 1,234', readings, ['decimal: point', 'decimal: comma']);
  }

  #columnOf(role: Role): CellColumn | undefined {
    return this.#cells.columns[this.#layout.at(role)];
  }

  #addOrders(text: string, times: number): void {
    if (DOTTED.test(text)) this.#dotted++;
    const orders = ordersOf(text);
    if (orders === undefined) return;
    this.#orders.cells += times;
    for (const order of orders) this.#orders[order] += times;
  }

  /** The first rows that have all of start, end and duration. */
  #findCompared(): readonly ComparedRow[] {
    const [start, end, duration] = [this.#columnOf('start'), this.#columnOf('end'), this.#columnOf('duration')];
    const compared: ComparedRow[] = [];
    if (start === undefined || end === undefined || duration === undefined) return compared;
    for (let row = 0; row < this.#cells.length && compared.length < MOST_COMPARED; row++) {
      if (start.isEmpty(row) || end.isEmpty(row) || duration.isEmpty(row)) continue;
      compared.push({ start: start.at(row), end: end.at(row), duration: duration.at(row) });
    }
    return compared;
  }

  /** Whether the durations are what was asked for: `walltime` that is not the time of the jobs, and no shorter in any reading. */
  #areRequests(decimal: Decimal, order: DateOrder): boolean {
    const column = this.#layout.columns[this.#layout.at('duration')];
    if (column === undefined || !isWalltime(column.name) || Object.hasOwn(this.#settings.columns ?? {}, column.name))
      return false;
    const stated = secondsOf(this.#settings.units?.[column.name] ?? '');
    const unit = Number.isNaN(stated) ? column.unit : stated;
    const units = Number.isNaN(unit) ? UNITS_OF_TIME : [unit];
    const formsOf = (each: number): DurationForm[] => CLOCKS.map((clock) => ({ decimal, unit: each, clock }));
    if (units.flatMap(formsOf).some((form) => this.#compared.agree(form, order))) return false;
    return units.every((each) => formsOf(each).some((form) => this.#compared.cover(form, order)));
  }

  /** Seconds of one unit of the bare numbers among the durations. */
  #unit(decimal: Decimal, order: DateOrder): number {
    const column = this.#layout.columns[this.#layout.at('duration')];
    if (column === undefined || !this.#columnOf('duration')?.some(isBareNumber)) return column?.unit ?? Number.NaN;
    const told = secondsOf(this.#settings.units?.[column.name] ?? '');
    const stated = Number.isNaN(told) ? column.unit : told;
    if (!Number.isNaN(stated)) return stated;
    const fitting = UNITS_OF_NUMBERS.filter((unit) => this.#compared.agree({ decimal, unit, clock: undefined }, order));
    if (fitting.length === 1) return fitting[0] as number;
    throw this.#open(
      `column "${column.name}": numbers without a unit`,
      ['seconds', 'minutes', 'hours'],
      ['seconds', 'minutes', 'hours'].map((unit) => `units: { ${JSON.stringify(column.name)}: ${unit} }`),
    );
  }

  #clock(decimal: Decimal, order: DateOrder): Clock | undefined {
    const column = this.#columnOf('duration');
    const hasTwoParts = column?.areManyWhole === false && column.some(isTwoPart, isOfDigits);
    if (this.#settings.clock !== undefined || !hasTwoParts) return this.#settings.clock;
    const fitting = CLOCKS.filter((clock) => this.#compared.agree({ decimal, unit: Number.NaN, clock }, order));
    if (fitting.length === 1) return fitting[0];
    const name = this.#layout.columns[this.#layout.at('duration')]?.name ?? '';
    const told = clockOfHeader(name);
    if (told !== undefined) return told;
    throw this.#open(
      `column "${name}": durations of two parts, such as 13:05`,
      ['minutes and seconds', 'hours and minutes'],
      ['clock: minutes:seconds', 'clock: hours:minutes'],
    );
  }

  #open(what: string, readings: readonly string[], choices: readonly string[]): AppError {
    return new AppError({ code: 'table-open', path: this.#path, what, readings, choices });
  }
}
