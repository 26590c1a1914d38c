import { type JobState, stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { LONGEST_PAUSE_SECONDS } from './longest-pause.ts';
import { originOf } from './origin-of.ts';
import { isNumber, type RawIds } from './raw-ids.ts';
import { countGpusKept, cutAtResize } from './resized.ts';
import { RowIndex } from './row-index.ts';
import { areOfTwoJobs, sourceOf } from './speaks-against.ts';

const PLUS = 0x2b;

/** States of attempts that are over, and ended when they say: not those of a resize, whose parts overlap in 20.11 and 22.05. */
const HAS_ENDED: ReadonlySet<JobState> = new Set<JobState>([
  ...(['completed', 'failed', 'cancelled', 'timeout', 'out-of-memory', 'preempted'] as const),
]);

/** Attempts joined: the run of each attempt, and how many runs there are. */
export interface Runs {
  readonly run: Uint32Array;
  readonly runs: number;
  /** Attempts whose start was moved to the moment of their resize. */
  readonly clipped: readonly number[];
  /** Attempts that were submitted after they began, by an hour at most. */
  readonly late: readonly number[];
  /** Attempts whose GPUs were counted by the nodes that a resize left them. */
  readonly shrunk: readonly number[];
  /** Attempts after a resize of which it is not known whether they kept their GPUs. */
  readonly unsure: readonly number[];
  /** Attempts that another file has as well, by another clock. */
  readonly shifted: readonly number[];
}

/**
 * Joins attempts into runs: attempts of one job follow each other when the job was requeued or resized, and the components of a heterogeneous job (`125+0`, `125+1`) run side by
 * side.
 */
export function joinRuns(table: JobTable, attempts: AttemptColumns, { ids, cluster }: Identity): Runs {
  const { count, row } = attempts;
  const index = new RowIndex(count);
  const jobs = new JobsOfAttempts(table, attempts, ids);
  const run = new Uint32Array(count);
  const found: Record<'clipped' | 'late' | 'shrunk' | 'unsure' | 'shifted', number[]> = {
    clipped: [],
    late: [],
    shrunk: [],
    unsure: [],
    shifted: [],
  };
  const note = (what: keyof typeof found | undefined, attempt: number): void => {
    if (what !== undefined) found[what].push(attempt);
  };
  let runs = 0;
  for (let attempt = 0; attempt < count; attempt++) {
    const code = cluster(row[attempt] as number);
    const hash = jobs.hash(attempt) ^ code;
    const slot = index.slot(
      hash,
      (other) =>
        cluster(row[other] as number) === code &&
        jobs.same(other, attempt) &&
        !areOfTwoJobs(table, row[other] as number, row[attempt] as number) &&
        !ranAtOnce(table, attempts, other, attempt),
    );
    const earlier = index.at(slot);
    index.set(slot, attempt, hash);
    const before = earlier === -1 || !continues(table, attempts, earlier, attempt) ? -1 : earlier;
    note(cutAtResize(table, attempts, before, attempt), attempt);
    run[attempt] = before === -1 ? runs++ : (run[before] as number);
    if (before === -1) continue;
    note(countGpusKept(table, attempts, before, attempt), attempt);
    if (isShifted(table, attempts, before, attempt)) note('shifted', attempt);
  }
  return { run, runs, ...found };
}

/** The job that an attempt is of: its raw id, or, for a component, the id of the heterogeneous job, which is that of its first component. */
class JobsOfAttempts {
  readonly #table: JobTable;
  readonly #attempts: AttemptColumns;
  readonly #ids: RawIds;

  constructor(table: JobTable, attempts: AttemptColumns, ids: RawIds) {
    this.#table = table;
    this.#attempts = attempts;
    this.#ids = ids;
  }

  hash(attempt: number): number {
    const { row, head } = this.#attempts;
    const at = row[attempt] as number;
    return this.#isById(at) ? this.#ids.hash(head[attempt] as number) : this.#table.jobId.hash(at, PLUS);
  }

  same(left: number, right: number): boolean {
    const { row, head } = this.#attempts;
    const [a, b] = [row[left] as number, row[right] as number];
    const [leftTask, rightTask] = [this.#isById(a), this.#isById(b)];
    const { jobId } = this.#table;
    if (!leftTask && !rightTask) return jobId.same(a, b, PLUS);
    const [headLeft, headRight] = [head[left] as number, head[right] as number];
    if (leftTask && rightTask) return this.#ids.same(headLeft, headRight);
    return leftTask ? this.#isIdOf(headLeft, b) : this.#isIdOf(headRight, a);
  }

  /** Whether the raw id of a record is the printed id of a row. */
  #isIdOf(record: number, row: number): boolean {
    return this.#ids.column(record).same(this.#ids.knowing(record), row, PLUS, this.#table.jobId);
  }

  /** Whether a record is of the job of its own id: an array task, and what no scheduler numbered. Components of a heterogeneous job are not. */
  #isById(row: number): boolean {
    const { arrayTask, jobIdRaw, tracked } = this.#table;
    return !Number.isNaN(arrayTask.at(row)) || tracked.has(row) || (jobIdRaw.size(row) > 0 && !isNumber(jobIdRaw, row));
  }
}

