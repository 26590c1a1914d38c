import { TextColumn } from '../../model/text-column.ts';

/** Rows of a table until all of them are there, as UTF-8: a fifth of the memory of their cells as strings. */
export class RowBuffer {
  readonly #texts = new TextColumn();
  readonly #lines: number[] = [];

  push(cells: readonly string[], line: number): void {
    this.#texts.push(JSON.stringify(cells));
    this.#lines.push(line);
  }

  *rows(): Generator<{ readonly cells: readonly string[]; readonly line: number }> {
    for (const [row, line] of this.#lines.entries()) {
      yield { cells: JSON.parse(this.#texts.copyAt(row)) as string[], line };
    }
  }
}
