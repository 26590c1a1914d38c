import type { Burst } from './bursts.ts';
import { mixed, normal } from './chances.ts';

/** How much the durations of one sweep's runs vary, as a variance of natural logarithms, and how many runs that is worth. Our own judgement. */
const USUAL = { variance: 0.16, runs: 8 };
/** Chance that runs of a sweep take as long as any others. Our own judgement. */
const ODD = 0.05;
/** Chance that the next burst of a sweep has the same resources. Our own judgement. */
const SAME_RESOURCES = 0.98;

/** How long runs of a sweep took: how many completed, and the sum of the natural logarithms of seconds. */
export interface Durations {
  count: number;
  sum: number;
}

/**
 * What the runs of a family have in common, and bursts of one sweep more so: how long they take, and what they have. How much sweeps differ is found from the family's own bursts
 * (a one-way analysis of variance): where they do not, durations tell nothing.
 */
export class Levels {
  readonly #mean: number;
  readonly #within: number;
  readonly #between: number;
  readonly #resources = new Map<string, number>();
  readonly #bursts: number;

  constructor(bursts: readonly Burst[]) {
    let [runs, sum, squares, told] = [0, 0, 0, 0];
    for (const { completed, meanLog, squares: own, resources } of bursts) {
      this.#resources.set(resources, 1 + (this.#resources.get(resources) ?? 0));
      if (completed === 0) continue;
      told++;
      runs += completed;
      sum += completed * meanLog;
      squares += own;
    }
    this.#bursts = bursts.length;
    this.#mean = sum / Math.max(1, runs);
    this.#within = (squares + USUAL.variance * USUAL.runs) / (runs - told + USUAL.runs);
    let apart = -told * this.#within;
    for (const { completed, meanLog } of bursts) apart += completed * (meanLog - this.#mean) ** 2;
    this.#between = Math.max(0, apart / (runs + 2));
  }

  /** How much more likely the durations of a burst are in a sweep than in another, as a natural logarithm. */
  durationsSpeak({ count, sum }: Durations, { completed, meanLog }: Burst): number {
    if (completed === 0 || count === 0 || this.#between === 0) return 0;
    const any = normal(meanLog, this.#mean, this.#between + this.#within / completed);
    const precision = 1 / this.#between + count / this.#within;
    const mean = (this.#mean / this.#between + sum / this.#within) / precision;
    const own = normal(meanLog, mean, 1 / precision + this.#within / completed);
    return mixed(own, ODD, any) - any;
  }

  /** The same of resources. */
  resourcesSpeak(known: string, { resources }: Burst): number {
    if (known === '' || resources === '') return 0;
    if (known !== resources) return Math.log(1 - SAME_RESOURCES);
    const usual = ((this.#resources.get(resources) ?? 0) + 0.5) / (this.#bursts + 1);
    return Math.log(SAME_RESOURCES / usual + 1 - SAME_RESOURCES);
  }
}
