import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { CellColumn } from './cell-column.ts';

/** More combinations than this are not told apart. */
const MOST_COMBINATIONS = 65_536;

/** Which combination of texts each row has in some columns: what is made of a few columns is made once for each. */
export class Combinations {
  /** Whether they are few enough to be numbered. */
  readonly areFew: boolean;
  readonly #columns: readonly DictionaryColumn[];
  readonly #sizes: readonly number[];

  /** @param columns undefined for those that are not there */
  constructor(columns: readonly (CellColumn | undefined)[]) {
    const present = columns.filter((column) => column !== undefined);
    this.#columns = present.flatMap(({ coded }) => coded ?? []);
    this.#sizes = this.#columns.map(({ values }) => values.length);
    const most = this.#sizes.reduce((product, size) => product * size, 1);
    this.areFew = this.#columns.length === present.length && most <= MOST_COMBINATIONS;
  }

  /** The number of a row's combination, from 0 on; meaningless where they are many. */
  at(row: number): number {
    let combination = 0;
    for (let index = 0; index < this.#columns.length; index++) {
      combination = combination * (this.#sizes[index] as number) + (this.#columns[index] as DictionaryColumn).code(row);
    }
    return combination;
  }
}
