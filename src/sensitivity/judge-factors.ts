import { type Grouping, indicatorsOf, sizesOf } from '../stats/grouping.ts';
import { largestCorrelation } from '../stats/largest-correlation.ts';
import { constantColumn, dot, orthonormal, residualOf, squaresAlong } from '../stats/orthonormal.ts';
import { permutationP } from '../stats/permutation-p.ts';
import { inOwnOrder } from './own-order.ts';
import { MOST_TOLD_BY_OTHERS, THRESHOLD } from './thresholds.ts';

/** By factor: how likely so large an effect is by chance, given all others that matter. NaN where that cannot be told. */
export interface Judgement {
  readonly p: readonly number[];
  /** Places of the factors that matter. */
  readonly chosen: readonly number[];
}

/**
 * Tests each factor beside those that matter. These are found one by one, the least likely by chance first, so that a factor which does nothing is beside no other and changes the p of none.
 *
 * @param judged places of the factors that can be told
 */
export function judgeFactors(y: Float64Array, factors: readonly Grouping[], judged: readonly number[]): Judgement {
  const chosen: number[] = [];
  for (;;) {
    const tests = judged
      .filter((at) => !chosen.includes(at))
      .map((at) => ({ at, ...testBeside(y, factors, at, chosen) }));
    tests.sort((a, b) => a.p - b.p || b.explained - a.explained || a.at - b.at);
    const [first] = tests;
    if (first === undefined || !(first.p <= THRESHOLD)) break;
    chosen.push(first.at);
  }
  const others = (at: number): number[] => chosen.filter((each) => each !== at);
  const p = factors.map((_, at) => (judged.includes(at) ? testBeside(y, factors, at, others(at)).p : Number.NaN));
  return { p, chosen };
}

function testBeside(
  y: Float64Array,
  factors: readonly Grouping[],
  at: number,
  beside: readonly number[],
): { p: number; explained: number } {
  const order = inOwnOrder(
    y,
    [at, ...beside].map((each) => factors[each] as Grouping),
  );
  const [own, ...others] = order.groupings;
  const constant = constantColumn(y.length);
  const base = [constant, ...orthonormal(others.flatMap(indicatorsOf), [constant])];
  const added = orthonormal(indicatorsOf(own as Grouping), base);
  const residuals = residualOf(order.y, base);
  const explained = squaresAlong(residuals, added) / dot(residuals, residuals);
  return { p: permutationP({ y: order.y, base, added }), explained };
}

/** Whether the other factors tell a factor's value nearly always: then nothing can be laid to it. */
export function isEntangled(factors: readonly Grouping[], at: number): boolean {
  const length = factors[at]?.codes.length ?? 0;
  const constant = constantColumn(length);
  const own = orthonormal(indicatorsOf(factors[at] as Grouping), [constant]);
  const others = orthonormal(
    factors.flatMap((each, place) => (place === at ? [] : indicatorsOf(each))),
    [constant],
  );
  return largestCorrelation(own, others) > MOST_TOLD_BY_OTHERS;
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
