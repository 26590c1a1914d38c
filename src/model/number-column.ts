import { grown } from './text-column.ts';

/** A column of numbers; NaN where the log says nothing. */
export class NumberColumn {
  #values = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#values.length) this.#values = grown(this.#values, Float64Array);
    this.#values[this.length++] = value;
  }

  /** The number in a row; NaN when absent. */
  at(row: number): number {
    return this.#values[row] as number;
  }
}
