import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import { JOB_STATES } from '../../model/job-state.ts';
import type { RawJob } from '../../model/raw-job.ts';
import type { Sink } from '../source.ts';
import type { Cells } from './cells.ts';
import { gapsOf, type Refusal, whyNotCountable } from './countable.ts';
import { parseJobId } from './job-id.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { SacctJobs } from './sacct-job.ts';

const BATCH = '.batch';
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
  /** Jobs that ran with measured energy; those without, and where the first of them stands. */
  #measured = 0;
  #unmeasured = { count: 0, line: 0 };

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  /** A record of whatever kind. */
  add(cells: Cells, line: number, layout: SacctLayout): void {
    const text = cells.text(layout.at('jobid') >= 0 ? layout.at('jobid') : layout.at('jobidraw'));
    const id = parseJobId(text);
    if (id?.kind === 'remainder') this.#sink.settle('arrayRemainders');
    else if (id?.kind === 'step') this.addStep(cells, text, layout);
    else this.addJob(cells, line, layout, id?.arrayJobId ?? Number.NaN, id?.arrayTask ?? Number.NaN);
  }

  /** A job; `arrayJobId` and `arrayTask` as its id says, NaN when it is no array task. */
  addJob(cells: Cells, line: number, layout: SacctLayout, arrayJobId: number, arrayTask: number): void {
    this.#use(layout);
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
  addStep(cells: Cells, stepId: string, layout: SacctLayout): void {
    this.#sink.settle('steps');
    this.#steps++;
    const { table } = this.#sink;
    const last = table.length - 1;
    if (!stepId.endsWith(BATCH) || last < 0 || !Number.isNaN(table.energyJoules.at(last))) return;
    this.#use(layout);
    const joules = this.#jobs?.joules(cells) ?? Number.NaN;
    const isOfLast = !Number.isNaN(joules) && table.jobId.copyAt(last) === stepId.slice(0, -BATCH.length);
    if (isOfLast) table.energyJoules.set(last, joules);
  }

  /** The file was read. */
  end(): void {
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
    this.#gaps = gapsOf(layout);
    this.#refusal = whyNotCountable(layout);
    this.#jobs = this.#refusal === undefined ? new SacctJobs(layout, this.#sink) : undefined;
  }

  #noteGaps({ numbers, state, hasAskedGpus }: RawJob, layout: SacctLayout): void {
    if (numbers.elapsed > 0) for (const { rule, reason } of this.#gaps) this.#warn(rule, reason, numbers.line);
    if (hasAskedGpus) this.#warn('slurm-gpus-asked', GPUS_ASKED, numbers.line);
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
  'AllocTRES does not count GPUs here: what jobs asked for (AllocGRES, ReqGRES, the submit line) stands in';
const CUT_AT_WINDOW =
  'jobs that had not ended have an End: an export with -T, cut at the border of its window. A suspended job counts its suspension there, unless another log tells it without. Export again without -T';
const UNDOCUMENTED = 'states that Slurm does not document, counted as unknown';
