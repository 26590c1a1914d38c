import { blankJob, type JobNumbers } from './job.ts';

/** The texts of a job in the order of {@link RawJob.starts}. */
export const RAW_TEXTS = [
  'cluster',
  'jobId',
  'jobIdRaw',
  'name',
  'command',
  'user',
  'account',
  'partition',
  'workDir',
  'nodeList',
] as const;

export type RawText = (typeof RAW_TEXTS)[number];

/**
 * A job record whose texts are still bytes of the log. Reused from record to record: with it a reader fills a table without making a string or an object for each of a million
 * jobs.
 */
export class RawJob {
  /** The bytes that hold all texts. */
  bytes: Uint8Array = new Uint8Array(0);
  /** Where each text begins and ends; empty when both are the same. */
  readonly starts = new Int32Array(RAW_TEXTS.length);
  readonly ends = new Int32Array(RAW_TEXTS.length);
  readonly numbers: JobNumbers = blankJob(0);
  /** Code of `JOB_STATES`. */
  state = 0;
  /** Whether it stood suspended when its record was written. */
  isSuspended = false;
  /** Code of the table's `gpuTypes` column. */
  gpuTypes = 0;
  /** Whether its GPUs are those it asked for, since the log does not say what it held. */
  hasAskedGpus = false;

  /** Says where a text is. */
  place(text: number, start: number, end: number): void {
    this.starts[text] = start;
    this.ends[text] = end;
  }

  isEmpty(text: number): boolean {
    return this.starts[text] === this.ends[text];
  }

  /** Whether two texts are the same. */
  isSame(left: number, right: number): boolean {
    const [a, b] = [this.starts[left] as number, this.starts[right] as number];
    const length = (this.ends[left] as number) - a;
    if ((this.ends[right] as number) - b !== length) return false;
    for (let index = 0; index < length; index++) if (this.bytes[a + index] !== this.bytes[b + index]) return false;
    return true;
  }
}
