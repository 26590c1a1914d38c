import type { Severity } from '../../../model/diagnostic.ts';
import type { Job } from '../../../model/job.ts';
import type { Sink } from '../../source.ts';
import { type ExportedRun, isController, jobOfRun } from './exported-run.ts';

const CONTROLLER =
  'controllers of sweeps among the runs: they choose hyperparameters and train nothing, so they do not count';
const NO_TIME = 'runs of which nothing tells how long they took: they count as runs, with no time';
const HEARTBEAT =
  'runs without a runtime: their time is from creation to the last contact, which includes gaps between sessions';
const TOO_LONG =
  'runs of more time than they were in contact with the server, and that time counts. They ran offline for a part of it; or they were resumed under a client that counts earlier sessions twice, as 0.19 was seen to. Their run directories would tell';
const STATE = 'states that W&B does not document, counted as unknown';
const NAMES =
  'runs known by their display names only, which several runs share: told apart by when they started. Show the column ID in the runs table and export again';
const DELETED =
  'exports of a W&B server: runs that were deleted there are in none of them, so the totals are a lower bound';

/** Takes the runs of one file and makes jobs of them. */
export class RunSink {
  readonly #sink: Sink;
  /** Runs without an id wait for the end of the file: only then it is known which names are of several. */
  #unnamed: Job[] = [];
  #hasRuns = false;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  add(run: ExportedRun): void {
    if (isController(run)) {
      this.#sink.settle('ignored');
      this.note('wandb-controller', 'info', CONTROLLER, run.line);
      return;
    }
    this.#hasRuns = true;
    const job = jobOfRun(run);
    if (job.jobId === '') job.jobId = `row ${run.line}`; // a script left names out
    this.#noteGaps(run, job);
    if (run.id === '') this.#unnamed.push(job);
    else this.#sink.table.push(job, this.#sink.file);
  }

  end(): void {
    for (const job of this.#toldApart(this.#unnamed)) this.#sink.table.push(job, this.#sink.file);
    this.#unnamed = [];
    if (this.#hasRuns) this.note('wandb-deleted', 'info', DELETED, 0);
  }

  note(rule: string, severity: Severity, message: string, line: number): void {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }

  reject(line: number, rule: string, reason: string, text: string): void {
    this.#sink.reject({ line, rule, reason, text });
  }

  #noteGaps({ line, duration, state }: ExportedRun, job: Job): void {
    if (Number.isNaN(duration.seconds) && job.state !== 'pending') this.note('wandb-no-time', 'warning', NO_TIME, line);
    if (duration.isTooLong === true) this.note('wandb-runtime-long', 'warning', TOO_LONG, line);
    if (duration.basis === 'heartbeat') this.note('wandb-heartbeat', 'warning', HEARTBEAT, line);
    if (job.state === 'unknown' && state !== '') this.note('wandb-state', 'warning', STATE, line);
  }

  /** Runs that share a display name get an id of their own: else the ledger would take them for one that was resumed. */
  #toldApart(jobs: readonly Job[]): readonly Job[] {
    const counts = new Map<string, number>();
    for (const { jobId } of jobs) counts.set(jobId, (counts.get(jobId) ?? 0) + 1);
    const seen = new Map<string, number[]>();
    for (const job of jobs) {
      if ((counts.get(job.jobId) as number) === 1) continue;
      this.note('wandb-names', 'info', NAMES, job.line);
      const began = Number.isNaN(job.start) ? job.jobId : `${job.jobId} @${job.start}`;
      const lasted = seen.get(began) ?? [];
      seen.set(began, lasted);
      // The same row twice is one run; several that began in one second lasted differently.
      const known = Number.isNaN(job.start) ? -1 : lasted.findIndex((each) => Object.is(each, job.elapsed));
      const count = known === -1 ? lasted.push(job.elapsed) : known + 1;
      job.jobIdRaw = Number.isNaN(job.start) || count > 1 ? `${began} #${count}` : began;
    }
    return jobs;
  }
}
