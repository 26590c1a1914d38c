import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import { JOB_STATES } from '../../model/job-state.ts';
import type { RawJob } from '../../model/raw-job.ts';
import type { Sink } from '../source.ts';
import type { Cells } from './cells.ts';
import { gapsOf, type Refusal, whyNotCountable } from './countable.ts';
import { EarlySteps } from './early-steps.ts';
import { parseJobId } from './job-id.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { SacctJobs } from './sacct-job.ts';
import { isLongerThanSpan } from './sacct-times.ts';

const BATCH = '.batch';
const DOT = 0x2e;
const decoder = new TextDecoder();
const [UNKNOWN, RUNNING] = [JOB_STATES.indexOf('unknown'), JOB_STATES.indexOf('running')];

/** Puts records of `sacct`, each with one cell a column, where they belong: jobs into the table, the rest into its class. */
export class SacctRecords {
  readonly #sink: Sink;
  /** The layout that is read now, and what reads it. */
  #layout: SacctLayout | undefined;
  #jobs: SacctJobs | undefined;
  #refusal: Refusal | undefined;
  #gaps: readonly Refusal[] = [];
  #steps = 0;
  /** The column of ids. */
  #id = -1;
  readonly #early: EarlySteps;
  /** Jobs that ran with measured energy; those without, and where the first of them stands. */
  #measured = 0;
  #unmeasured = { count: 0, line: 0 };

  constructor(sink: Sink) {
    this.#sink = sink;
    this.#early = new EarlySteps(sink);
  }

  /** A record of whatever kind. */
  add(cells: Cells, line: number, layout: SacctLayout): void {
    const text = cells.text(layout.at('jobid') >= 0 ? layout.at('jobid') : layout.at('jobidraw'));
    const id = parseJobId(text);
    if (id?.kind === 'remainder') this.#sink.settle('arrayRemainders');
    else if (id?.kind === 'step') this.addStep(cells, text, line, layout);
    else this.addJob(cells, line, layout, id?.arrayJobId ?? Number.NaN, id?.arrayTask ?? Number.NaN);
  }

  /** A job; `arrayJobId` and `arrayTask` as its id says, NaN when it is no array task. */
  addJob(cells: Cells, line: number, layout: SacctLayout, arrayJobId: number, arrayTask: number): void {
    this.#use(layout);
    this.#early.follow(cells.bytes, cells.starts[this.#id] as number, cells.ends[this.#id] as number);
    const job = this.#jobs?.read(cells, line, arrayJobId, arrayTask) ?? (this.#refusal as Refusal);
    if ('reason' in job) {
      const text = Array.from({ length: cells.count }, (_, cell) => cells.text(cell)).join(layout.delimiter);
      this.#sink.reject({ line, ...job, text: text.slice(0, REJECT_TEXT_LENGTH) });
      return;
    }
    this.#noteGaps(job, layout);
    if (layout.hasEnergy && job.numbers.elapsed > 0) this.#tellEnergy(job.numbers, cells);
    this.#sink.table.pushRaw(job, this.#sink.file);
  }

