import { CodeMarks } from './code-marks.ts';
import type { Factor } from './factor-table.ts';
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
  const numbers = new TriedNumbers();
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
    if (isKnown && refines(drafts[index] as SweepDraft, drafts[before] as SweepDraft, numbers)) return before;
  }
  return -1;
}

function refines(later: SweepDraft, earlier: SweepDraft, numbers: TriedNumbers): boolean {
  const { axes } = later.design;
  for (const axis of axes) if (!earlier.design.axes.includes(axis)) return false;
  for (const axis of axes)
    if (axis.role === 'parameter' && narrows(numbers.of(axis, later), numbers.of(axis, earlier))) return true;
  return false;
}

/** The distinct numbers that sweeps tried on an axis, ascending; none where a value is no number. Once for each sweep and axis, since a sweep is held against many. */
class TriedNumbers {
  readonly #bySweep = new Map<SweepDraft, Map<Factor, readonly number[]>>();
  /** By axis and code: the number that the value is, or NaN. */
  readonly #byAxis = new Map<Factor, Float64Array>();

  of(axis: Factor, sweep: SweepDraft): readonly number[] {
    const byAxis = this.#bySweep.get(sweep) ?? new Map<Factor, readonly number[]>();
    this.#bySweep.set(sweep, byAxis);
    const numbers = byAxis.get(axis) ?? triedOn(axis.codes, this.#numbersOf(axis), sweep);
    byAxis.set(axis, numbers);
    return numbers;
  }

  #numbersOf(axis: Factor): Float64Array {
    const known = this.#byAxis.get(axis);
    if (known !== undefined) return known;
    const numbers = Float64Array.from(axis.values, numberIfTold);
    this.#byAxis.set(axis, numbers);
    return numbers;
  }
}

const marks = new CodeMarks();

function triedOn(codes: Uint32Array, numberOf: Float64Array, { positions }: SweepDraft): number[] {
  marks.clear(numberOf.length);
  const numbers: number[] = [];
  for (const position of positions) {
    const code = codes[position] as number;
    if (marks.get(code) >= 0) continue;
    marks.set(code, 0);
    const number = numberOf[code] as number;
    if (Number.isNaN(number)) return [];
    numbers.push(number);
  }
  return numbers.sort(ascending);
}

const ascending = (a: number, b: number): number => a - b;
const asItIs = (value: number): number => value;

function narrows(later: readonly number[], earlier: readonly number[]): boolean {
  if (later.length < 2 || earlier.length < 2) return false;
  const scale = (earlier[0] as number) > 0 && (later[0] as number) > 0 ? Math.log : asItIs;
  const [low, high] = [scale(earlier[0] as number), scale(earlier.at(-1) as number)];
  const [from, to] = [scale(later[0] as number), scale(later.at(-1) as number)];
  const step = (high - low) / (earlier.length - 1);
  const isWithin = to - from <= NARROWER * (high - low) && from >= low - step && to <= high + step;
  if (!isWithin) return false;
  for (const value of later) if (!earlier.includes(value)) return true;
  return false;
}
