import { numberOfValue } from './value-numbers.ts';

/** Lists up to this length are put in order one by one, without new objects: most are short, or in order already. */
const MOST_ONE_BY_ONE = 256;

/** Scratch space: the numbers put in order so far, and which values they are. */
const sorted = new Float64Array(MOST_ONE_BY_ONE);
const order = new Uint16Array(MOST_ONE_BY_ONE);

/** Numbers by size; as soon as one value is no number, texts by their characters. The values themselves where they are in order, as most are: sweeps keep both lists. */
export function inOrder(values: readonly string[]): readonly string[] {
  if (values.length > MOST_ONE_BY_ONE) return manyInOrder(values);
  let isInOrder = true;
  for (let count = 0; count < values.length; count++) {
    const number = numberOfValue(values[count] as string);
    if (Number.isNaN(number)) return textsInOrder(values);
    if (!insert(number, count)) isInOrder = false;
  }
  if (isInOrder) return values;
  const ordered = values.slice();
  for (let place = 0; place < ordered.length; place++) ordered[place] = values[order[place] as number] as string;
  return ordered;
}

function textsInOrder(values: readonly string[]): readonly string[] {
  for (let at = 1; at < values.length; at++)
    if ((values[at - 1] as string) > (values[at] as string)) return values.slice().sort();
  return values;
}

/** Puts a number among those before it, behind its equals. @returns whether it stays behind all of them */
function insert(number: number, count: number): boolean {
  let at = count;
  for (; at > 0 && (sorted[at - 1] as number) > number; at--) {
    sorted[at] = sorted[at - 1] as number;
    order[at] = order[at - 1] as number;
  }
  sorted[at] = number;
  order[at] = count;
  return at === count;
}

function manyInOrder(values: readonly string[]): readonly string[] {
  const numbers = values.map(numberOfValue);
  if (numbers.some(Number.isNaN)) return textsInOrder(values);
  const places = values.map((_, index) => index).sort((a, b) => (numbers[a] as number) - (numbers[b] as number));
  return places.map((index) => values[index] as string);
}
