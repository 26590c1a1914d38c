import type { Job } from '../../../model/job.ts';
import type { Sink } from '../../source.ts';
import { at, countOrZero, timeOf } from './values.ts';

/** A running job whose time is known once it is known when the file was written. */
interface OpenJob {
  readonly row: number;
  /** Epoch seconds since which it runs without a break. */
  readonly since: number;
  /** Seconds that it ran before that. */
  readonly before: number;
}

/** Seconds that a job ran before it was last suspended. */
export const runBefore = (object: unknown): number => countOrZero(at(object, 'pre_sus_time'));

const PAST = ['submit_time', 'suspend_time', 'resize_time', 'last_sched_evaluation'];

/**
 * Gives running jobs their elapsed time when the file was read. When it was written stands in `last_update`, the time of the controller's last change
 * of any job, behind the list of jobs (since v0.0.39). Any event of the file is a lower bound of it, and before v0.0.39 the only one.
 */
export class OpenJobs {
  readonly #sink: Sink;
  readonly #open: OpenJob[] = [];
  #since = Number.NaN;
  #before = 0;
  #written = 0;
  #isDated = false;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** Takes note of what an object says of the time at which its file was written, and since when its job runs. */
  saw(object: unknown, job: Job): void {
    for (const key of PAST) this.#happened(timeOf(at(object, key)));
    this.#happened(job.start);
    this.#happened(job.end);
    const resumed = timeOf(at(object, 'suspend_time'));
    this.#since = Number.isNaN(resumed) ? job.start : Math.max(resumed, job.start);
    this.#before = runBefore(object);
  }

  pushed(job: Job, row: number): void {
    if (!Number.isNaN(job.elapsed)) return;
    this.#open.push({ row, since: this.#since, before: this.#before });
  }

  other(key: string, value: unknown): void {
    if (key !== 'last_update' && key !== 'last_backfill') return;
    const time = timeOf(value);
    if (key === 'last_update' && !Number.isNaN(time)) this.#isDated = true;
    this.#happened(time);
  }

  end(): void {
    for (const { row, since, before } of this.#open) {
      this.#sink.table.elapsed.set(row, before + Math.max(0, this.#written - since));
      if (!this.#isDated) this.#noteUndated(row);
    }
  }

  #happened(time: number): void {
    if (time > this.#written) this.#written = time;
  }

  #noteUndated(row: number): void {
    const message =
      'running jobs in files that do not say when they were written: counted up to the last event that their file knows';
    this.#sink.diagnostics.note('slurm-undated', 'warning', message, this.#sink.table.place(row));
  }
}
