import type { Burst } from './bursts.ts';
import { type Habit, logSeconds, mixed, timeDensity } from './chances.ts';
import type { Durations, Levels } from './levels.ts';
import { Rhythm } from './rhythm.ts';

/** Bursts of no more runs are submitted by hand, one after the other. */
const BY_HAND = 2;
/**
 * Chance that a sweep goes on after its first burst: one that is submitted by hand; one of waves, which have as many runs as there are free machines, few mostly; and later on, where
 * the last wave was as large as the first, and where it was smaller. Our own judgement, as are all numbers here; the results hardly depend on them.
 */
const GOES_ON = { byHand: 0.4, few: 0.5, some: 0.12, many: 0.02, later: 0.75, afterRest: 0.05 };
const [FEW, SOME] = [8, 16];
/** Chance that a wave is as large as the first one, and that it is larger. */
const SIZE = { same: 0.8, larger: 0.01 };
/** Chance that one more run is submitted by hand within seconds. */
const ONE_MORE = 0.25;
/** Failed runs are tried again, with this chance, so long after; all of them at once, with that chance. */
const RETRY: Habit & { readonly odds: number; readonly all: number } = { median: 3 * 3600, spread: 1.5, odds: 0.67, all: 0.3 };
/** Failures are tried again one by one, but no more than these. */
const ONE_BY_ONE = 3;

/** What a burst is to a sweep. */
export type Fit = 'retry' | 'next';

/** A sweep as far as its times tell. All that is likely is given as natural logarithms, of densities per second where it is of times. */
export class TimedSweep {
  readonly bursts: Burst[] = [];
  retries = 0;
  /** How near its bursts were to being grouped otherwise, in bits. */
  doubt = 0;
  readonly #rhythm: Rhythm;
  /** Runs of its first burst, and of its last that was no retry. */
  readonly #usual: number;
  #lastCount: number;
  #next = 0;
  #runs = 0;
  #lastSubmit: number;
  #end: number;
  #failures: readonly number[];
  readonly #durations: Durations = { count: 0, sum: 0 };
  #resources: string;

  constructor(first: Burst) {
    this.#rhythm = new Rhythm(first.count <= BY_HAND);
    this.#usual = first.count;
    this.#lastCount = first.count;
    this.#lastSubmit = first.lastSubmit;
    this.#end = first.end;
    this.#failures = [];
    this.#resources = first.resources;
    this.#add(first);
  }

  get lastSubmit(): number {
    return this.#lastSubmit;
  }

  /** Of its runs in their family, ascending. */
  positions(): Uint32Array {
    const all = new Uint32Array(this.#runs);
    let at = 0;
    for (const { from, to } of this.bursts) for (let position = from; position < to; position++) all[at++] = position;
    return all;
  }

  /** How likely it is that a burst is the next of this sweep. @param chance of a sweep's first burst to have so many runs */
  nextIs(burst: Burst, levels: Levels, chance: number): number {
    const pause = burst.begin - this.#lastSubmit;
    const goesOn = this.#goesOn();
    // Those that should have come before, and did not, most likely never will.
    const isLeft = 1 - goesOn + goesOn * this.#rhythm.outlasts(pause);
    const timely = Math.log(goesOn / isLeft) + this.#rhythm.density(pause, burst.begin - this.#end);
    return timely + this.#sizeOf(burst.count, chance) + this.#speakFor(burst, levels);
  }

  /** How likely it is that a burst tries again what failed in this sweep. */
  retryIs(burst: Burst, levels: Levels): number {
    const hasCrashed = this.#failures.length === this.#runs;
    const before = hasCrashed ? this.#failures : this.#failures.filter((end) => end < burst.begin);
    const failed = before.length;
    if (failed < burst.count) return Number.NEGATIVE_INFINITY;
    const isAll = failed === burst.count;
    const size = (isAll ? RETRY.all : 0) + (1 - RETRY.all) / failed;
    const many = burst.count === 1 ? Math.log(Math.min(failed, ONE_BY_ONE)) : 0;
    const timely = isAll ? afterAll(before, burst.begin) : afterOne(before, burst.begin);
    return Math.log(RETRY.odds * size) + many + timely + this.#speakFor(burst, levels);
  }

  take(burst: Burst, fit: Fit): void {
    if (fit === 'retry') {
      this.retries += burst.count;
      this.#failures = this.#failures.slice(burst.count);
    } else {
      this.#rhythm.note(burst.begin - this.#lastSubmit, burst.begin - this.#end);
      this.#next++;
      this.#lastCount = burst.count;
      this.#lastSubmit = burst.lastSubmit;
      this.#end = burst.end;
    }
    this.#add(burst);
  }

  #add(burst: Burst): void {
    this.bursts.push(burst);
    this.#runs += burst.count;
    this.#durations.count += burst.completed;
    this.#durations.sum += burst.completed * burst.meanLog;
    this.#resources ||= burst.resources;
    if (burst.failures.length > 0) this.#failures = [...this.#failures, ...burst.failures];
  }

  #speakFor(burst: Burst, levels: Levels): number {
    return levels.speakFor(this.#durations, burst) + levels.resourcesSpeak(this.#resources, burst);
  }

  /** Chance that it goes on after its last burst. */
  #goesOn(): number {
    if (this.#next === 0) return goesOnAfterFirst(this.#usual);
    return this.#usual > BY_HAND && this.#lastCount < this.#usual ? GOES_ON.afterRest : GOES_ON.later;
  }

  #sizeOf(count: number, chance: number): number {
    if (this.#usual <= BY_HAND) return Math.log((1 - ONE_MORE) * ONE_MORE ** (count - 1));
    if (count === this.#usual) return Math.log(SIZE.same);
    if (count > this.#usual) return Math.log(SIZE.larger * chance);
    return Math.log((1 - SIZE.same - SIZE.larger) / (this.#usual - 1));
  }
}

function goesOnAfterFirst(count: number): number {
  if (count <= BY_HAND) return GOES_ON.byHand;
  if (count <= FEW) return GOES_ON.few;
  return count <= SOME ? GOES_ON.some : GOES_ON.many;
}

/** Of a retry of all that failed, after the last of them had; a crash is seen before. */
function afterAll(failures: readonly number[], begin: number): number {
  let last = Number.NEGATIVE_INFINITY;
  for (const end of failures) last = Math.max(last, end);
  return timeDensity(Math.max(60, begin - last), RETRY);
}

/** Of a retry of some, after any of them had. */
function afterOne(failures: readonly number[], begin: number): number {
  let density = Number.NEGATIVE_INFINITY;
  for (const [place, end] of failures.entries()) density = mixed(density, 1 / (place + 1), timeDensity(begin - end, RETRY));
  return density;
}
