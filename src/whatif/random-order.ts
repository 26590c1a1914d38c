import { chanceOfNone } from '../stats/log-factorial.ts';
import { seededRandom } from '../stats/seeded-random.ts';

/** How far one gets in random order before the first of some targets has run. */
export interface FirstHit {
  /** (N + 1) ÷ (K + 1). */
  readonly runs: number;
  /** Runs after which it is in with a chance of at least a tenth, and of nine tenths. */
  readonly runsLow: number;
  readonly runsHigh: number;
  /** What is spent until then: (Σ cost of the others) ÷ (K + 1) + mean cost of the targets. */
  readonly cost: number;
  /** A tenth of the orders spend at most this; nine tenths at most that. By seededRandom orders, 200 to 1,000 of them. */
  readonly costLow: number;
  readonly costHigh: number;
}

/** Random orders that are gone through: as many as a whole number of steps allows. */
const ordersOf = (runs: number): number => Math.max(200, Math.min(1000, Math.floor(1_000_000 / runs)));
const [TENTH, NINE_TENTHS] = [0.1, 0.9];

/**
 * How many runs, and how much, random order takes to the first of some targets.
 *
 * @param costs of each configuration
 * @param isTarget whether reaching it would have been enough; at least one is
 */
export function firstHit(costs: readonly number[], isTarget: readonly boolean[], seed: number): FirstHit {
  const all = costs.length;
  const targets = isTarget.filter(Boolean).length;
  const costOf = (wanted: boolean): number =>
    costs.reduce((sum, cost, index) => (isTarget[index] === wanted ? sum + cost : sum), 0);
  const random = seededRandom(seed);
  const order = Int32Array.from(costs.keys());
  const spent = Float64Array.from({ length: ordersOf(all) }, () => spentIn(costs, isTarget, order, random)).sort();
  return {
    runs: (all + 1) / (targets + 1),
    runsLow: runsFor(all, targets, TENTH),
    runsHigh: runsFor(all, targets, NINE_TENTHS),
    cost: costOf(false) / (targets + 1) + costOf(true) / targets,
    costLow: at(spent, TENTH),
    costHigh: at(spent, NINE_TENTHS),
  };
}

/** The smallest of sorted values that at least a part of them do not exceed. */
export const at = (sorted: ArrayLike<number>, part: number): number =>
  sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] as number;

/** The fewest runs that hold a target with at least a chance. */
function runsFor(all: number, targets: number, chance: number): number {
  for (let runs = 1; runs < all; runs++) if (1 - chanceOfNone(all, targets, runs) >= chance - 1e-12) return runs;
  return all;
}

/** @param order any order of all of them; it is changed to another */
function spentIn(
  costs: readonly number[],
  isTarget: readonly boolean[],
  order: Int32Array,
  random: () => number,
): number {
  let spent = 0;
  for (let place = 0; place < order.length; place++) {
    const index = drawAt(order, place, random);
    spent += costs[index] as number;
    if (isTarget[index]) break;
  }
  return spent;
}

/** Draws one of those that were not drawn before a place, and puts it there. */
function drawAt(order: Int32Array, place: number, random: () => number): number {
  const other = place + Math.floor(random() * (order.length - place));
  const drawn = order[other] as number;
  order[other] = order[place] as number;
  order[place] = drawn;
  return drawn;
}

/** What a random part of the runs costs: a tenth and nine tenths of the draws spend at most this. */
export function costOfPart(costs: readonly number[], drawn: number, seed: number): readonly [number, number] {
  const random = seededRandom(seed);
  const order = Int32Array.from(costs.keys());
  const draw = (): number => {
    let spent = 0;
    for (let place = 0; place < drawn; place++) spent += costs[drawAt(order, place, random)] as number;
    return spent;
  };
  const spent = Float64Array.from({ length: ordersOf(costs.length) }, draw).sort();
  return [at(spent, TENTH), at(spent, NINE_TENTHS)];
}
