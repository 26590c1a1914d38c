import type { AttemptColumns } from '../attempt-columns.ts';
import { CLOCK_SECONDS, type Session } from './sessions.ts';

/** When any of some jobs ran: spans that do not touch, so that a moment is looked up among many jobs at once. */
export class BusyTimes {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(attempts: readonly number[], { start, end }: Pick<AttemptColumns, 'start' | 'end'>) {
    const startOf = (attempt: number): number => start[attempt] as number;
    const timed = attempts.filter((attempt) => !Number.isNaN(startOf(attempt)));
    for (const attempt of timed.sort((a, b) => startOf(a) - startOf(b))) {
      const last = this.#ends.length - 1;
      const until = end[attempt] as number;
      if (last >= 0 && startOf(attempt) <= (this.#ends[last] as number)) {
        this.#ends[last] = Math.max(this.#ends[last] as number, until);
      } else {
        this.#starts.push(startOf(attempt));
        this.#ends.push(until);
      }
    }
  }

  /** Whether jobs ran all the time that a session did, give or take the clocks. */
  cover({ start, end }: Session): boolean {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= start + CLOCK_SECONDS) low = middle + 1;
      else high = middle;
    }
    return low > 0 && (this.#ends[low - 1] as number) >= end - CLOCK_SECONDS;
  }
}
