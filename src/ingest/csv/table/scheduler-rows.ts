import { parseJobId } from '../../slurm/job-id.ts';
import type { CellColumn } from './cell-column.ts';
import type { ByteTest } from './many-cells.ts';
import type { RowTimes } from './row-times.ts';

/** What a row is that a scheduler lists beside its jobs: a step, what is left of an array, or what may be a step and is not known to be one. */
export type SchedulerRow = 'steps' | 'arrayRemainders' | 'open';

/** A row whose id is that of a job with a number or a name behind a point. */
interface Step {
  readonly row: number;
  readonly job: string;
  /** `.batch`, `.extern`: no one numbers experiments so. */
  readonly isNamed: boolean;
}

const [ZERO, NINE, DOT, BRACKET] = [0x30, 0x39, 0x2e, 0x5b];

/** Most ids are neither digits with a point nor with a bracket. */
const isNoStep: ByteTest = (bytes, start, end) => {
  const first = bytes[start] as number;
  if (first < ZERO || first > NINE) return true;
  for (let at = start + 1; at < end; at++) if (bytes[at] === DOT || bytes[at] === BRACKET) return false;
  return true;
};
const isStep = (text: string): boolean => (parseJobId(text)?.kind ?? 'job') !== 'job';

/** Clocks are rounded to the second. */
const ROUNDED = 1;

/**
 * Tells which rows of a table are no jobs by the ids that Slurm gives them: `700.batch` and `700.0` beside `700`, and `701_[3-9]`. Where no id has a name behind its point, as in
 * `1`, `1.1`, `1.2`, people may have numbered experiments so: then they are steps only if all ran within the time of their job.
 *
 * @param ids the column of ids
 * @param times read the times of rows
 */
export function schedulerRowsOf(ids: CellColumn | undefined, times: () => RowTimes): ReadonlyMap<number, SchedulerRow> {
  const found = new Map<number, SchedulerRow>();
  if (ids === undefined || ids.areManyWhole || !ids.some(isStep, isNoStep)) return found;
  const { steps, jobs } = sorted(ids, found);
  const isSlurm = steps.some(({ isNamed }) => isNamed);
  const beside = isSlurm ? steps : steps.filter(({ job }) => jobs.has(job));
  const within = isSlurm ? true : areWithin(beside, jobs, times());
  if (within === false) return found;
  for (const { row } of beside) found.set(row, within === undefined ? 'open' : 'steps');
  return found;
}

/** The rows of jobs by their ids, and those that may be steps; what is left of arrays is found at once. */
function sorted(ids: CellColumn, found: Map<number, SchedulerRow>) {
  const steps: Step[] = [];
  const jobs = new Map<string, number[]>();
  for (let row = 0; row < ids.length; row++) {
    const text = ids.at(row);
    const id = parseJobId(text);
    if (id?.kind === 'step') steps.push({ row, job: id.job, isNamed: /\.[A-Za-z]/.test(text) });
    else if (id?.kind === 'remainder') found.set(row, 'arrayRemainders');
    else if (id !== undefined && jobs.get(text)?.push(row) === undefined) jobs.set(text, [row]);
  }
  return { steps, jobs };
}

/** Whether all of them ran within the time of a job of their id; undefined where the table does not tell when they ran. */
function areWithin(
  steps: readonly Step[],
  jobs: ReadonlyMap<string, readonly number[]>,
  times: RowTimes,
): boolean | undefined {
  let isTold = false;
  for (const { row, job } of steps) {
    const step = spanOf(times, row);
    if (step === undefined) continue;
    isTold = true;
    const isInside = (jobs.get(job) as readonly number[]).some((of) => {
      const whole = spanOf(times, of);
      return whole !== undefined && whole.start - ROUNDED <= step.start && step.end <= whole.end + ROUNDED;
    });
    if (!isInside) return false;
  }
  return isTold ? true : undefined;
}

/** When a row began and ended; undefined where it does not tell. */
function spanOf(times: RowTimes, row: number): { readonly start: number; readonly end: number } | undefined {
  if (times.read(row) !== undefined) return undefined;
  const { start, end } = times;
  return Number.isNaN(start) || Number.isNaN(end) ? undefined : { start, end };
}
