import { CodeMarks } from './code-marks.ts';
import type { Factor } from './factor.ts';

/** Combinations of a cell and a value that are marked in an array: so few stay near the processor. */
const MOST_MARKED = 1 << 16;
const marks = new CodeMarks();

type Codes = Pick<Factor, 'codes' | 'values'>;

/** The combination that each of some runs has, by number, and how many there are. */
interface NumberedCells {
  readonly cells: Uint32Array;
  readonly distinct: number;
}

/**
 * Numbers the combinations of values that runs have, in the order in which they are met.
 *
 * @param positions of the runs
 * @returns for each of them, the number of its combination, and how many there are
 */
export function numberCells(factors: readonly Codes[], positions: Uint32Array): NumberedCells {
  const cells = new Uint32Array(positions.length);
  let distinct = Math.min(1, positions.length);
  const wide: Codes[] = [];
  for (const factor of factors) {
    if (distinct * factor.values.length <= MOST_MARKED) distinct = refine(cells, distinct, factor, positions);
    else wide.push(factor);
  }
  return wide.length === 0 ? { cells, distinct } : numberByHash(cells, wide, positions);
}

/** Tells cells apart by the values of another factor as well. @returns how many there are then */
function refine(cells: Uint32Array, before: number, { codes, values }: Codes, positions: Uint32Array): number {
  const width = values.length;
  marks.clear(before * width);
  let distinct = 0;
  for (let index = 0; index < cells.length; index++) {
    const key = (cells[index] as number) * width + (codes[positions[index] as number] as number);
    const number = marks.get(key);
    cells[index] = number < 0 ? distinct : number;
    if (number < 0) marks.set(key, distinct++);
  }
  return distinct;
}

/** The same by the values of several factors at once: by a hash of them, and by the values themselves where it is the same. One after the other took three times as long. */
function numberByHash(before: Uint32Array, factors: readonly Codes[], positions: Uint32Array): NumberedCells {
  const hashes = hashesOf(before, factors, positions);
  const mask = 2 ** Math.ceil(Math.log2(2 * before.length)) - 1;
  /** One more than the number of the cell that stands in a place; 0 for none. */
  const places = new Uint32Array(mask + 1);
  const cells = new Uint32Array(before.length);
  /** By cell, where it was met first. */
  const first = new Uint32Array(before.length);
  let distinct = 0;
  for (let index = 0; index < cells.length; index++) {
    const hash = hashes[index] as number;
    let place = hash & mask;
    for (let known = places[place] as number; known > 0; known = places[place] as number) {
      const met = first[known - 1] as number;
      if (hashes[met] === hash && areSame(met, index, before, factors, positions)) break;
      place = (place + 1) & mask;
    }
    if (places[place] === 0) {
      first[distinct] = index;
      places[place] = ++distinct;
    }
    cells[index] = (places[place] as number) - 1;
  }
  return { cells, distinct };
}

/** For each run a hash of its cell and its values: FNV-1a by whole codes, stirred at the end as MurmurHash3 does (public domain). */
function hashesOf(cells: Uint32Array, factors: readonly Codes[], positions: Uint32Array): Uint32Array {
  const hashes = new Uint32Array(cells.length);
  for (let index = 0; index < hashes.length; index++)
    hashes[index] = Math.imul((cells[index] as number) ^ 0x811c9dc5, 0x01000193);
  for (const { codes } of factors) {
    for (let index = 0; index < hashes.length; index++) {
      const mixed = (hashes[index] as number) ^ (codes[positions[index] as number] as number);
      hashes[index] = Math.imul(mixed ^ (mixed >>> 15), 0x01000193);
    }
  }
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number;
    hashes[index] = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) ^ (hash >>> 13);
  }
  return hashes;
}

function areSame(
  one: number,
  other: number,
  cells: Uint32Array,
  factors: readonly Codes[],
  positions: Uint32Array,
): boolean {
  if (cells[one] !== cells[other]) return false;
  const left = positions[one] as number;
  const right = positions[other] as number;
  for (const { codes } of factors) if (codes[left] !== codes[right]) return false;
  return true;
}
