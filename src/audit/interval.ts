import type { Interval } from '../model/audit.ts';

/** Rounding of floating point, relative: ends that differ by less touch. */
const TOUCHING = 1e-9;

export const point = (value: number): Interval => ({ low: value, high: value });

export const EVERYTHING: Interval = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** 0 × ∞ is 0: an end that is not bounded times nothing is nothing. */
const product = (left: number, right: number): number => (left === 0 || right === 0 ? 0 : left * right);

export const add = (left: Interval, right: Interval): Interval => ({
  low: left.low + right.low,
  high: left.high + right.high,
});

export const subtract = (left: Interval, right: Interval): Interval => ({
  low: left.low - right.high,
  high: left.high - right.low,
});

export function multiply(left: Interval, right: Interval): Interval {
  const ends = [left.low, left.high].flatMap((end) => [product(end, right.low), product(end, right.high)]);
  return { low: Math.min(...ends), high: Math.max(...ends) };
}

/** Division; by an interval that holds 0 it gives everything. */
export function divide(left: Interval, right: Interval): Interval {
  if (right.low <= 0 && right.high >= 0) return EVERYTHING;
  return multiply(left, { low: 1 / right.high, high: 1 / right.low });
}

export const lesser = (left: Interval, right: Interval): Interval => ({
  low: Math.min(left.low, right.low),
  high: Math.min(left.high, right.high),
});

export const greater = (left: Interval, right: Interval): Interval => ({
  low: Math.max(left.low, right.low),
  high: Math.max(left.high, right.high),
});

/** Whether all of `left` may be no more than something of `right`. */
export const mayBeAtMost = (left: Interval, right: Interval): boolean =>
  left.low <= right.high + TOUCHING * Math.max(Math.abs(left.low), Math.abs(right.high));

export const overlap = (left: Interval, right: Interval): boolean =>
  mayBeAtMost(left, right) && mayBeAtMost(right, left);

/** What two intervals share; undefined when that is nothing. */
export const intersect = (left: Interval, right: Interval): Interval | undefined => {
  if (!overlap(left, right)) return undefined;
  const [low, high] = [Math.max(left.low, right.low), Math.min(left.high, right.high)];
  return low <= high ? { low, high } : point((low + high) / 2);
};
