import type { CodedTexts } from '../../../model/job-columns.ts';
import { type CellColumn, MOST_DISTINCT } from './cell-column.ts';
import { codeIn } from './readout.ts';
import type { TableCells } from './table-cells.ts';

/** Ids and names of rows. Rows are told apart where their id does not: names come again, and some tables have neither. The same row in two files is the same job. */
export class RowIds {
  readonly #seen = new Map<string, number>();
  readonly #cells: TableCells;
  readonly #id: CellColumn | undefined;
  readonly #name: CellColumn | undefined;

  /** @param id column of ids, if there is one: the same id later is the same run again. Names alone are not */
  constructor(cells: TableCells, id: CellColumn | undefined, name: CellColumn | undefined) {
    this.#cells = cells;
    this.#id = id;
    this.#name = name;
  }

  /** The id, else the name, else a mark of the row. */
  jobId(row: number): string {
    return this.#told(this.#id, this.#name, row) || `row ${this.#fingerprint(row)}`;
  }

  /** The name, else the id. */
  name(row: number): string {
    return this.#told(this.#name, this.#id, row) || this.jobId(row);
  }

  /**
   * What tells the row from others where its id does not, else empty. To be asked for once a row, in their order.
   *
   * @param from when it was submitted, else began, epoch seconds UTC; NaN where neither is known
   */
  rawId(row: number, from: number): string {
    const told = this.#told(this.#id, this.#name, row);
    if (Number.isNaN(from)) return this.#counted(`${told} ${this.#fingerprint(row)}`);
    return this.#id !== undefined && told !== '' ? '' : `${told} @${from}`;
  }

  jobIds(rowOf: (record: number) => number): CodedTexts {
    return {
      code: (record) => codeOfEither(this.#id, this.#name, rowOf(record)),
      text: (record) => this.jobId(rowOf(record)),
    };
  }

  names(rowOf: (record: number) => number): CodedTexts {
    return {
      code: (record) => codeOfEither(this.#name, this.#id, rowOf(record)),
      text: (record) => this.name(rowOf(record)),
    };
  }

  #told(first: CellColumn | undefined, second: CellColumn | undefined, row: number): string {
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

/** A code for the text in the first column, or in the second where that is empty. */
function codeOfEither(first: CellColumn | undefined, second: CellColumn | undefined, row: number): number {
  if (first?.isEmpty(row) === false) return codeIn(first, row);
  if (second?.isEmpty(row) !== false) return -1;
  const code = codeIn(second, row);
  return code < 0 ? code : code + MOST_DISTINCT;
}