function continues(table: JobTable, { row, end }: AttemptColumns, earlier: number, later: number): boolean {
  const before = end[earlier] as number;
  const since =
    originOf(table, row[later] as number) - (Number.isNaN(before) ? originOf(table, row[earlier] as number) : before);
  return !(since > LONGEST_PAUSE_SECONDS);
}

/** Spans of attempts that follow each other may overlap by this, where nodes failed and told it late. Our own judgement. */
const LONGEST_OVERLAP_SECONDS = 60;

/**
 * Whether two attempts with one id ran at the same time, so that they are of two jobs: no scheduler runs a job twice at once. Not known of one that had not ended when it was logged;
 * and side by side run the components of a heterogeneous job, trackers' ranks, and what two files have by two clocks. The part of a resized job begins with its submission.
 */
function ranAtOnce(table: JobTable, attempts: AttemptColumns, earlier: number, later: number): boolean {
  const { row, start, end, state } = attempts;
  const [before, after] = [row[earlier] as number, row[later] as number];
  const submit = table.submit.at(after);
  const begun = Math.max(start[later] as number, Number.isNaN(submit) ? Number.NEGATIVE_INFINITY : submit);
  const overlap = Math.min(end[earlier] as number, end[later] as number) - Math.max(start[earlier] as number, begun);
  if (!(overlap > LONGEST_OVERLAP_SECONDS)) return false;
  // Without states, the parts of a resized job look like any other attempts.
  const ended = stateOf(state[earlier] as number);
  const isOpen = !HAS_ENDED.has(ended) && !(ended === 'unknown' && !sourceOf(table, before).startsWith('slurm-'));
  const isTracked = [before, after].some((at) => table.tracked.has(at));
  if (isOpen || isTracked || isShifted(table, attempts, earlier, later)) return false;
  const isPiece = start[earlier] === start[later] || end[earlier] === end[later];
  return !isPiece && !table.jobId.at(before).includes('+') && !table.jobId.at(after).includes('+');
}

/** Zones are whole quarters of an hour apart. */
const ZONE_STEP_SECONDS = 900;

/**
 * Whether an attempt is the one before it, read from another file in another zone: no job is submitted again while it runs, for the same time to the second, a number of quarter hours
 * later.
 */
function isShifted(
  table: JobTable,
  { row, start, end, wall }: AttemptColumns,
  earlier: number,
  later: number,
): boolean {
  const shift = (start[later] as number) - (start[earlier] as number);
  const [before, after] = [row[earlier] as number, row[later] as number];
  return (
    shift > 0 &&
    shift % ZONE_STEP_SECONDS === 0 &&
    wall[later] === wall[earlier] &&
    originOf(table, after) < (end[earlier] as number) &&
    table.file.at(before) !== table.file.at(after)
  );
}
