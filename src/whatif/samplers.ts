import { shuffled } from '../stats/seeded-random.ts';
import type { Axis } from './axes.ts';
import type { Candidate, Sampler } from './replay-pool.ts';

/** Goes through a pool in random order, whatever is observed. */
export function randomSampler(count: number, random: () => number): Sampler {
  const order = shuffled(count, random);
  let place = 0;
  return { observe: () => undefined, next: () => order[place++] as number };
}

/** Tried at random before anything is learned: Optuna's 10, or 5 where ten would be much of the pool. */
const warmUpOf = (count: number): number => (count < 50 ? 5 : 10);

/** Those that count as good: the best tenth of what has ended, 25 at most. As in Optuna's TPE. */
const MOST_GOOD = 25;
const goodAmong = (ended: number): number => Math.min(Math.ceil(0.1 * ended), MOST_GOOD);

/** How much of an observation a neighbouring place of a number gets, on either side. Our own judgement. */
const TO_NEIGHBOUR = 0.25;

/** Of scores this close the one is as good as the other. */
const ALIKE = 1e-9;

/**
 * A tree-structured Parzen estimator over what was really run (after Bergstra et al. 2011): it weighs the values of the best tenth against those of all others, each parameter by itself, and takes
 * the configuration not yet begun for which that ratio is greatest. Configurations that still run count among the others, so that those side by side spread out.
 */
export class TpeSampler implements Sampler {
  readonly #axes: readonly Axis[];
  /** The place of each candidate on each axis. */
  readonly #places: readonly Int32Array[];
  readonly #random: () => number;
  readonly #warmUp: number[];
  readonly #open: number[];
  /** The best that ended first, as many as can ever count as good. */
  readonly #best: { readonly index: number; readonly score: number }[] = [];
  /** What was observed of each place, of all that began. */
  readonly #begun: readonly Float64Array[];
  #beginnings = 0;
  #ended = 0;

  constructor(candidates: readonly Candidate[], axes: readonly Axis[], random: () => number) {
    this.#axes = axes;
    this.#places = axes.map(({ placeOf }, parameter) =>
      Int32Array.from(candidates, ({ values }) => placeOf[values[parameter] as number] ?? 0),
    );
    this.#random = random;
    this.#warmUp = shuffled(candidates.length, random).slice(0, warmUpOf(candidates.length));
    this.#open = [...candidates.keys()];
    this.#begun = axes.map(({ places }) => new Float64Array(places));
  }

  observe(index: number, score: number): void {
    this.#ended++;
    if (Number.isNaN(score)) return;
    const at = this.#best.findIndex((other) => other.score < score);
    this.#best.splice(at === -1 ? this.#best.length : at, 0, { index, score });
    this.#best.length = Math.min(this.#best.length, MOST_GOOD);
  }

  next(): number {
    const index = this.#warmUp.shift() ?? (this.#best.length === 0 ? this.#any() : this.#likeliest());
    this.#open.splice(this.#open.indexOf(index), 1);
    this.#beginnings++;
    for (const [parameter, { isOrdered }] of this.#axes.entries()) {
      count(this.#begun[parameter] as Float64Array, this.#places[parameter]?.[index] as number, isOrdered);
    }
    return index;
  }

  #any(): number {
    return this.#open[Math.floor(this.#random() * this.#open.length)] as number;
  }

  #likeliest(): number {
    const good = Math.min(goodAmong(this.#ended), this.#best.length);
    const scores = new Float64Array(this.#open.length);
    for (const [parameter, axis] of this.#axes.entries()) {
      const places = this.#places[parameter] as Int32Array;
      const ratios = this.#logRatios(axis, parameter, good);
      for (let at = 0; at < scores.length; at++) {
        scores[at] = (scores[at] as number) + (ratios[places[this.#open[at] as number] as number] as number);
      }
    }
    return this.#open[this.#greatest(scores)] as number;
  }

  /** Each of those that are alike has the same chance. */
  #greatest(scores: Float64Array): number {
    let [best, chosen, alike] = [Number.NEGATIVE_INFINITY, -1, 0];
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at] as number;
      if (score > best + ALIKE) [best, chosen, alike] = [score, at, 1];
      else if (score > best - ALIKE && this.#random() * ++alike < 1) chosen = at;
    }
    return chosen;
  }

  /** For each place ln(density among the good ÷ density among the others). One observation's weight is spread evenly over all places of each. */
  #logRatios({ places, isOrdered }: Axis, parameter: number, good: number): Float64Array {
    const above = new Float64Array(places);
    for (const { index } of this.#best.slice(0, good)) {
      count(above, this.#places[parameter]?.[index] as number, isOrdered);
    }
    const begun = this.#begun[parameter] as Float64Array;
    const others = this.#beginnings - good;
    return above.map((weight, place) => {
      const other = (begun[place] as number) - weight;
      return Math.log((weight + 1 / places) / (good + 1) / ((other + 1 / places) / (others + 1)));
    });
  }
}

/** Adds an observation, some of it to the neighbours where places are in order. */
function count(weights: Float64Array, place: number, isOrdered: boolean): void {
  weights[place] = (weights[place] as number) + 1;
  if (!isOrdered) return;
  for (const neighbour of [place - 1, place + 1]) {
    if (neighbour < 0 || neighbour >= weights.length) continue;
    weights[neighbour] = (weights[neighbour] as number) + TO_NEIGHBOUR;
    weights[place] = (weights[place] as number) - TO_NEIGHBOUR;
  }
}