  /**
   * A step. Slurm adds the energy of `srun` steps up in the job's row, but not that of the batch step (20.11 to 26.05): where the job's row states none, the batch step's is the
   * job's.
   */
  addStep(cells: Cells, stepId: string, line: number, layout: SacctLayout): void {
    this.#sink.settle('steps');
    this.#steps++;
    const { table } = this.#sink;
    const last = table.length - 1;
    const job = stepId.slice(0, stepId.indexOf('.'));
    this.#use(layout);
    const isBehind = this.#early.isBehindJob(cells.bytes, cells.starts[this.#id] as number);
    const isBatch = stepId.endsWith(BATCH);
    if (isBehind && (!isBatch || last < 0 || !Number.isNaN(table.energyJoules.at(last)))) return;
    const joules = isBatch ? (this.#jobs?.joules(cells) ?? Number.NaN) : Number.NaN;
    const isMeasured = !Number.isNaN(joules);
    if (!isBehind) {
      const start = isMeasured ? (this.#jobs?.start(cells) ?? Number.NaN) : Number.NaN;
      this.#early.add(job, line, isMeasured ? { start, joules } : undefined);
    } else if (isMeasured && table.jobId.copyAt(last) === job) table.energyJoules.set(last, joules);
  }

  /** A step of which nothing but its id is to be read: it begins the bytes. */
  addBareStep(bytes: Uint8Array, start: number, end: number, line: number): void {
    this.#sink.settle('steps');
    this.#steps++;
    if (this.#early.isBehindJob(bytes, start)) return;
    const dot = bytes.indexOf(DOT, start);
    this.#early.add(decoder.decode(bytes.subarray(start, Math.min(dot, end))), line, undefined);
  }

  /** The file was read. */
  end(): void {
    this.#early.end();
    const { count, line } = this.#unmeasured;
    if (this.#steps > 0 || this.#measured === 0 || count === 0) return;
    this.#sink.diagnostics.note('slurm-no-steps', 'info', NO_STEPS, { file: this.#sink.path, line }, count);
  }

  #tellEnergy({ energyJoules, line }: RawJob['numbers'], cells: Cells): void {
    if (!Number.isNaN(energyJoules)) {
      this.#measured++;
      return;
    }
    if (this.#unmeasured.count++ === 0) this.#unmeasured.line = line;
    if (this.#jobs?.marksNoEnergy(cells) !== true) return;
    this.#sink.diagnostics.note('slurm-energy-mark', 'info', NO_VALUE, { file: this.#sink.path, line });
  }

  #use(layout: SacctLayout): void {
    if (layout === this.#layout) return;
    this.#layout = layout;
    if (layout.at('alloctres') < 0 && layout.at('reqtres') >= 0) this.#sink.table.filesOfRequests.add(this.#sink.file);
    this.#id = layout.at('jobid') >= 0 ? layout.at('jobid') : layout.at('jobidraw');
    this.#gaps = gapsOf(layout);
    this.#refusal = whyNotCountable(layout);
    this.#jobs = this.#refusal === undefined ? new SacctJobs(layout, this.#sink) : undefined;
  }

  #noteGaps({ numbers, state, hasAskedGpus }: RawJob, layout: SacctLayout): void {
    if (numbers.elapsed > 0) for (const { rule, reason } of this.#gaps) this.#warn(rule, reason, numbers.line);
    const isSaid = layout.at('alloctres') < 0 && layout.at('reqtres') >= 0; // that all GPUs are of requests
    if (hasAskedGpus && !isSaid) this.#warn('slurm-gpus-asked', GPUS_ASKED, numbers.line);
    if (isLongerThanSpan(numbers)) this.#warn('slurm-elapsed-longer', LONGER, numbers.line);
    if (state === RUNNING && !Number.isNaN(numbers.end)) this.#warn('slurm-cut-at-window', CUT_AT_WINDOW, numbers.line);
    if (state === UNKNOWN && layout.at('state') >= 0) this.#warn('slurm-state', UNDOCUMENTED, numbers.line);
  }

  #warn(rule: string, message: string, line: number): void {
    this.#sink.diagnostics.note(rule, 'warning', message, { file: this.#sink.path, line });
  }
}

const NO_STEPS =
  'jobs without measured energy in an export without steps (-X), where others have some: that of batch scripts stands on their steps alone. Export again without -X';
const NO_VALUE = 'jobs with Slurm’s mark for “no value” where their energy should stand: not measured';
const GPUS_ASKED =
  'AllocTRES does not count GPUs here: what jobs asked for (ReqTRES, AllocGRES, ReqGRES, the submit line) stands in';
const LONGER =
  'jobs whose elapsed time is longer than from Start to End, which no job can be: the elapsed time counts. Look whether the log was edited, or export it again with Start,End,ElapsedRaw';
const CUT_AT_WINDOW =
  'jobs that had not ended have an End: an export with -T, cut at the border of its window. A suspended job counts its suspension there, unless another log tells it without. Export again without -T';
const UNDOCUMENTED = 'states that Slurm does not document, counted as unknown';
