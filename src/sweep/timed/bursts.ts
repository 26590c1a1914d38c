import type { JobState } from '../../model/job-state.ts';
import type { RunView } from '../run-view.ts';

/** Runs of one loop follow each other within this, seconds. Our own judgement: `sbatch` takes a second or two. */
const LOOP_PAUSE = 20;
/** States after which people try again. */
const FAILED: ReadonlySet<JobState> = new Set<JobState>([
  'failed',
  'timeout',
  'out-of-memory',
  'node-fail',
  'cancelled',
]);

/** Runs that one loop, or one hand, submitted in a moment. Times are epoch seconds. */
export interface Burst {
  /** Positions in their family, from one up to another. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly begin: number;
  readonly lastSubmit: number;
  /** When all of it had ended; infinite when that is not known. */
  readonly end: number;
  /** When those that failed had, in no order. */
  readonly failures: readonly number[];
  /** Natural logarithms of how long those that completed ran, seconds: how many, their mean, and the sum of squares about it. */
  readonly completed: number;
  readonly meanLog: number;
  readonly squares: number;
  /** What one of them had, as text: GPUs, memory and the like; empty when none began. */
  readonly resources: string;
}

/** Parts runs, in order of submission, where nothing was submitted for a while. */
export function burstsOf(view: RunView, runs: Uint32Array): Burst[] {
  const bursts: Burst[] = [];
  let from = 0;
  for (let at = 1; at <= runs.length; at++) {
    const isNext = at < runs.length && pauseBefore(view, runs, at) <= LOOP_PAUSE;
    if (isNext) continue;
    bursts.push(burstOf(view, runs, from, at));
    from = at;
  }
  return bursts;
}

const pauseBefore = ({ submit }: RunView, runs: Uint32Array, at: number): number =>
  (submit[runs[at] as number] as number) - (submit[runs[at - 1] as number] as number);

function burstOf(view: RunView, runs: Uint32Array, from: number, to: number): Burst {
  const failures: number[] = [];
  const logs: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let resources = '';
  for (let at = from; at < to; at++) {
    const run = runs[at] as number;
    const ended = view.endOf(run);
    const ran = ended - view.startOf(run);
    end = Math.max(end, ended);
    const state = view.stateOf(run);
    if (state === 'completed' && ran >= 0) logs.push(Math.log(Math.max(1, ran)));
    if (FAILED.has(state)) failures.push(ended);
    if (resources === '' && ran > 0) resources = view.resourcesOf(run);
  }
  return {
    from,
    to,
    count: to - from,
    begin: view.submit[runs[from] as number] as number,
    lastSubmit: view.submit[runs[to - 1] as number] as number,
    end,
    failures,
    resources,
    ...spreadOf(logs),
  };
}

function spreadOf(logs: readonly number[]): Pick<Burst, 'completed' | 'meanLog' | 'squares'> {
  const completed = logs.length;
  let sum = 0;
  for (const log of logs) sum += log;
  const meanLog = completed === 0 ? 0 : sum / completed;
  let squares = 0;
  for (const log of logs) squares += (log - meanLog) ** 2;
  return { completed, meanLog, squares };
}
