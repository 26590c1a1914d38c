import type { Texts } from '../../../model/job-columns.ts';
import { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import { pick, type Rows } from './rows.ts';
import type { SpoiledIds } from './spoiled-ids.ts';
import type { TableCells } from './table-cells.ts';

/** Seconds. */
const MINUTE = 60;

/** Ids and names of rows. Rows are told apart where their id does not: names come again, and some tables have neither. The same row in two files is the same job. */
export class RowIds {
  readonly #seen = new Map<string, number>();
  readonly #cells: TableCells;
  readonly #rows: Rows;
  readonly #spoiled: SpoiledIds;
  readonly #id: CellColumn | undefined;
  readonly #name: CellColumn | undefined;
  /** What timed rows without ids are known by; undefined where their times are finer than a minute, so that no two jobs are alike. */
  #known: Set<string> | undefined;
  /** Rows that count once with one before them, since they are wholly alike, though their times, to the minute or the day, leave it open whether they are one job. */
  readonly alike: number[] = [];

  /** @param columns of ids and of names, as far as they are there: the same id later is the same run again, unless it is spoiled. Names alone are not */
  constructor(
    cells: TableCells,
    rows: Rows,
    columns: { readonly id: CellColumn | undefined; readonly name: CellColumn | undefined },
    spoiled: SpoiledIds,
  ) {
    this.#cells = cells;
    this.#rows = rows;
    this.#id = columns.id;
    this.#name = columns.name;
    this.#spoiled = spoiled;
  }

  /** The id, else the name, else a mark of the row. */
  jobIds(): Texts {
    const whole = this.#id ?? this.#name;
    return whole?.isFull === true ? pick(whole, this.#rows) : this.#texts((row) => this.#jobId(row));
  }

  /** The name, else the id. */
  names(): Texts {
    const whole = this.#name ?? this.#id;
    if (whole?.isFull === true) return pick(whole, this.#rows);
    return this.#texts((row) => this.#either(this.#name, this.#id, row) || this.#jobId(row));
  }

  /**
   * What tells a row from others where its id does not, else empty; undefined where ids do so for all.
   *
   * @param from when a job was submitted, else began, epoch seconds UTC; NaN where neither is known
   */
  rawIds(from: (job: number) => number): Texts | undefined {
    if (this.#id?.isFull === true && !this.#spoiled.any && !this.#someTime(from, Number.isNaN)) return undefined;
    if (!this.#someTime(from, (time) => time % MINUTE !== 0)) this.#known = new Set();
    return this.#texts((row, job) => this.#rawId(row, from(job)));
  }

  /** Whether any job has such a time, or such a lack of one. */
  #someTime(from: (job: number) => number, test: (time: number) => boolean): boolean {
    for (let job = 0; job < this.#rows.length; job++) if (test(from(job))) return true;
    return false;
  }

  #texts(textOf: (row: number, job: number) => string): TextColumn {
    const texts = new TextColumn();
    for (let job = 0; job < this.#rows.length; job++) texts.push(textOf(this.#rows.at(job), job));
    return texts;
  }

  #jobId(row: number): string {
    return this.#either(this.#id, this.#name, row) || `row ${this.#fingerprint(row)}`;
  }

  #rawId(row: number, from: number): string {
    const isTimed = !Number.isNaN(from);
    if (this.#spoiled.has(row)) return this.#ofSpoiled(row, isTimed);
    if (isTimed && this.#id?.isEmpty(row) === false) return '';
    const told = this.#either(this.#id, this.#name, row);
    if (!isTimed) return this.#counted(`${told} ${this.#fingerprint(row)}`);
    return this.#once(`${told} @${from} ${this.#fingerprint(row)}`, row);
  }

  /** The key, by which a row that is wholly like one before counts once with it. */
  #once(key: string, row: number): string {
    if (this.#known?.has(key) === true) this.alike.push(row);
    this.#known?.add(key);
    return key;
  }

  /** All cells together, since neither the id nor the time tells one job from another. */
  #ofSpoiled(row: number, isTimed: boolean): string {
    const key = `${this.#id?.at(row)} ${this.#fingerprint(row)}`;
    return isTimed ? key : this.#counted(key);
  }

  #either(first: CellColumn | undefined, second: CellColumn | undefined, row: number): string {
    return first?.at(row) || second?.at(row) || '';
  }

  /** Twice the same in one file are two jobs, unless they know when they began. */
  #counted(key: string): string {
    const count = (this.#seen.get(key) ?? 0) + 1;
    this.#seen.set(key, count);
    return count > 1 ? `${key} #${count}` : key;
  }

  #fingerprint(row: number): string {
    return this.#cells.hashAt(row).toString(16).padStart(8, '0');
  }
}
