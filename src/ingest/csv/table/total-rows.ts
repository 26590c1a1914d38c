import type { CellColumn } from './cell-column.ts';
import { durationReadout, numberReadout } from './cell-readouts.ts';
import type { TableLayout } from './layout.ts';
import type { Readings } from './readings.ts';
import { type NumberReadout, Readout } from './readout.ts';
import type { Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';

/** Words that stand before sums alone. */
const SUM =
  /^(?:Σ|∑|(?:.*[\s_-])?(?:sub|grand)?[\s_-]*totals?|(?:sub|grand)?[\s_-]*totals?\s.*|(?:zwischen|gesamt)?summen?(?:\s.*)?|insgesamt|sous-total.*|somme)\s*:?$/i;
/** Words that stand before sums and means, and are names of jobs too. */
const MAYBE_SUM =
  /^(?:all(?:e|es)?(?:\s+(?:jobs|runs|users|experiments))?|overall|sums?|gesamt|ensemble|averages?|avg|means?|median|mittel(?:wert)?|durchschnitt|moyenne)\s*:?$/i;

/** A sum or a mean is that of the rows above to this share, since it was rounded. Our own judgement. */
const ROUNDED = 0.005;
/** Rows tell jobs by a column in which at least this share of them has something. Our own judgement. */
const MOST = 0.5;
/** One row is no sum. */
const FEWEST_ADDED = 2;

type Label = 'sum' | 'maybe' | undefined;
const labelIn = (text: string): Label => (SUM.test(text) ? 'sum' : MAYBE_SUM.test(text) ? 'maybe' : undefined);

/** Amounts of the rows above, added up. */
interface Sums {
  rows: number;
  readonly of: number[];
}

/** What a row is that has nothing by which the other rows tell their jobs. */
export type BareRow = 'total' | 'open';

/** Tells, when all rows are there, which of them add up others: rows without id, name, model and times, by a word for that in any cell, or by amounts that are sums or means of those above. */
export class TotalRows {
  readonly #cells: TableCells;
  /** Columns of times, which a total has none of. */
  readonly #times: readonly CellColumn[];
  /** Columns of names and the like, in which the word for it may stand. */
  readonly #names: readonly Readout<Label>[];
  readonly #texts: readonly CellColumn[];
  readonly #amounts: readonly NumberReadout[];
  readonly #all: Sums;
  /** Since the total before. */
  readonly #group: Sums;
  readonly #mayBe: boolean;

  constructor(layout: TableLayout, cells: TableCells, { decimal, duration, against }: Readings) {
    const filled = (...roles: readonly Role[]): CellColumn[] =>
      roles.flatMap((role) => cells.columns[layout.at(role)] ?? []).filter(isMostlyFilled);
    this.#cells = cells;
    this.#times = filled('start', 'end', 'submit');
    const named = filled('id', 'name', 'gpuType');
    this.#texts = named.length + this.#times.length > 0 ? named : filled('user', 'account');
    this.#names = this.#texts.map((column) => new Readout(column, labelIn));
    const hours = cells.columns[layout.at('gpuHours')];
    const durations = against === 'request' ? undefined : cells.columns[layout.at('duration')];
    this.#amounts = [
      ...(durations === undefined ? [] : [durationReadout(durations, duration)]),
      ...(hours === undefined ? [] : [numberReadout(hours, decimal)]),
    ];
    this.#all = { rows: 0, of: this.#amounts.map(() => 0) };
    this.#group = { rows: 0, of: this.#amounts.map(() => 0) };
    this.#mayBe = this.#times.length + this.#texts.length > 0 && !this.#times.some(({ isFull }) => isFull);
    this.#mayBe &&= this.#texts.every(mayBeTotal);
  }

  /** What a row is; undefined of one that is a job by its cells. Rows are asked one after another. */
  at(row: number): BareRow | undefined {
    if (!this.#mayBe) return undefined;
    if (!this.#isBare(row)) {
      this.#add(row);
      return undefined;
    }
    if (this.#hasWord(row, SUM) || this.#isAdded(row)) {
      this.#group.rows = 0;
      this.#group.of.fill(0);
      return 'total';
    }
    this.#add(row);
    return 'open';
  }

  #isBare(row: number): boolean {
    return (
      this.#times.every((column) => column.isEmpty(row)) &&
      this.#texts.every((column, at) => column.isEmpty(row) || this.#names[at]?.at(row) !== undefined)
    );
  }

  #hasWord(row: number, word: RegExp): boolean {
    return this.#cells.columns.some((column) => word.test(column.at(row)));
  }

  /** Whether all amounts that a row has are sums of those above it; means too where a word says so, since equal jobs are their mean. */
  #isAdded(row: number): boolean {
    const stated = this.#amounts.map((amounts) => amounts.at(row));
    if (stated.every(Number.isNaN)) return false;
    const mayBeMean = this.#hasWord(row, MAYBE_SUM);
    return [this.#all, this.#group].some(({ rows, of }) => {
      const areOf = (divisor: number): boolean =>
        stated.every((amount, at) => Number.isNaN(amount) || isNear(amount, (of[at] as number) / divisor));
      return rows >= FEWEST_ADDED && (areOf(1) || (mayBeMean && areOf(rows)));
    });
  }

  #add(row: number): void {
    for (const [at, amounts] of this.#amounts.entries()) {
      const amount = amounts.at(row) || 0;
      this.#all.of[at] = (this.#all.of[at] as number) + amount;
      this.#group.of[at] = (this.#group.of[at] as number) + amount;
    }
    this.#all.rows++;
    this.#group.rows++;
  }
}

const isNear = (amount: number, sum: number): boolean => amount > 0 && Math.abs(amount - sum) <= ROUNDED * sum;

function isMostlyFilled(column: CellColumn): boolean {
  if (column.isFull) return column.length > 0;
  let filled = 0;
  for (let row = 0; row < column.length; row++) if (!column.isEmpty(row)) filled++;
  return filled >= MOST * column.length;
}

/** Whether any cell of a column is empty, or has a word for totals; of columns of many different texts only whether it is empty. */
const mayBeTotal = (column: CellColumn): boolean =>
  !column.isFull || column.coded?.values.some((text) => labelIn(text) !== undefined) === true;
