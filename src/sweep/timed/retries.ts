import type { Burst } from './bursts.ts';
import { type Habit, mixed, timeDensity } from './chances.ts';

/** Failed runs are tried again so long after. Our own judgement, as are all numbers here; the results hardly depend on them. */
const AFTER: Habit = { median: 3 * 3600, spread: 1.5 };
/** Who saw a crash tries again before the last run of it ended, seconds. */
const AT_ONCE = 60;
/** Chances that all that failed is tried again at once, and that a single run is: at first, and by those who did so before. */
const SHARE = { all: 0.3, single: 0.4, singleAgain: 0.8 };
/** Single runs that are expected to be tried again one by one where none was. */
const ONE_BY_ONE = 3;
/** Failures of which it is kept when they ended: the last ones, since each burst is held against each. */
const MOST_KEPT = 32;

/** What failed in one sweep and was not tried again, and how likely it is that somebody does. */
export class Retries {
  #failed = 0;
  #runs = 0;
  /** When the last of those that failed had ended. */
  #ends: number[] = [];
  #isOneByOne = false;

  /** Runs were submitted, of which some failed. */
  add({ count, failures }: Burst): void {
    this.#runs += count;
    this.#failed += failures.length;
    this.#ends.push(...failures.slice(-MOST_KEPT));
    if (this.#ends.length > MOST_KEPT) this.#ends = this.#ends.slice(-MOST_KEPT);
  }

  /** So many that failed were tried again. */
  take(count: number): void {
    if (count === 1 && this.#failed > 1) this.#isOneByOne = true;
    this.#failed -= count;
    this.#ends = this.#ends.slice(count);
  }

  /** How likely it is that a burst tries again what failed, now: a natural logarithm of a density per second. */
  density({ begin, count }: Burst): number {
    const { failed, ends } = this.#before(begin);
    if (failed < count) return Number.NEGATIVE_INFINITY;
    const isAll = failed === count;
    const single = this.#isOneByOne ? SHARE.singleAgain * failed : SHARE.single * Math.min(failed, ONE_BY_ONE);
    const some = count === 1 ? single : (1 - SHARE.all - SHARE.single) / failed;
    const timely = isAll ? afterLast(ends, begin) : afterAny(ends, begin);
    return Math.log((isAll ? SHARE.all : 0) + some) + timely;
  }

  /** What had failed before a time; where nothing else came of a sweep, all that did in the end. */
  #before(begin: number): { readonly failed: number; readonly ends: readonly number[] } {
    if (this.#failed === this.#runs) return { failed: this.#failed, ends: this.#ends };
    const ends = this.#ends.filter((end) => end < begin);
    return { failed: this.#failed - this.#ends.length + ends.length, ends };
  }
}

function afterLast(ends: readonly number[], begin: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const end of ends) last = Math.max(last, end);
  return timeDensity(Math.max(AT_ONCE, begin - last), AFTER);
}

/** The mean of the densities after each. */
function afterAny(ends: readonly number[], begin: number): number {
  let density = Number.NEGATIVE_INFINITY;
  for (const [place, end] of ends.entries()) density = mixed(density, 1 / (place + 1), timeDensity(begin - end, AFTER));
  return density;
}
