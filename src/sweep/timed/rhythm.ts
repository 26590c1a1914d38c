import { type Habit, logSeconds, mixed, normal, timeDensity } from './chances.ts';

/** Pauses within sweeps before anything is known of the sweep, and how much those of one sweep vary, as a standard deviation of natural logarithms. */
interface Pace {
  readonly any: Habit;
  readonly own: number;
  /** Share of pauses of another kind, and what they are before anything is known. */
  readonly odd: number;
  readonly other: Habit;
}

/** Who submits by hand takes minutes. Our own judgement, as are all numbers here; the results hardly depend on them. */
const BY_HAND: Pace = { any: { median: 300, spread: 1.2 }, own: 1.1, odd: 0.1, other: { median: 300, spread: 1.2 } };
/** Waves are as long apart as runs take; parts of a list that is too long for one array follow each other within minutes. */
const IN_WAVES: Pace = { any: { median: 3600, spread: 0.8 }, own: 0.25, odd: 0.1, other: { median: 60, spread: 0.8 } };
/** How many pauses the usual spread is worth. */
const WORTH = 3;
/** Who waits for results submits the next runs so long after the last has ended; before anything is known of a sweep, so many do. */
const WAITING = { rest: { median: 120, spread: 1.5 }, share: 0.1, atMost: 0.98 };
/** A rest that is no part of a usual pause: seconds, and as a part of the pause. */
const FOLLOWS = { seconds: 1200, part: 0.25 };

/** The pauses between the bursts of one sweep: each sweep has a rhythm of its own, which its first pauses tell. */
export class Rhythm {
  readonly #pace: Pace;
  #pauses = 0;
  #sum = 0;
  #squares = 0;
  /** Bursts that came as soon as those before had ended. */
  #followed = 0;

  constructor(isByHand: boolean) {
    this.#pace = isByHand ? BY_HAND : IN_WAVES;
  }

  /**
   * How likely the next burst is to come now, as a natural logarithm of a density per second.
   *
   * @param pause seconds since the last submission
   * @param rest seconds since all had ended; negative when some have not
   */
  density(pause: number, rest: number): number {
    const paced = this.#pacedDensity(pause);
    const share = (WAITING.atMost * (WAITING.share + this.#followed)) / (1 + this.#pauses);
    return mixed(paced, share, rest > 0 ? timeDensity(rest, WAITING.rest) : Number.NEGATIVE_INFINITY);
  }

  /** Chance that a pause is so long at least, roughly. */
  outlasts(pause: number): number {
    const { mean, variance } = this.#expected();
    // The logistic curve that is nearest to the normal one.
    return 1 / (1 + Math.exp((1.7 * (logSeconds(pause) - mean)) / Math.sqrt(variance)));
  }

  note(pause: number, rest: number): void {
    const log = logSeconds(pause);
    this.#pauses++;
    this.#sum += log;
    this.#squares += log * log;
    if (rest > 0 && rest < Math.min(FOLLOWS.seconds, FOLLOWS.part * pause)) this.#followed++;
  }

  #pacedDensity(pause: number): number {
    const { odd, other } = this.#pace;
    const { mean, variance } = this.#expected();
    const log = logSeconds(pause);
    const own = normal(log, mean, variance) - log;
    if (this.#pauses === 0) return mixed(own, odd, timeDensity(pause, other));
    const around = this.#pace === BY_HAND ? timeDensity(pause, other) : normal(log, mean, 1) - log;
    return mixed(own, odd, around);
  }

  /** Mean and variance of the logarithm of the next pause: those of a normal distribution of which both are estimated. */
  #expected(): { readonly mean: number; readonly variance: number } {
    const { any, own } = this.#pace;
    const [anyMean, anyVariance] = [Math.log(any.median), any.spread ** 2];
    const count = this.#pauses;
    if (count === 0) return { mean: anyMean, variance: anyVariance };
    const worth = own ** 2 / anyVariance;
    const mean = (this.#sum + worth * anyMean) / (count + worth);
    const about = Math.max(0, this.#squares - this.#sum ** 2 / count);
    const variance = (WORTH * own ** 2 + about) / (WORTH + count - 1);
    return { mean, variance: variance * (1 + 1 / (count + worth)) };
  }
}
