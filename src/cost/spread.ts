import type { Rate } from '../model/method.ts';

/** How far a cause moves a part at its bounds: natural logarithms of the ratios to the middle, both ≥ 0. */
export interface Reach {
  readonly down: number;
  readonly up: number;
}

/** A part of a figure: its amount at the middle of all causes, and what moves it. */
export interface Part {
  readonly value: number;
  readonly causes: ReadonlyMap<string, Reach>;
}

/** A figure as the sum of its parts, each a product of an amount and constants. Non-negative; parts of 0 are left out. */
export type Spread = readonly Part[];

const NO_CAUSES: ReadonlyMap<string, Reach> = new Map();

/** A figure that nothing moves. */
export const certain = (value: number): Spread => (value > 0 ? [{ value, causes: NO_CAUSES }] : []);

/** A lower bound of 0 is taken for this part of the middle: its logarithm must be finite. */
const LEAST_PART = 1e-9;

const reachOf = (low: number, value: number, high: number): Reach => ({
  down: Math.max(0, Math.log(value / Math.max(low, value * LEAST_PART))),
  up: Math.max(0, Math.log(high / value)),
});

type Reaches = ReadonlyMap<string, Reach>;

const ofRates = new WeakMap<Rate, Reaches>();

/** One map for all constants that the same causes move in the same way: parts are then seen to be alike. */
const interned = new Map<string, Reaches>();

/** What moves a constant, found once. */
function causesOf(rate: Rate): Reaches {
  const known = ofRates.get(rate);
  if (known !== undefined) return known;
  const stated = rate.causes ?? [{ cause: rate.name, low: rate.low, high: rate.high }];
  const moving = stated.map(({ cause, low, high }) => [cause, reachOf(low, rate.value, high)] as const);
  const found = new Map(moving.filter(([, { down, up }]) => down > 0 || up > 0));
  const key = JSON.stringify([...found]);
  const causes = interned.get(key) ?? found;
  interned.set(key, causes);
  ofRates.set(rate, causes);
  return causes;
}

/** So much of a constant. */
export const spreadOf = (rate: Rate, amount: number): Spread =>
  rate.value * amount > 0 ? [{ value: rate.value * amount, causes: causesOf(rate) }] : [];

/** A cause that several parts share moves all of them at once: their errors do not average out. */
export const sumOf = (figures: readonly Spread[]): Spread => figures.flat();

/** Each part times a constant. */
export function timesRate(figure: Spread, rate: Rate): Spread {
  if (!(rate.value > 0)) return [];
  const causes = causesOf(rate);
  return figure.map((part) => ({ value: part.value * rate.value, causes: joined(part.causes, causes) }));
}

const joins = new WeakMap<Reaches, WeakMap<Reaches, Reaches>>();

/** What moves a product of two, found once. */
function joined(one: Reaches, other: Reaches): Reaches {
  if (other.size === 0) return one;
  const withOne = joins.get(one) ?? new WeakMap<Reaches, Reaches>();
  joins.set(one, withOne);
  const known = withOne.get(other);
  if (known !== undefined) return known;
  const both = new Map(one);
  for (const [cause, { down, up }] of other) {
    const before = both.get(cause);
    both.set(cause, before === undefined ? { down, up } : { down: before.down + down, up: before.up + up });
  }
  withOne.set(other, both);
  return both;
}

/** The figure at the middle of all causes. */
export const middleOf = (figure: Spread): number => figure.reduce((sum, { value }) => sum + value, 0);
