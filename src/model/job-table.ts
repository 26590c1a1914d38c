import type { Place } from './diagnostic.ts';
import { DictionaryColumn } from './dictionary-column.ts';
import type { Job, JobNumbers } from './job.ts';
import { appendTexts, JOB_NUMBERS, type JobColumns } from './job-columns.ts';
import { JOB_STATES, type JobState, stateOf } from './job-state.ts';
import { MeasuredRuns } from './measured-runs.ts';
import { MetricCurves } from './metric-curve.ts';
import { NumberColumn } from './number-column.ts';
import { RAW_TEXTS, type RawJob } from './raw-job.ts';
import { ReportedAttempts } from './reported-attempt.ts';
import { TextColumn } from './text-column.ts';
import { TrackedRuns } from './tracked-run.ts';

/** A log file as the user knows it, and the source it was recognised as. */
export interface InputFile {
  readonly path: string;
  readonly source: string;
  readonly sha256: string;
  /** Size on disk, bytes (compressed where it is). */
  readonly bytes: number;
  /** Records read, of whatever class. */
  readonly records: number;
}

/**
 * Job records of all files in columns, one row a record, in the order of reading. Written by `ingest` alone, but for rows that
 * the ledger composes of several records, and read by everyone. Measured at a million jobs: objects 445 MB and 1,950 ms to build, columns 110 MB and 316 ms.
 */
export class JobTable {
  /** Paths of the files read; `file` holds indices into it. */
  readonly files: string[] = [];
  /** Name of the source that each file was read as, by file index. */
  readonly sources: string[] = [];
  readonly file = new NumberColumn(Uint32Array);
  readonly line = new NumberColumn(Uint32Array);
  readonly cluster = new DictionaryColumn();
  readonly jobId = new TextColumn();
  readonly jobIdRaw = new TextColumn();
  readonly arrayJobId = new NumberColumn();
  readonly arrayTask = new NumberColumn(Float32Array);
  readonly name = new TextColumn();
  readonly command = new TextColumn();
  readonly user = new DictionaryColumn();
  readonly account = new DictionaryColumn();
  readonly partition = new DictionaryColumn();
  readonly workDir = new DictionaryColumn();
  /** Its codes are those of {@link JOB_STATES}. */
  readonly state = new DictionaryColumn(JOB_STATES);
  /** The rows of jobs that stood suspended when their record was written: few. */
  readonly suspended = new Set<number>();
  readonly submit = new NumberColumn();
  readonly start = new NumberColumn();
  readonly end = new NumberColumn();
  readonly elapsed = new NumberColumn();
  readonly cpus = new NumberColumn(Float32Array);
  /** Shares of a GPU are sevenths and the like: in 32 bits they would not add up to what their types say. */
  readonly gpus = new NumberColumn();
  readonly gpuTypes = new DictionaryColumn();
  /** 1 where the GPUs are those that were asked for, else 0. */
  readonly gpusAsked = new NumberColumn(Uint16Array);
  /** Files that list what each of their jobs asked for, in place of what it held. */
  readonly filesOfRequests = new Set<number>();
  readonly memoryGb = new NumberColumn(Float32Array);
  readonly nodes = new NumberColumn(Float32Array);
  readonly nodeList = new DictionaryColumn();
  readonly timeLimit = new NumberColumn(Float32Array);
  readonly restarts = new NumberColumn(Float32Array);
  readonly energyJoules = new NumberColumn();
  readonly gpuEnergyJoules = new NumberColumn();
  readonly gpuUtilisation = new NumberColumn(Float32Array);
  readonly tracked = new TrackedRuns();
  readonly reported = new ReportedAttempts();
  readonly measured = new MeasuredRuns();
  /** How the metric that the user names went, as far as trackers logged it. */
  readonly curves = new MetricCurves();
  readonly #texts: readonly (TextColumn | DictionaryColumn)[] = RAW_TEXTS.map((name) => this[name]);

  #composedFrom: number | undefined;

  get length(): number {
    return this.line.length;
  }

  /** How many rows were read: the first ones. Those after them are {@link compose}d. */
  get records(): number {
    return this.#composedFrom ?? this.length;
  }

  /** Registers a file; its index goes with every record pushed from it. */
  addFile(path: string, source: string): number {
    this.sources.push(source);
    return this.files.push(path) - 1;
  }

  /** Appends a record; the object may be used again by the caller. */
  push(job: Job, file: number): void {
    if (job.tracked !== undefined) this.tracked.push(this.length, job.tracked);
    if (job.isSuspended) this.suspended.add(this.length);
    if (job.reported !== undefined) this.reported.push(this.length, job.reported);
    for (const text of RAW_TEXTS) this[text].push(job[text]);
    this.state.push(job.state);
    this.gpuTypes.push(job.gpuTypes);
    this.gpusAsked.push(Number(job.gpusAsked));
    this.#pushNumbers(job, file);
  }

  /** The same for a record whose texts are bytes. */
  pushRaw(raw: RawJob, file: number): void {
    const { bytes, starts, ends } = raw;
    if (raw.isSuspended) this.suspended.add(this.length);
    for (let text = 0; text < this.#texts.length; text++) {
      this.#texts[text]?.pushBytes(bytes, starts[text] as number, ends[text] as number);
    }
    this.state.pushCode(raw.state);
    this.gpuTypes.pushCode(raw.gpuTypes);
    this.gpusAsked.push(Number(raw.hasAskedGpus));
    this.#pushNumbers(raw.numbers, file);
  }

  /** The same for records that stand in columns: a million of them in a quarter of the time. */
  pushColumns({ length, numbers, texts, state, measures = [] }: JobColumns, file: number): void {
    this.measured.append(this.length, length, measures);
    for (const name of [...RAW_TEXTS, 'gpuTypes'] as const) {
      const column = texts[name];
      if (column === undefined) this[name].pushEmpty(length);
      else appendTexts(this[name], column);
    }
    appendTexts(this.state, state);
    for (const name of JOB_NUMBERS) {
      const column = numbers[name];
      if (column === undefined) this[name].pushAbsent(length);
      else this[name].append(column);
    }
    this.gpusAsked.pushAbsent(length);
    this.file.pushSame(file, length);
  }

  /**
   * Appends what several records of one attempt say together, and gives its row. It is no record of its own: the ledger needs it to speak for the attempt where no single record
   * knows all.
   */
  compose(job: Job, file: number): number {
    this.#composedFrom ??= this.length;
    this.push(job, file);
    return this.length - 1;
  }

  #pushNumbers(job: JobNumbers, file: number): void {
    this.file.push(file);
    this.line.push(job.line);
    this.arrayJobId.push(job.arrayJobId);
    this.arrayTask.push(job.arrayTask);
    this.submit.push(job.submit);
    this.start.push(job.start);
    this.end.push(job.end);
    this.elapsed.push(job.elapsed);
    this.cpus.push(job.cpus);
    this.gpus.push(job.gpus);
    this.memoryGb.push(job.memoryGb);
    this.nodes.push(job.nodes);
    this.timeLimit.push(job.timeLimit);
    this.restarts.push(job.restarts);
    this.energyJoules.push(job.energyJoules);
    this.gpuEnergyJoules.push(job.gpuEnergyJoules);
    this.gpuUtilisation.push(job.gpuUtilisation);
  }

  stateAt(row: number): JobState {
    return stateOf(this.state.code(row));
  }

  /** Where a row was read. */
  place(row: number): Place {
    return { file: this.files[this.file.at(row)] ?? '', line: this.line.at(row) };
  }
}
