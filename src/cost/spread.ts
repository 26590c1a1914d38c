import { exactly, type Range } from '../model/estimate.ts';
import type { Rate } from '../model/method.ts';
import type { CauseShare } from '../model/tier.ts';

/** What a figure is when one cause alone is at its low or its high. */
interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A figure at the middle of all causes, and what becomes of it when one of them alone moves. Non-negative. */
export interface Spread {
  readonly value: number;
  readonly causes: ReadonlyMap<string, Bounds>;
}

const NO_CAUSES: ReadonlyMap<string, Bounds> = new Map();

/** A figure that nothing moves. */
export const certain = (value: number): Spread => ({ value, causes: NO_CAUSES });

/** So much of a constant. */
export function spreadOf(rate: Rate, amount: number): Spread {
  if (rate.low === rate.high || amount === 0) return certain(rate.value * amount);
  const causes = rate.causes ?? [{ cause: rate.name, low: rate.low, high: rate.high }];
  return {
    value: rate.value * amount,
    causes: new Map(causes.map(({ cause, low, high }) => [cause, { low: low * amount, high: high * amount }])),
  };
}

/** What a spread is with a cause at one of its bounds: its middle where the cause does not move it. */
const at = ({ value, causes }: Spread, cause: string, bound: keyof Bounds): number =>
  causes.get(cause)?.[bound] ?? value;

function merged(parts: readonly Spread[], value: number, fold: (figures: readonly number[]) => number): Spread {
  const names = new Set(parts.flatMap(({ causes }) => [...causes.keys()]));
  const causes = new Map<string, Bounds>();
  for (const name of names) {
    const bound = (which: keyof Bounds): number => fold(parts.map((part) => at(part, name, which)));
    causes.set(name, { low: bound('low'), high: bound('high') });
  }
  return { value, causes };
}

const total = (figures: readonly number[]): number => figures.reduce((sum, each) => sum + each, 0);

/** A cause that several parts share moves all of them at once: their errors do not average out. */
export const sumOf = (parts: readonly Spread[]): Spread => merged(parts, total(parts.map(({ value }) => value)), total);

export const productOf = (left: Spread, right: Spread): Spread =>
  merged([left, right], left.value * right.value, ([a = 0, b = 0]) => a * b);

/** How far a bound is from the middle: the logarithm of their ratio, never negative. */
const distance = (from: number, to: number): number => Math.max(0, Math.log(to / from));

const rootOfSquares = (distances: readonly number[]): number =>
  Math.sqrt(distances.reduce((sum, each) => sum + each * each, 0));

/**
 * The range of a figure when its causes are independent of each other: the effects of the single causes, as ratios to the middle, are added as the square root of the sum of the
 * squares of their logarithms. That is exact for a product of log-normal constants, and where each cause's bounds are its 5th and 95th percentile, so are those of the result.
 * With one cause it is that cause's own range. O(causes).
 */
export function rangeOf({ value, causes }: Spread): Range {
  const bounds = [...causes.values()].filter(({ low, high }) => low < value || high > value);
  const [only] = bounds;
  if (only === undefined) return exactly(value);
  if (bounds.length === 1 || value === 0)
    return {
      low: Math.min(value, ...bounds.map(({ low }) => low)),
      value,
      high: Math.max(value, ...bounds.map(({ high }) => high)),
    };
  return {
    low: value * Math.exp(-rootOfSquares(bounds.map(({ low }) => distance(low, value)))),
    value,
    high: value * Math.exp(rootOfSquares(bounds.map(({ high }) => distance(value, high)))),
  };
}

/** What makes a figure a range, the largest cause first. The shares add up to 1; empty when nothing does. */
export function causesOf({ value, causes }: Spread): CauseShare[] {
  const squares = [...causes].map(([cause, { low, high }]) => ({
    cause,
    low,
    high,
    square: widthOf(low, value, high),
  }));
  const whole = squares.reduce((sum, { square }) => sum + square, 0);
  if (!(whole > 0)) return [];
  return squares
    .map(({ square, ...rest }) => ({ ...rest, share: square / whole }))
    .sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1));
}

const widthOf = (low: number, value: number, high: number): number =>
  distance(low, value) ** 2 + distance(value, high) ** 2;
