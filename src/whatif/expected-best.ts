import type { Goal } from '../model/trial.ts';
import { type BestAfter, MOST_STEPS } from '../model/what-if.ts';
import { logChoose } from '../stats/log-factorial.ts';
import { knownScores, metricOf, type Pool, totalOf } from './pool.ts';

/** The best of a draw, in scores (more is better), of the draws in which any has a value. */
export interface BestOfDraw {
  /** Chance that no configuration of the draw has a value. */
  readonly chanceOfNone: number;
  readonly mean: number;
  /** The smallest scores that at least a tenth and at least nine tenths of the draws do not exceed. */
  readonly low: number;
  readonly high: number;
}

/** At least this part of the draws lies below `low` or above `high`, on each side no more. */
const TAIL = 0.1;

/**
 * The best of `drawn` configurations that are taken at random, without replacement, from a pool: E = Σ v₍ᵢ₎ C(i−1, n−1) ÷ C(N, n) over the ranks i. That is exactly "what was run, in random order",
 * without any claim about configurations that were not run (Dodge et al. 2019, 2021). Configurations without a value are the last ranks.
 *
 * @param scores the values that are known, the worst first
 * @param all how many configurations the pool has, those without a value among them
 */
export function bestOfDraw(scores: readonly number[], all: number, drawn: number): BestOfDraw {
  const unknown = all - scores.length;
  const ways = logChoose(all, drawn);
  const chanceOfNone = Math.exp(logChoose(unknown, drawn) - ways);
  const some = 1 - chanceOfNone;
  let [mean, reached] = [0, 0];
  let [low, high] = [Number.NaN, Number.NaN];
  for (const [index, score] of scores.entries()) {
    const chance = Math.exp(logChoose(unknown + index, drawn - 1) - ways) / some;
    mean += score * chance;
    reached += chance;
    if (Number.isNaN(low) && reached >= TAIL - ROUNDING) low = score;
    if (Number.isNaN(high) && reached >= 1 - TAIL - ROUNDING) high = score;
  }
  return { chanceOfNone, mean, low, high: Number.isNaN(high) ? (scores.at(-1) ?? Number.NaN) : high };
}

/** Chances are sums of up to thousands of terms. */
const ROUNDING = 1e-12;

/** The expected best of a pool against what it takes: from one configuration to all of them. */
export function expectedBest(pool: Pool): BestAfter[] {
  const { configurations, goal } = pool;
  const scores = knownScores(pool);
  const all = configurations.length;
  const total = totalOf(configurations);
  return stepsTo(all).map((drawn) => ({
    configurations: drawn,
    // Each is as likely to be drawn as any other: n of N take n ÷ N of the whole, on average.
    gpuHours: (total.gpuHours * drawn) / all,
    cloudUsd: (total.cloudUsd * drawn) / all,
    ...asLogged(bestOfDraw(scores, all, drawn), goal),
  }));
}

function asLogged({ chanceOfNone, mean, low, high }: BestOfDraw, goal: Goal) {
  const [first, second] = [metricOf(low, goal), metricOf(high, goal)];
  return {
    chanceOfNone,
    mean: metricOf(mean, goal),
    low: Math.min(first, second),
    high: Math.max(first, second),
  };
}

/** Counts from 1 to all, evenly, with the half among them. */
function stepsTo(all: number): number[] {
  const count = Math.min(all, MOST_STEPS - 1);
  const even = Array.from({ length: count }, (_, step) => Math.round(1 + (step * (all - 1)) / Math.max(1, count - 1)));
  return [...new Set([...even, halfOf(all)])].sort((a, b) => a - b);
}

/** The first half, the larger one of an odd count. */
export const halfOf = (all: number): number => Math.ceil(all / 2);
