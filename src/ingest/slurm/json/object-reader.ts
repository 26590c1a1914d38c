import { type Diagnostics, REJECT_TEXT_LENGTH } from '../../../model/diagnostic.ts';
import type { Job } from '../../../model/job.ts';
import type { Reader, Sink } from '../../source.ts';
import type { Refusal } from '../countable.ts';
import type { CutHandler, Cutter, Spoilt } from './cut-handler.ts';
import type { Format } from './formats.ts';
import { at, entries, textOf } from './values.ts';

/** Makes jobs of the objects of one file. */
export interface ObjectReader {
  read(object: unknown, line: number): Job | Refusal | 'remainder';
  /** The job that was read last stands in this row of the table now. */
  pushed?(job: Job, row: number): void;
  /** A value beside the list of jobs. */
  other?(key: string, value: unknown): void;
  /** The file was read. */
  end?(): void;
}

export const NOT_A_JOB: Refusal = { rule: 'slurm-not-a-job', reason: 'an object without a job_id' };
export const NO_DURATION: Refusal = {
  rule: 'slurm-elapsed',
  reason: 'no duration: time.elapsed, start and end do not tell',
};

const SPOILT: Readonly<Record<Spoilt, Refusal>> = {
  cut: { rule: 'slurm-cut-object', reason: 'the file ends within this job. Export it again' },
  damaged: { rule: 'slurm-damaged-object', reason: 'not the object of a job that can be parsed' },
  large: { rule: 'slurm-large-object', reason: 'a job larger than the memory set aside for one' },
};

const NO_NODES = new Set(['None assigned', '(null)', '(unknown)']);

/** A list of nodes as the log writes it; `''` where it says that there is none. */
export function nodeNames(value: unknown): string {
  const names = textOf(value);
  return NO_NODES.has(names) ? '' : names;
}

const decoder = new TextDecoder();
/** No character takes more than four bytes. */
const textOfBytes = (bytes: Uint8Array): string =>
  decoder.decode(bytes.subarray(0, REJECT_TEXT_LENGTH * 4)).slice(0, REJECT_TEXT_LENGTH);

/** Reads a file of objects: what a cutter cuts out of it is parsed, read, and pushed, settled or rejected. */
export class ObjectFileReader implements Reader, CutHandler {
  readonly #format: Format;
  readonly #objects: ObjectReader;
  readonly #sink: Sink;
  readonly #cutter: Cutter;

  constructor(format: Format, objects: ObjectReader, sink: Sink) {
    this.#format = format;
    this.#objects = objects;
    this.#sink = sink;
    this.#cutter = format.cutter(this);
  }

  feed(bytes: Uint8Array): void {
    this.#cutter.feed(bytes);
  }

  end(): void {
    this.#cutter.end();
    this.#objects.end?.();
  }

  job(bytes: Uint8Array, line: number): boolean {
    const object = this.#format.parseJob(bytes);
    if (object === undefined) return false;
    const { settle, reject, table, file } = this.#sink;
    const steps = entries(at(object, 'steps')).length;
    if (steps > 0) settle('steps', steps);
    const job = this.#objects.read(object, line);
    if (job === 'remainder') settle('arrayRemainders');
    else if ('reason' in job) reject({ line, ...job, text: textOfBytes(bytes) });
    else {
      if (job.state === 'unknown') this.#note(STATE_RULE, 'warning', STATE_MESSAGE, line);
      table.push(job, file);
      this.#objects.pushed?.(job, table.length - 1);
    }
    return true;
  }

  spoilt(why: Spoilt, bytes: Uint8Array, line: number): void {
    this.#sink.reject({ line, ...SPOILT[why], text: textOfBytes(bytes) });
  }

  other(key: string, bytes: Uint8Array): void {
    const value = this.#format.parseOther(key, bytes);
    if (key === 'errors' && (value === undefined || entries(value).length > 0)) {
      this.#note('slurm-dump-errors', 'warning', 'dumps in which Slurm reports errors: jobs may be missing', 0);
    }
    this.#objects.other?.(key, value);
  }

  unfinished(line: number): void {
    const message = 'files that end before their document does; the jobs before the end count. Export them again';
    this.#note('slurm-cut-file', 'warning', message, line);
  }

  #note(rule: string, severity: Parameters<Diagnostics['note']>[1], message: string, line: number): void {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
}

const STATE_RULE = 'slurm-state';
const STATE_MESSAGE = 'states that Slurm does not document, counted as unknown';
