import { CodeMarks } from './code-marks.ts';
import type { Factor } from './factor.ts';
import type { SweepDraft } from './group-family.ts';
import { numberIfTold } from './value-numbers.ts';

/** Sweeps of one family that a later one is held against. */
const MOST_BEFORE = 16;
/** A refinement looks at so large a part of the range before it, or less. Our own judgement. */
const NARROWER = 0.75;

/** When a sweep was submitted, and when its first run ended, epoch seconds. */
export interface Times {
  readonly from: number;
  readonly firstEnd: number;
}

/**
 * Which earlier sweep of its family each sweep refines: one whose results could be known, of which it tries again no other parameters, with new values of one of them in a narrower
 * range, near or between the old ones.
 *
 * @param drafts in order of submission
 * @returns by draft, the index of the one it refines, or −1
 */
export function refinements(drafts: readonly SweepDraft[], times: readonly Times[]): number[] {
  const numbers = new TriedNumbers(drafts);
  const refined: number[] = [];
  for (let index = 0; index < drafts.length; index++) refined.push(refinedBy(index, drafts, times, numbers));
  return refined;
}

function refinedBy(
  index: number,
  drafts: readonly SweepDraft[],
  times: readonly Times[],
  numbers: TriedNumbers,
): number {
  for (let before = index - 1; before >= Math.max(0, index - MOST_BEFORE); before--) {
    const isKnown = (times[before] as Times).firstEnd <= (times[index] as Times).from;
    if (isKnown && refines(index, before, drafts, numbers)) return before;
  }
  return -1;
}

function refines(later: number, earlier: number, drafts: readonly SweepDraft[], numbers: TriedNumbers): boolean {
  const { axes } = (drafts[later] as SweepDraft).design;
  const known = (drafts[earlier] as SweepDraft).design.axes;
  for (const axis of axes) if (!known.includes(axis)) return false;
  for (let place = 0; place < axes.length; place++) {
    const axis = axes[place] as Factor;
    if (axis.role !== 'parameter') continue;
    const before = known.indexOf(axis);
    if (!isWithin(numbers.rangeOf(later, place), numbers.rangeOf(earlier, before))) continue;
    const tried = numbers.of(earlier, before);
    for (const value of numbers.of(later, place)) if (!tried.includes(value)) return true;
  }
  return false;
}

/** How many numbers a sweep tried on an axis, and their range. */
interface Range {
  readonly count: number;
  readonly least: number;
  readonly most: number;
}

/** The distinct numbers that sweeps tried on an axis of theirs. Their range once for each, since a sweep is held against many; the numbers themselves are seldom needed. */
class TriedNumbers {
  readonly #drafts: readonly SweepDraft[];
  /** By sweep and place of the axis. */
  readonly #ranges: (Range | undefined)[][];
  /** By axis and code: the number that the value is, or NaN. */
  readonly #byAxis = new Map<Factor, Float64Array>();

  constructor(drafts: readonly SweepDraft[]) {
    this.#drafts = drafts;
    this.#ranges = [];
    for (let index = 0; index < drafts.length; index++) this.#ranges.push([]);
  }

  rangeOf(sweep: number, place: number): Range {
    const ranges = this.#ranges[sweep] as (Range | undefined)[];
    const range = ranges[place] ?? this.#measure(sweep, place);
    ranges[place] = range;
    return range;
  }

  /** The numbers, in the order in which they were tried. */
  of(sweep: number, place: number): number[] {
    const { positions, design } = this.#drafts[sweep] as SweepDraft;
    const axis = design.axes[place] as Factor;
    const numberOf = this.#numbersOf(axis);
    marks.clear(numberOf.length);
    const numbers: number[] = [];
    for (let at = 0; at < positions.length; at++) {
      const code = axis.codes[positions[at] as number] as number;
      if (marks.get(code) >= 0) continue;
      marks.set(code, 0);
      numbers.push(numberOf[code] as number);
    }
    return numbers;
  }

  /** NaN where a value is no number. */
  #measure(sweep: number, place: number): Range {
    const numbers = this.of(sweep, place);
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let at = 0; at < numbers.length; at++) {
      least = Math.min(least, numbers[at] as number);
      most = Math.max(most, numbers[at] as number);
    }
    return { count: numbers.length, least, most };
  }

  #numbersOf(axis: Factor): Float64Array {
    const known = this.#byAxis.get(axis);
    if (known !== undefined) return known;
    const numbers = new Float64Array(axis.values.length);
    for (let code = 0; code < numbers.length; code++) numbers[code] = numberIfTold(axis.values[code] as string);
    this.#byAxis.set(axis, numbers);
    return numbers;
  }
}

const marks = new CodeMarks();

const asItIs = (value: number): number => value;

/** Whether numbers span less than others before them, near or between these. Nothing is so of what holds another value than a number: its range is NaN. */
function isWithin(later: Range, earlier: Range): boolean {
  if (later.count < 2 || earlier.count < 2) return false;
  const scale = earlier.least > 0 && later.least > 0 ? Math.log : asItIs;
  const [low, high] = [scale(earlier.least), scale(earlier.most)];
  const [from, to] = [scale(later.least), scale(later.most)];
  const step = (high - low) / (earlier.count - 1);
  return to - from <= NARROWER * (high - low) && from >= low - step && to <= high + step;
}
