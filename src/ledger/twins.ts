import type { JobTable } from '../model/job-table.ts';
import { type JobsOfRows, rowsByJob } from './rows-of-jobs.ts';

/** Of jobs with more submitted records than this, what is found in them is kept: a job that is requeued every hour has thousands. */
const FEW_ROWS = 16;

/**
 * Finds for a record without its submission one that has it, of the same attempt: of the same job, with the same start (and duration, where several have that start), or that ran at the
 * same time: a job never runs twice at once. Where no start is known either, the same duration decides; without any time it is of whatever attempt there is.
 */
export class Twins {
  readonly #table: JobTable;
  readonly #job: Uint32Array;
  readonly #submittedOf: (job: number) => Uint32Array;
  readonly #kept = new Map<string, Submitted>();

  constructor(table: JobTable, jobs: JobsOfRows) {
    this.#table = table;
    this.#job = jobs.job;
    this.#submittedOf = rowsByJob(jobs, (row) => !Number.isNaN(table.submit.at(row)));
  }

  /**
   * @param from when it started, epoch seconds; NaN when that is not known
   * @returns −1 when there is none
   */
  of(row: number, from = this.#table.start.at(row)): number {
    const job = this.#job[row] as number;
    const all = this.#submittedOf(job);
    if (all.length === 0) return -1;
    const lasted = this.#table.elapsed.at(row);
    const submitted = this.#among(job, row, all);
    return Number.isNaN(from) ? submitted.withoutStart(lasted) : submitted.at(from, lasted);
  }

  #among(job: number, row: number, all: Uint32Array): Submitted {
    const { reported, file } = this.#table;
    // An earlier report has told its attempts apart: rows of one `jobs.csv` are never the same.
    const apart = reported.length > 0 && reported.has(row) ? file.at(row) : -1;
    const others = (): Uint32Array => (apart === -1 ? all : all.filter((other) => file.at(other) !== apart));
    if (all.length <= FEW_ROWS) return new Submitted(this.#table, others());
    const key = `${job} ${apart}`;
    const kept = this.#kept.get(key) ?? new Submitted(this.#table, others());
    this.#kept.set(key, kept);
    return kept;
  }
}

/** The submitted records of one job, in order of their start and duration. */
class Submitted {
  readonly #table: JobTable;
  readonly #read: Uint32Array;
  readonly #rows: Uint32Array;
  /** For each position the last one before it whose record ends later. */
  #endsLater: Int32Array | undefined;
  #byDuration: Map<number, number> | undefined;

  /** @param read in order of reading */
  constructor(table: JobTable, read: Uint32Array) {
    const { start, elapsed } = table;
    this.#table = table;
    this.#read = read;
    const started = read.filter((row) => !Number.isNaN(start.at(row)));
    this.#rows = started.sort(
      (a, b) => start.at(a) - start.at(b) || orZero(elapsed.at(a)) - orZero(elapsed.at(b)) || a - b,
    );
  }

  /** With the same start and duration; with the same start, the first that lasted as long; else the last begun of those that ran at the time. */
  at(from: number, lasted: number): number {
    const { start, elapsed } = this.#table;
    const isBefore = (row: number): boolean =>
      start.at(row) < from || (start.at(row) === from && orZero(elapsed.at(row)) < orZero(lasted));
    const position = this.#countWhile(isBefore);
    const same = [position, position - 1].map((at) => this.#rows[at] ?? -1);
    const twin = same.find((row) => row !== -1 && start.at(row) === from);
    return twin ?? this.#runningIn(from, from + lasted);
  }

  /** With the same duration; else, when it did not last, the first. */
  withoutStart(lasted: number): number {
    const { elapsed } = this.#table;
    this.#byDuration ??= new Map([...this.#read].reverse().map((row) => [elapsed.at(row), row]));
    return this.#byDuration.get(lasted) ?? (lasted > 0 ? -1 : (this.#read[0] ?? -1));
  }

  /** The last begun of the records that ran between two times, epoch seconds; −1 when there is none. */
  #runningIn(from: number, to: number): number {
    const { start } = this.#table;
    this.#endsLater ??= this.#findLaterEnds();
    let position = this.#countWhile((row) => start.at(row) < to) - 1;
    while (position >= 0 && !(this.#endAt(position) > from)) position = this.#endsLater[position] as number;
    return position < 0 ? -1 : (this.#rows[position] as number);
  }

  #findLaterEnds(): Int32Array {
    const later = new Int32Array(this.#rows.length).fill(-1);
    for (let position = 1; position < later.length; position++) {
      let before = position - 1;
      while (before >= 0 && !(this.#endAt(before) > this.#endAt(position))) before = later[before] as number;
      later[position] = before;
    }
    return later;
  }

  #endAt(position: number): number {
    const row = this.#rows[position] as number;
    const end = this.#table.start.at(row) + this.#table.elapsed.at(row);
    return Number.isNaN(end) ? Number.NEGATIVE_INFINITY : end;
  }

  /** How many rows come first for which something holds; it holds for none after them. */
  #countWhile(holds: (row: number) => boolean): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.#rows[middle] as number)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const orZero = (seconds: number): number => (Number.isNaN(seconds) ? 0 : seconds);
