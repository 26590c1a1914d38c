import { bitsOfValue } from './value-bits.ts';
import { numberIfTold } from './value-numbers.ts';

/** Of fewer runs and values nothing is judged. */
export const FEWEST_JUDGED = 6;
/** An axis was drawn from a range when so large a part of its values come once, and have more digits than people choose. */
const [MOSTLY_DISTINCT, DRAWN_BITS] = [0.6, 4.2];

/**
 * Whether the values of an axis were drawn from a range.
 *
 * @param cells how many combinations were tried
 */
export function areDrawn(values: readonly string[], cells: number): boolean {
  if (values.length < FEWEST_JUDGED || values.length < MOSTLY_DISTINCT * cells) return false;
  let bits = 0;
  for (const value of values) bits += bitsOfValue(value);
  if (bits / values.length <= DRAWN_BITS) return false;
  const numbers = numbersOf(values);
  return numbers !== undefined && !isProgression(numbers);
}

/** Values as numbers; undefined where one is none. */
function numbersOf(values: readonly string[]): Float64Array | undefined {
  const numbers = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const number = numberIfTold(values[index] as string);
    if (Number.isNaN(number)) return undefined;
    numbers[index] = number;
  }
  return numbers;
}

/** Steps are equal that differ by no more than this part of the first. */
const EQUAL = 0.05;

/** Whether values are laid out at equal distances or ratios. */
function isProgression(numbers: Float64Array): boolean {
  const { least, next, most } = endsOf(numbers);
  const steps = numbers.length - 1;
  const mayBeEven = addUp(next - least, steps, most - least);
  const mayBeGeometric = least > 0 && addUp(Math.log(next / least), steps, Math.log(most / least));
  if (!mayBeEven && !mayBeGeometric) return false;
  const sorted = numbers.slice().sort();
  return (mayBeEven && haveEqual(distance, sorted)) || (mayBeGeometric && haveEqual(ratio, sorted));
}

/** Whether so many steps like the first may make the whole way: if not, they are not equal, which nobody has to look at one by one. Twice as far for what is lost to rounding. */
const addUp = (first: number, steps: number, whole: number): boolean =>
  !(Math.abs(whole - steps * first) > 2 * EQUAL * steps * Math.abs(first));

/** The least number, the one after it, and the largest. */
function endsOf(numbers: Float64Array): { readonly least: number; readonly next: number; readonly most: number } {
  let [least, next, most] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number > most) most = number;
    if (number < least) {
      next = least;
      least = number;
    } else if (number < next) next = number;
  }
  return { least, next, most };
}

type Step = (from: number, to: number) => number;
const distance: Step = (from, to) => to - from;
const ratio: Step = (from, to) => Math.log(to / from);

function haveEqual(step: Step, sorted: Float64Array): boolean {
  const first = step(sorted[0] as number, sorted[1] as number);
  for (let index = 2; index < sorted.length; index++) {
    const next = step(sorted[index - 1] as number, sorted[index] as number);
    if (!(Math.abs(next - first) <= EQUAL * Math.abs(first))) return false;
  }
  return true;
}
