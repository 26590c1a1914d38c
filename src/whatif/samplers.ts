import { shuffled } from '../stats/seeded.ts';
import type { Candidate, Sampler } from './replay-pool.ts';

/** Goes through a pool in random order, whatever is observed. */
export function randomSampler(count: number, random: () => number): Sampler {
  const order = shuffled(count, random);
  let place = 0;
  return { observe: () => undefined, next: () => order[place++] as number };
}

/** The levels of a parameter: numbers in order have neighbours, words have none. */
export interface Axis {
  readonly levels: number;
  /** Place of each value among its parameter's in ascending order; absent where any is a word. */
  readonly rank?: readonly number[];
}

/** Tried at random before anything is learned: Optuna's 10, or 5 where ten would be much of the pool. */
const warmUpOf = (count: number): number => (count < 50 ? 5 : 10);

/** Those that count as good: the best tenth of what has ended, 25 at most. As in Optuna's TPE. */
const goodAmong = (ended: number): number => Math.min(Math.ceil(0.1 * ended), 25);

/** How much of an observation a numeric neighbour gets. Our own judgement. */
const TO_NEIGHBOUR = 0.25;

/**
 * A tree-structured Parzen estimator over what was really run (after Bergstra et al. 2011): it weighs the values of the best tenth against those of all others, each parameter by itself, and takes
 * the configuration not yet begun for which that ratio is greatest. Configurations that still run count among the others, so that those side by side spread out.
 */
export class TpeSampler implements Sampler {
  readonly #candidates: readonly Candidate[];
  readonly #axes: readonly Axis[];
  readonly #random: () => number;
  readonly #warmUp: number[];
  readonly #open: Set<number>;
  readonly #running = new Set<number>();
  readonly #ended: { readonly index: number; readonly score: number }[] = [];

  constructor(candidates: readonly Candidate[], axes: readonly Axis[], random: () => number) {
    this.#candidates = candidates;
    this.#axes = axes;
    this.#random = random;
    this.#warmUp = shuffled(candidates.length, random).slice(0, warmUpOf(candidates.length));
    this.#open = new Set(candidates.keys());
  }

  observe(index: number, score: number): void {
    this.#running.delete(index);
    const worst = Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
    const at = this.#ended.findIndex((other) => other.score < worst);
    this.#ended.splice(at === -1 ? this.#ended.length : at, 0, { index, score: worst });
  }

  next(): number {
    const index = this.#warmUp.shift() ?? (this.#ended.length === 0 ? this.#any() : this.#likeliest());
    this.#open.delete(index);
    this.#running.add(index);
    return index;
  }

  #any(): number {
    const open = [...this.#open];
    return open[Math.floor(this.#random() * open.length)] as number;
  }

  #likeliest(): number {
    const good = goodAmong(this.#ended.length);
    const seen = this.#ended.map(({ index }) => index);
    const weights = this.#axes.map((axis, parameter) =>
      logRatios(axis, this.#valuesOf(seen.slice(0, good), parameter), [
        ...this.#valuesOf(seen.slice(good), parameter),
        ...this.#valuesOf(this.#running, parameter),
      ]),
    );
    let [best, chosen, alike] = [Number.NEGATIVE_INFINITY, -1, 0];
    for (const index of this.#open) {
      const { values } = this.#candidates[index] as Candidate;
      const score = weights.reduce((sum, ratios, parameter) => sum + (ratios[values[parameter] as number] ?? 0), 0);
      if (score > best + ALIKE) [best, chosen, alike] = [score, index, 1];
      // Each of those that are alike has the same chance.
      else if (score > best - ALIKE && this.#random() * ++alike < 1) chosen = index;
    }
    return chosen;
  }

  #valuesOf(indices: Iterable<number>, parameter: number): number[] {
    return Array.from(indices, (index) => this.#candidates[index]?.values[parameter] ?? -1);
  }
}

const ALIKE = 1e-9;

/** For each level ln(density among the good ÷ density among the others). */
function logRatios(axis: Axis, good: readonly number[], others: readonly number[]): number[] {
  const [above, below] = [densities(axis, good), densities(axis, others)];
  return above.map((density, level) => Math.log(density / (below[level] as number)));
}

/** Density of each level: what was observed, spread a little to numeric neighbours, with one observation's weight spread evenly over all levels. */
function densities({ levels, rank }: Axis, observed: readonly number[]): number[] {
  const counts = new Array<number>(levels).fill(1 / levels);
  const byRank = rank && inOrder(rank);
  for (const value of observed) {
    if (value < 0) continue;
    const beside = rank && byRank ? [byRank[(rank[value] as number) - 1], byRank[(rank[value] as number) + 1]] : [];
    const neighbours = beside.filter((level) => level !== undefined);
    counts[value] = (counts[value] as number) + 1 - TO_NEIGHBOUR * neighbours.length;
    for (const level of neighbours) counts[level] = (counts[level] as number) + TO_NEIGHBOUR;
  }
  const sum = counts.reduce((all, count) => all + count, 0);
  return counts.map((count) => count / sum);
}

/** The levels in the order of their ranks. */
function inOrder(rank: readonly number[]): number[] {
  const levels: number[] = [];
  for (const [level, place] of rank.entries()) levels[place] = level;
  return levels;
}
