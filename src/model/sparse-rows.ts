import { NumberColumn } from './number-column.ts';

/** The rows of a table of which something more is known, ascending: none of most tables, or all. What is known stands in columns of as many entries. */
export class SparseRows {
  readonly #rows = new NumberColumn(Uint32Array);

  get length(): number {
    return this.#rows.length;
  }

  /** @param row of the table; greater than those pushed before */
  push(row: number): void {
    this.#rows.push(row);
  }

  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.length; at++) yield this.#rows.at(at);
  }

  /** The entry of a row; −1 when it has none. */
  find(row: number): number {
    let [low, high] = [0, this.length - 1];
    if (high < 0 || row < this.#rows.at(low)) return -1;
    // Rows of one file are one after the other.
    const straight = row - this.#rows.at(low);
    if (straight <= high && this.#rows.at(straight) === row) return straight;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = this.#rows.at(middle);
      if (at === row) return middle;
      if (at < row) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
