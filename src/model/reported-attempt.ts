import { DictionaryColumn } from './dictionary-column.ts';
import { NumberColumn } from './number-column.ts';
import { SparseRows } from './sparse-rows.ts';
import { SWEEP_KINDS, type SweepKind } from './sweep.ts';
import { TextColumn } from './text-column.ts';

/** What a `jobs.csv` of runledger says of an attempt and no log does: an earlier report has found it out. Absent texts are empty. */
export interface ReportedAttempt {
  /** The kind of log that the attempt was read from in the first place: `slurm-sacct`. */
  readonly source: string;
  /** Job id of the first attempt of its run; empty when it is that itself. */
  readonly runJob: string;
  /** When that attempt came to be, whole epoch seconds; NaN where its id alone tells. Of the first attempt itself: when it did, where its id is of other runs too. */
  readonly runOrigin: number;
  /** Id of its sweep in that file. */
  readonly sweep: string;
  /** What the sweep was judged to be; undefined where that is not told. */
  readonly sweepKind: SweepKind | undefined;
  /** How sure its grouping was, 0 to 1; NaN where that is not told. */
  readonly sweepConfidence: number;
  /** How many runs it has, where several of them ran in one attempt; NaN elsewhere. */
  readonly sweepRuns: number;
  /** What the sweep varied, as a flat JSON object of texts. */
  readonly params: string;
  /** The metric by which runs were compared, and its last value; empty and NaN where they were not. */
  readonly metricName: string;
  readonly metricValue: number;
}

const UNTOLD = SWEEP_KINDS.length;

/** The rows of a {@link JobTable} that were read from a `jobs.csv`: none of most tables, or all. */
export class ReportedAttempts {
  /** The table's rows that were reported, ascending. */
  readonly #rows = new SparseRows();
  readonly #source = new DictionaryColumn();
  readonly #runJob = new TextColumn();
  readonly #runOrigin = new NumberColumn();
  readonly #sweep = new DictionaryColumn();
  readonly #sweepKind = new NumberColumn(Uint16Array);
  readonly #sweepConfidence = new NumberColumn();
  readonly #sweepRuns = new NumberColumn();
  readonly #params = new TextColumn();
  readonly #metricName = new DictionaryColumn();
  readonly #metricValue = new NumberColumn();

  get length(): number {
    return this.#rows.length;
  }

  /** @param row of the table; greater than those pushed before */
  push(row: number, attempt: ReportedAttempt): void {
    this.#rows.push(row);
    this.#source.push(attempt.source);
    this.#runJob.push(attempt.runJob);
    this.#runOrigin.push(attempt.runOrigin);
    this.#sweep.push(attempt.sweep);
    this.#sweepKind.push(attempt.sweepKind === undefined ? UNTOLD : SWEEP_KINDS.indexOf(attempt.sweepKind));
    this.#sweepConfidence.push(attempt.sweepConfidence);
    this.#sweepRuns.push(attempt.sweepRuns);
    this.#params.push(attempt.params);
    this.#metricName.push(attempt.metricName);
    this.#metricValue.push(attempt.metricValue);
  }

  /** The rows of the table that were reported, ascending. */
  rows(): Iterable<number> {
    return this.#rows;
  }

  has(row: number): boolean {
    return this.#rows.find(row) >= 0;
  }

  /** What was reported of a row of the table; undefined when it is of a log. Long texts are decoded when they are asked for. */
  at(row: number): ReportedAttempt | undefined {
    const at = this.#rows.find(row);
    if (at < 0) return undefined;
    const [runJob, params] = [this.#runJob, this.#params];
    return {
      source: this.#source.at(at),
      runOrigin: this.#runOrigin.at(at),
      sweep: this.#sweep.at(at),
      sweepKind: SWEEP_KINDS[this.#sweepKind.at(at)],
      sweepConfidence: this.#sweepConfidence.at(at),
      sweepRuns: this.#sweepRuns.at(at),
      metricName: this.#metricName.at(at),
      metricValue: this.#metricValue.at(at),
      get runJob() {
        return runJob.copyAt(at);
      },
      get params() {
        return params.copyAt(at);
      },
    };
  }

  /** Whether an attempt was told to be of the run of another one. */
  continues(row: number): boolean {
    const at = this.#rows.find(row);
    return at >= 0 && this.#runJob.size(at) > 0;
  }

  /** Whether an attempt was told to be the first of its run, though others before it may have its id. */
  begins(row: number): boolean {
    const at = this.#rows.find(row);
    return at >= 0 && this.#runJob.size(at) === 0 && !Number.isNaN(this.#runOrigin.at(at));
  }

  /** The kind of log that a row was read from in the first place; undefined when it is of a log. */
  sourceOf(row: number): string | undefined {
    const at = this.#rows.find(row);
    return at < 0 ? undefined : this.#source.at(at);
  }
}
