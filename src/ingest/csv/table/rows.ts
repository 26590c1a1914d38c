import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { NumberColumn } from '../../../model/number-column.ts';
import { TextColumn } from '../../../model/text-column.ts';
import type { CellColumn } from './cell-column.ts';
import type { NumberReadout } from './readout.ts';

/** The rows of a table that are jobs: their numbers, ascending. */
export class Rows {
  readonly #numbers = new NumberColumn(Uint32Array);

  get length(): number {
    return this.#numbers.length;
  }

  push(row: number): void {
    this.#numbers.push(row);
  }

  at(job: number): number {
    return this.#numbers.at(job);
  }
}

/** The texts of some rows: the column itself where these are all of them. */
export function pick({ column }: CellColumn, rows: Rows): Texts {
  if (rows.length === column.length) return column;
  const picked = column instanceof TextColumn ? new TextColumn() : new DictionaryColumn();
  for (let job = 0; job < rows.length; job++) picked.push(column.at(rows.at(job)));
  return picked;
}

/** The numbers of some rows. */
export function pickNumbers(readout: NumberReadout, rows: Rows): NumberColumn {
  const picked = new NumberColumn();
  for (let job = 0; job < rows.length; job++) picked.push(readout.at(rows.at(job)));
  return picked;
}
