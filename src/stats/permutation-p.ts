import { dot, residualOf, squaresAlong } from './orthonormal.ts';
import { seededRandom, seedOf, shuffle } from './seeded-random.ts';

/** What is tested: whether columns explain more than chance of what a base leaves open. */
interface Question {
  /** In an order that depends on nothing but content. */
  readonly y: Float64Array;
  /** Orthonormal, the constant column first. */
  readonly base: readonly Float64Array[];
  /** Orthonormal, and to the base too. */
  readonly added: readonly Float64Array[];
}

/** How many orders are drawn at most: p is then told to 0.001. */
const MOST_ORDERS = 999;

/** After so many orders that explain as much, the rest is not drawn (Besag and Clifford 1991): p is far from small. */
const ENOUGH_AS_GOOD = 20;

/** Sums in another order differ by so little. */
const SAME = 1 - 1e-9;

/**
 * The chance that columns explain as much as they do if they say nothing: residuals of the base are put into other orders (Freedman and Lane 1983; Winkler et al. 2014),
 * and it is counted how often the columns explain as much of them. Seeded by the values, so that the same data give the same p.
 *
 * @returns 0.001 to 1; NaN where the base leaves nothing open
 */
export function permutationP({ y, base, added }: Question): number {
  const residuals = residualOf(y, base);
  const whole = dot(residuals, residuals);
  if (!(whole > 1e-24 * Math.max(1, dot(y, y)))) return Number.NaN;
  const observed = squaresAlong(residuals, added) / whole;
  const random = seededRandom(seedOf(y));
  const others = base.slice(1); // residuals have no mean, in whatever order
  let asGood = 0;
  for (let drawn = 1; drawn <= MOST_ORDERS; drawn++) {
    shuffle(residuals, random);
    const explained = squaresAlong(residuals, added) / (whole - squaresAlong(residuals, others));
    if (explained >= observed * SAME) asGood++;
    if (asGood === ENOUGH_AS_GOOD) return asGood / drawn;
  }
  return (asGood + 1) / (MOST_ORDERS + 1);
}
