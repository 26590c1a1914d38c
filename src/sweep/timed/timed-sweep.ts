import type { Burst } from './bursts.ts';
import type { Durations, Levels } from './levels.ts';
import { Retries } from './retries.ts';
import { Rhythm } from './rhythm.ts';

/** Bursts of no more runs are submitted by hand, one after the other. */
const BY_HAND = 2;
/**
 * Chance that a sweep goes on after its first burst: one that is submitted by hand; one of waves, which have as many runs as there are free machines, few mostly; and later on, where
 * the last wave was as large as the first, and where it was smaller, as the last ones are. Our own judgement, as are all numbers here; the results hardly depend on them.
 */
const GOES_ON = { byHand: 0.4, few: 0.5, some: 0.12, many: 0.02, later: 0.75, afterSmaller: 0.05 };
const [FEW, SOME] = [8, 16];
/** Chance that a wave is as large as the first one, and that it is larger. */
const SIZE = { same: 0.8, larger: 0.01 };
/** Chance that one more run is submitted by hand within seconds. */
const ONE_MORE = 0.25;

/** What a burst is to a sweep. */
export type Fit = 'retry' | 'next';

/** A sweep as far as its times tell. What is likely is given as a natural logarithm of a density per second. */
export class TimedSweep {
  readonly bursts: Burst[] = [];
  /** Runs that tried again what had failed. */
  retries = 0;
  /** How near its bursts were to being grouped otherwise, in bits. */
  doubt = 0;
  readonly #rhythm: Rhythm;
  readonly #failures = new Retries();
  readonly #durations: Durations = { count: 0, sum: 0 };
  readonly #isByHand: boolean;
  readonly #first: Burst;
  /** Its last burst that was no retry. */
  #last: Burst;
  #runs = 0;
  #resources: string;

  constructor(first: Burst) {
    this.#isByHand = first.count <= BY_HAND;
    this.#rhythm = new Rhythm(this.#isByHand);
    this.#first = first;
    this.#last = first;
    this.#resources = first.resources;
    this.#add(first);
  }

  /** Of its runs in their family, ascending. */
  positions(): Uint32Array {
    const all = new Uint32Array(this.#runs);
    let at = 0;
    for (const { from, to } of this.bursts) for (let position = from; position < to; position++) all[at++] = position;
    return all;
  }

  /**
   * How likely it is that a burst is the next of this sweep.
   *
   * @param chance of a sweep's first burst to have so many runs
   */
  nextIs(burst: Burst, levels: Levels, chance: number): number {
    const pause = burst.begin - this.#last.lastSubmit;
    const goesOn = this.#goesOn();
    // What should have come before, and did not, most likely never will.
    const isWaitedFor = 1 - goesOn + goesOn * this.#rhythm.outlasts(pause);
    const timely = Math.log(goesOn / isWaitedFor) + this.#rhythm.density(pause, burst.begin - this.#last.end);
    return timely + this.#sizeOf(burst.count, chance) + this.#speakFor(burst, levels);
  }

  /** How likely it is that a burst tries again what failed in this sweep. */
  retryIs(burst: Burst, levels: Levels): number {
    return this.#failures.density(burst) + this.#speakFor(burst, levels);
  }

  take(burst: Burst, fit: Fit): void {
    if (fit === 'retry') {
      this.retries += burst.count;
      this.#failures.take(burst.count);
    } else {
      this.#rhythm.note(burst.begin - this.#last.lastSubmit, burst.begin - this.#last.end);
      this.#last = burst;
    }
    this.#add(burst);
  }

  #add(burst: Burst): void {
    this.bursts.push(burst);
    this.#failures.add(burst);
    this.#runs += burst.count;
    this.#durations.count += burst.completed;
    this.#durations.sum += burst.completed * burst.meanLog;
    this.#resources ||= burst.resources;
  }

  #speakFor(burst: Burst, levels: Levels): number {
    return levels.durationsSpeak(this.#durations, burst) + levels.resourcesSpeak(this.#resources, burst);
  }

  /** Chance that it goes on after its last burst. */
  #goesOn(): number {
    if (this.#last === this.#first) return goesOnAfter(this.#first.count);
    return !this.#isByHand && this.#last.count < this.#first.count ? GOES_ON.afterSmaller : GOES_ON.later;
  }

  /** How likely it is that the next burst has so many runs, as a natural logarithm. */
  #sizeOf(count: number, chance: number): number {
    if (this.#isByHand) return Math.log((1 - ONE_MORE) * ONE_MORE ** (count - 1));
    const usual = this.#first.count;
    if (count === usual) return Math.log(SIZE.same);
    return Math.log(count > usual ? SIZE.larger * chance : (1 - SIZE.same - SIZE.larger) / (usual - 1));
  }
}

/** Chance that a sweep goes on after a first burst of so many runs. */
function goesOnAfter(count: number): number {
  if (count <= BY_HAND) return GOES_ON.byHand;
  if (count <= FEW) return GOES_ON.few;
  return count <= SOME ? GOES_ON.some : GOES_ON.many;
}
