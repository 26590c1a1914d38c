import { NumberColumn } from '../../../model/number-column.ts';
import { CellColumn } from './cell-column.ts';

/** All cells of a table by column, plain, until all rows are there: a million rows of ten columns take 60 MB. */
export class TableCells {
  readonly columns: readonly CellColumn[];
  /** Line of each row. */
  readonly lines = new NumberColumn(Uint32Array);

  /** @param width how many columns there are */
  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => new CellColumn());
  }

  /** How many rows there are. */
  get length(): number {
    return this.lines.length;
  }

  /** @param row its cells as they stand in the file, at least as many as there are columns */
  push(row: readonly string[], line: number): void {
    for (let at = 0; at < this.columns.length; at++) (this.columns[at] as CellColumn).push(row[at] as string);
    this.lines.push(line);
  }

  /** The cells of one row, plain. */
  rowAt(row: number): string[] {
    return this.columns.map((column) => column.at(row));
  }
}
