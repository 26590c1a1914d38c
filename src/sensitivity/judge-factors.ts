import { type Grouping, indicatorsOf, sizesOf } from '../stats/grouping.ts';
import { largestCorrelation } from '../stats/largest-correlation.ts';
import { constantColumn, dot, orthonormal, residualOf, squaresAlong } from '../stats/orthonormal.ts';
import { permutationP } from '../stats/permutation-p.ts';
import type { Factor } from './factors.ts';
import { measuredBeside } from './measured-beside.ts';
import { inOwnOrder } from './own-order.ts';
import type { Stratum } from './strata.ts';
import { MOST_TOLD_BY_OTHERS, THRESHOLD } from './thresholds.ts';

/** A factor with the stratum that it is judged in. */
export interface Judged {
  readonly factor: Factor;
  readonly stratum: Stratum;
}

/** By factor: how likely so large an effect is by chance, given all others that matter. */
export interface Judgement {
  readonly p: readonly number[];
  /** The factors that matter. */
  readonly chosen: readonly Judged[];
}

/**
 * Tests each factor beside those that matter. These are found one by one, the least likely by chance first, so that a factor which does nothing is beside no other and changes the p of none.
 */
export function judgeFactors(judged: readonly Judged[]): Judgement {
  const chosen: Judged[] = [];
  for (;;) {
    const tests = judged
      .map((each, at) => ({ each, at }))
      .filter(({ each }) => !chosen.includes(each))
      .map(({ each, at }) => ({ each, at, ...testBeside(each, chosen) }));
    tests.sort((a, b) => a.p - b.p || b.explained - a.explained || a.at - b.at);
    const [first] = tests;
    if (first === undefined || !(first.p <= THRESHOLD)) break;
    chosen.push(first.each);
  }
  const others = (own: Judged): Judged[] => chosen.filter((each) => each !== own);
  return { p: judged.map((each) => testBeside(each, others(each)).p), chosen };
}

function testBeside(judged: Judged, beside: readonly Judged[]): { p: number; explained: number } {
  const { y, groupings } = measuredBeside(judged.stratum, beside);
  const order = inOwnOrder(y, [judged.factor, ...groupings]);
  const [own, ...others] = order.groupings;
  const constant = constantColumn(y.length);
  const base = [constant, ...orthonormal(others.flatMap(indicatorsOf), [constant])];
  const added = orthonormal(indicatorsOf(own as Grouping), base);
  const residuals = residualOf(order.y, base);
  const explained = squaresAlong(residuals, added) / dot(residuals, residuals);
  return { p: permutationP({ y: order.y, base, added }), explained };
}

/**
 * Whether the other factors of its stratum tell a factor's value nearly always, more than so many would by chance (adjusted as a coefficient of determination, Ezekiel 1930): then nothing can be
 * laid to it.
 */
export function isEntangled({ factor, stratum }: Judged): boolean {
  const { length } = factor.codes;
  const constant = constantColumn(length);
  const own = orthonormal(indicatorsOf(factor), [constant]);
  const others = orthonormal(
    [...stratum.factors, ...stratum.crowded].flatMap((each) => (each === factor ? [] : indicatorsOf(each))),
    [constant],
  );
  const left = 1 - largestCorrelation(own, others);
  const freedom = length - own.length - others.length;
  return freedom <= 0 || 1 - (left * (length - 1)) / freedom > MOST_TOLD_BY_OTHERS;
}

/** Whether orders of the observations are enough for a p at the threshold: of two and two there are only three that differ. */
export function canBeJudged(factor: Grouping): boolean {
  const sizes = sizesOf(factor);
  const alike = new Map<number, number>();
  for (const size of sizes) alike.set(size, (alike.get(size) ?? 0) + 1);
  const orders = [...alike.values()].reduce(
    (sum, count) => sum - logFactorial(count),
    logFactorial(factor.codes.length) - sizes.reduce((sum, size) => sum + logFactorial(size), 0),
  );
  return orders > Math.log(1 / THRESHOLD);
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let each = 2; each <= count; each++) sum += Math.log(each);
  return sum;
}
