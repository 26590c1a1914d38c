import type { TriedParameter } from '../model/sweep.ts';

/** A parameter as a search that learns sees it: each value has a place; places of numbers are in order, and neighbours are alike. */
export interface Axis {
  readonly places: number;
  readonly isOrdered: boolean;
  /** The place of each value, by its index. */
  readonly placeOf: readonly number[];
}

/** More values of a number are put together, as many to a place: of those drawn from a range each was tried once. Our own judgement. */
const MOST_PLACES = 10;

/** Words of more values name things rather than choices: nothing is learned from them. Our own judgement. */
const MOST_WORDS = 24;

export function axisOf({ values }: TriedParameter): Axis {
  const count = values.length;
  const numbers = values.map((value) => (value.trim() === '' ? Number.NaN : Number(value)));
  if (count < 3 || numbers.some((number) => !Number.isFinite(number))) {
    const isLearned = count <= MOST_WORDS;
    return {
      places: isLearned ? count : 1,
      isOrdered: false,
      placeOf: values.map((_, index) => (isLearned ? index : 0)),
    };
  }
  const order = [...numbers.keys()].sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  const places = Math.min(MOST_PLACES, count);
  const placeOf: number[] = [];
  for (const [rank, value] of order.entries()) placeOf[value] = Math.floor((rank * places) / count);
  return { places, isOrdered: true, placeOf };
}
