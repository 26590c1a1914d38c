import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { BLOCK_ROWS, type Numbers } from '../../../model/number-column.ts';
import type { CellColumn } from './cell-column.ts';

/** More combinations than this are not told apart. */
const MOST_COMBINATIONS = 65_536;

/** Which combination of texts each row has in some columns: what is made of a few columns is made once for each. */
export class Combinations {
  /** Whether they are few enough to be numbered. */
  readonly areFew: boolean;
  readonly #columns: readonly DictionaryColumn[];
  readonly #sizes: readonly number[];
  /** Of the block of rows that was asked for last. */
  #numbers = new Int32Array(0);
  #block = -1;

  /** @param columns undefined for those that are not there */
  constructor(columns: readonly (CellColumn | undefined)[]) {
    const present = columns.filter((column) => column !== undefined);
    this.#columns = present.flatMap(({ coded }) => coded ?? []);
    this.#sizes = this.#columns.map(({ values }) => values.length);
    this.areFew = this.#columns.length === present.length && this.most <= MOST_COMBINATIONS;
  }

  /** How many there can be. */
  get most(): number {
    return this.#sizes.reduce((product, size) => product * size, 1);
  }

  /** The number of a row's combination, from 0 on; meaningless where they are many. */
  at(row: number): number {
    if (this.#columns.length === 0) return 0;
    const place = row % BLOCK_ROWS;
    if (row - place !== this.#block) this.#numberBlock(row - place);
    return this.#numbers[place] as number;
  }

  /** The same for the rows from a multiple of {@link BLOCK_ROWS} on, as far as there are columns: of no columns there is one combination. */
  blockAt(first: number): Int32Array | undefined {
    if (this.#columns.length === 0) return undefined;
    if (first !== this.#block) this.#numberBlock(first);
    return this.#numbers;
  }

  #numberBlock(first: number): void {
    if (this.#block === -1) this.#numbers = new Int32Array(Math.min(this.#columns[0]?.length ?? 0, BLOCK_ROWS));
    this.#block = first;
    this.#numbers.fill(0);
    for (const [index, { codes }] of this.#columns.entries()) {
      addDigit(this.#numbers, this.#sizes[index] as number, codes.blockAt(first));
    }
  }
}

/** Puts a code behind each number, as a digit of a number system of so many digits. */
function addDigit(numbers: Int32Array, digits: number, codes: Numbers | undefined): void {
  for (let row = 0; row < numbers.length; row++) {
    const code = codes === undefined ? 0 : (codes[row] as number);
    numbers[row] = Math.imul(numbers[row] as number, digits) + code;
  }
}
