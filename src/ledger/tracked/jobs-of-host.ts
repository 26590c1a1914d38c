import { stateOf } from '../../model/job-state.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { CLOCK_SECONDS, type Session } from './sessions.ts';

/** The jobs that held one machine, by their start, so that those at a time are found without looking at all. */
export class JobsOfHost {
  readonly #attempts: AttemptColumns;
  readonly #byStart: readonly number[];
  /** For each of them the latest end of it and those before it. */
  readonly #latestEnd: Float64Array;

  constructor(attempts: readonly number[], columns: AttemptColumns) {
    const { start } = columns;
    this.#attempts = columns;
    this.#byStart = [...attempts].sort((a, b) => (start[a] as number) - (start[b] as number) || a - b);
    this.#latestEnd = new Float64Array(this.#byStart.length);
    let latest = Number.NEGATIVE_INFINITY;
    for (const [index, attempt] of this.#byStart.entries()) {
      latest = Math.max(latest, this.#runs(attempt) ? Number.POSITIVE_INFINITY : this.#end(attempt));
      this.#latestEnd[index] = latest;
    }
  }

  /** Those within which a session lies, give or take the clocks; in order of their numbers. A job that still ran when its log was written holds what began before that. */
  holding({ start, end }: Session): number[] {
    const found: number[] = [];
    for (let index = this.#startedBy(start + CLOCK_SECONDS) - 1; index >= 0; index--) {
      if ((this.#latestEnd[index] as number) < end - CLOCK_SECONDS) break;
      const attempt = this.#byStart[index] as number;
      const until = this.#runs(attempt) ? start : end;
      if (this.#end(attempt) >= until - CLOCK_SECONDS) found.push(attempt);
    }
    return found.sort((a, b) => a - b);
  }

  #end(attempt: number): number {
    return this.#attempts.end[attempt] as number;
  }

  #runs(attempt: number): boolean {
    return stateOf(this.#attempts.state[attempt] as number) === 'running';
  }

  /** How many started then or before. */
  #startedBy(time: number): number {
    let [low, high] = [0, this.#byStart.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#attempts.start[this.#byStart[middle] as number] as number) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
