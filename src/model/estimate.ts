import type { Basis } from './basis.ts';
import { type Quantity, quantity, type Unit } from './units.ts';

/**
 * An amount that is not known exactly: low ≤ value ≤ high, all in unit `U`, and what it rests on (never empty).
 * The bounds come from stated causes (a price list's span, unknown utilisation), not from a fixed percentage.
 */
export interface Estimate<U extends Unit> {
  readonly low: Quantity<U>;
  readonly value: Quantity<U>;
  readonly high: Quantity<U>;
  readonly basis: readonly Basis[];
}

/** A range without a unit of its own yet: a constant of a method, such as a price or a power. */
export interface Range {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

/** Builds an estimate and holds it to its law. Throws when the bounds are out of order or nothing supports it. */
export function estimate<U extends Unit>(range: Range, basis: readonly Basis[]): Estimate<U> {
  if (!(range.low <= range.value && range.value <= range.high)) {
    throw new Error(`estimate out of order: ${range.low} ≤ ${range.value} ≤ ${range.high} does not hold`);
  }
  if (basis.length === 0) throw new Error('an estimate needs a basis');
  return { low: quantity(range.low), value: quantity(range.value), high: quantity(range.high), basis };
}

/** A range of no width. */
export const exactly = (value: number): Range => ({ low: value, value, high: value });

/** Multiplies two ranges of non-negative numbers bound by bound. */
export const multiplyRanges = (left: Range, right: Range): Range => ({
  low: left.low * right.low,
  value: left.value * right.value,
  high: left.high * right.high,
});

/** Multiplies a range by a non-negative amount. */
export const scaleRange = (range: Range, factor: number): Range => ({
  low: range.low * factor,
  value: range.value * factor,
  high: range.high * factor,
});
