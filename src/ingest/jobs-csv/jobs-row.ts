import { blankJob, type Job } from '../../model/job.ts';
import { JOB_STATES, type JobState } from '../../model/job-state.ts';
import type { ADDED_JOBS_COLUMNS, JOBS_COLUMNS } from '../../model/jobs-columns.ts';
import type { ReportedAttempt } from '../../model/reported-attempt.ts';
import { SWEEP_KINDS } from '../../model/sweep.ts';
import { gpuTypesIn, numberIn, stampIn, textIn, timeIn } from './cells.ts';

type Column = (typeof JOBS_COLUMNS | typeof ADDED_JOBS_COLUMNS)[number];

const ARRAY_TASK = /^(\d+)_(\d+)$/;

const TIMES = { submit: 'submitted_utc', start: 'started_utc', end: 'ended_utc' } as const;
const NUMBERS = {
  elapsed: 'wall_seconds',
  gpus: 'gpus',
  cpus: 'cpus',
  memoryGb: 'memory_gb',
  nodes: 'nodes',
  energyJoules: 'energy_joules',
  gpuEnergyJoules: 'gpu_energy_joules',
  gpuUtilisation: 'gpu_utilisation',
} as const;
const TEXTS = ['cluster', 'name', 'user', 'account', 'partition'] as const;

const keysOf = <Key extends string>(of: Readonly<Record<Key, unknown>>): Key[] => Object.keys(of) as Key[];

/** Reads rows of a `jobs.csv` with one header. */
export class JobsRow {
  readonly #place: ReadonlyMap<string, number>;
  #cells: readonly string[] = [];

  constructor(header: readonly string[]) {
    this.#place = new Map(header.map((name, index) => [name, index]));
  }

  /** The attempt of a row, or the name of the column that is not as it should be. */
  jobOf(cells: readonly string[], line: number): Job | Column {
    this.#cells = cells;
    const job = blankJob(line);
    const state = this.#cell('state') as JobState;
    if (!JOB_STATES.includes(state)) return 'state';
    job.state = state;
    const odd = this.#readAmounts(job);
    if (odd !== undefined) return odd;
    for (const text of TEXTS) job[text] = textIn(this.#cell(text));
    this.#readIdentity(job);
    if (job.jobId === '') return 'job_id';
    job.gpuTypes = gpuTypesIn(textIn(this.#cell('gpu_model')), job.gpus);
    job.reported = this.#reported(job);
    if (job.reported.params !== '' && !isFlatObject(job.reported.params)) return 'params_json';
    return job;
  }

  #readAmounts(job: Job): Column | undefined {
    for (const field of keysOf(TIMES)) {
      const time = timeIn(this.#cell(TIMES[field]));
      if (time === undefined) return TIMES[field];
      job[field] = time;
    }
    for (const field of keysOf(NUMBERS)) {
      const number = numberIn(this.#cell(NUMBERS[field]));
      if (number === undefined || number < 0) return NUMBERS[field];
      job[field] = number;
    }
    return Number.isNaN(job.elapsed) ? 'wall_seconds' : undefined;
  }

  #readIdentity(job: Job): void {
    job.jobId = textIn(this.#cell('job_id'));
    const raw = textIn(this.#cell('job_id_raw'));
    job.jobIdRaw = raw === job.jobId ? '' : raw;
    const [, array, task] = (this.#isOfTracker() ? undefined : ARRAY_TASK.exec(job.jobId)) ?? [];
    if (array !== undefined) Object.assign(job, { arrayJobId: Number(array), arrayTask: Number(task) });
    // An attempt that did not run has no start here, and its id alone says when it came to be.
    if (Number.isNaN(job.submit) && Number.isNaN(job.start)) job.start = stampIn(this.#cell('attempt_id')).at;
  }

  #reported(job: Job): ReportedAttempt {
    const id = this.#cell('run_id');
    const isFirst = id === this.#cell('attempt_id');
    const source = textIn(this.#cell('source'));
    const run = isFirst || textIn(id) === job.jobId ? { job: '', at: Number.NaN } : stampIn(id);
    // In tables an id may be of several runs, which their first attempts tell apart.
    if (isFirst && source === 'table') run.at = stampIn(id).at;
    const kind = this.#cell('sweep_kind');
    return {
      source,
      ...{ runJob: run.job, runOrigin: run.at },
      sweep: textIn(this.#cell('sweep_id')),
      sweepKind: SWEEP_KINDS.find((each) => each === kind),
      sweepConfidence: numberIn(this.#cell('sweep_confidence')) ?? Number.NaN,
      sweepRuns: numberIn(this.#cell('sweep_runs')) ?? Number.NaN,
      params: this.#cell('params_json'),
      metricName: textIn(this.#cell('metric_name')),
      metricValue: numberIn(this.#cell('metric_value')) ?? Number.NaN,
    };
  }

  #isOfTracker(): boolean {
    return this.#cell('source').startsWith('wandb-');
  }

  #cell(column: Column): string {
    return this.#cells[this.#place.get(column) ?? -1] ?? '';
  }
}

function isFlatObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject && Object.values(value).every((each) => typeof each === 'string');
  } catch {
    return false;
  }
}
