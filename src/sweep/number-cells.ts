import { CodeMarks } from './code-marks.ts';
import type { Factor } from './factor-table.ts';

/** Combinations of a cell and a value that are marked in an array, which takes a tenth of the time of a `Map`; more would take too much memory. */
const MOST_MARKED = 1 << 20;
const marks = new CodeMarks();

/**
 * Numbers the combinations of values that runs have, in the order in which they are met.
 *
 * @param positions of the runs
 * @returns for each of them, the number of its combination, and how many there are
 */
export function numberCells(
  factors: readonly Pick<Factor, 'codes' | 'values'>[],
  positions: Uint32Array,
): { readonly cells: Uint32Array; readonly distinct: number } {
  const cells = new Uint32Array(positions.length);
  let distinct = Math.min(1, positions.length);
  for (const { codes, values } of factors) {
    const width = values.length;
    const isMarked = distinct * width <= MOST_MARKED;
    const known = isMarked ? marks : new Map<number, number>();
    marks.clear(isMarked ? distinct * width : 0);
    distinct = 0;
    for (let index = 0; index < cells.length; index++) {
      const key = (cells[index] as number) * width + (codes[positions[index] as number] as number);
      const number = known.get(key) ?? -1;
      cells[index] = number < 0 ? distinct : number;
      if (number < 0) known.set(key, distinct++);
    }
  }
  return { cells, distinct };
}
