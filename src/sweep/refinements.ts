import type { Factor } from './factor-table.ts';
import type { SweepDraft } from './group-family.ts';

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
  return drafts.map((draft, index) => {
    for (let before = index - 1; before >= Math.max(0, index - MOST_BEFORE); before--) {
      const isKnown = (times[before] as Times).firstEnd <= (times[index] as Times).from;
      if (isKnown && refines(draft, drafts[before] as SweepDraft, numbers)) return before;
    }
    return -1;
  });
}

function refines(later: SweepDraft, earlier: SweepDraft, numbers: TriedNumbers): boolean {
  const { axes } = later.design;
  if (axes.length === 0 || !axes.every((axis) => earlier.design.axes.includes(axis))) return false;
  return axes.some((axis) => axis.role === 'parameter' && narrows(numbers.of(axis, later), numbers.of(axis, earlier)));
}

/** What {@link numbersOf} gives: once for each sweep and axis, since a sweep is held against many. */
class TriedNumbers {
  readonly #bySweep = new Map<SweepDraft, Map<Factor, readonly number[]>>();

  of(axis: Factor, sweep: SweepDraft): readonly number[] {
    const byAxis = this.#bySweep.get(sweep) ?? new Map<Factor, readonly number[]>();
    this.#bySweep.set(sweep, byAxis);
    const numbers = byAxis.get(axis) ?? numbersOf(axis, sweep);
    byAxis.set(axis, numbers);
    return numbers;
  }
}

/** The distinct numbers that a sweep tried on an axis, ascending; none where a value is no number. */
function numbersOf({ codes, values }: Factor, { positions }: SweepDraft): number[] {
  const tried = new Set<number>();
  for (const position of positions) tried.add(codes[position] as number);
  const numbers = [...tried].map((code) => (values[code] === '' ? Number.NaN : Number(values[code])));
  return numbers.some(Number.isNaN) ? [] : numbers.sort((a, b) => a - b);
}

function narrows(later: readonly number[], earlier: readonly number[]): boolean {
  if (later.length < 2 || earlier.length < 2) return false;
  const scale = (earlier[0] as number) > 0 && (later[0] as number) > 0 ? Math.log : (value: number): number => value;
  const [low, high] = [scale(earlier[0] as number), scale(earlier.at(-1) as number)];
  const [from, to] = [scale(later[0] as number), scale(later.at(-1) as number)];
  const step = (high - low) / (earlier.length - 1);
  const isWithin = to - from <= NARROWER * (high - low) && from >= low - step && to <= high + step;
  return isWithin && later.some((value) => !earlier.includes(value));
}
