import { ByteIndex } from '../../model/byte-index.ts';
import type { Cells } from './cells.ts';

/** Allocations, states and limits repeat from job to job; a hostile log could have any number of them. */
const MOST_REMEMBERED = 65_536;

/** Reads cells of one kind and remembers what was made of each text. Forgets everything when it is full. */
export class Remembered<T> {
  readonly #read: (text: string) => T;
  #values: T[] = [];
  #index = this.#newIndex();
  #none: T | undefined;

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  /** What the cell says; a column that is not there (−1) says what an empty cell does. */
  at(cells: Cells, cell: number): T {
    if (cell < 0) {
      this.#none ??= this.#read('');
      return this.#none;
    }
    if (this.#values.length > MOST_REMEMBERED) {
      this.#values = [];
      this.#index = this.#newIndex();
    }
    const number = this.#index.get(cells.bytes, cells.starts[cell] as number, cells.ends[cell] as number);
    return this.#values[number] as T;
  }

  #newIndex(): ByteIndex {
    return new ByteIndex((text) => this.#values.push(this.#read(text)) - 1);
  }
}
