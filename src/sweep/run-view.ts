import { type JobState, stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';

/** Runs as grouping sees them: each stands for its first attempt, and its fate is that of its last. */
export interface RunView {
  readonly count: number;
  /** First and last attempt of each run. */
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** Epoch seconds of the submission (or start) of the first attempt; NaN when unknown. */
  readonly submit: Float64Array;
  /** Whether the log tells when a run was submitted; else `submit` is its start, which says when there was a machine for it. */
  readonly isSubmitTold: (run: number) => boolean;
  /** Epoch seconds of the end of its last attempt; infinite when it is not known to have ended. */
  readonly endOf: (run: number) => number;
  readonly stateOf: (run: number) => JobState;
  /** Epoch seconds of the start of its last attempt; NaN when it never started. */
  readonly startOf: (run: number) => number;
  /** What its last attempt had, as a text: equal for equal resources. */
  readonly resourcesOf: (run: number) => string;
}

/** Whether the log tells of any of some runs when it was submitted. */
export function isAnySubmitTold(view: RunView, runs: Uint32Array): boolean {
  for (const run of runs) if (view.isSubmitTold(run)) return true;
  return false;
}

/** Looks at a ledger run by run; attempts are in order of submission, and so are runs. */
export function viewRuns(ledger: Ledger): RunView {
  const { table, runs, run, row } = ledger;
  const first = new Uint32Array(runs).fill(0xffffffff);
  const last = new Uint32Array(runs);
  const submit = new Float64Array(runs);
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const of = run[attempt] as number;
    last[of] = attempt;
    if (first[of] !== 0xffffffff) continue;
    first[of] = attempt;
    const submitted = table.submit.at(row[attempt] as number);
    submit[of] = Number.isNaN(submitted) ? (ledger.start[attempt] as number) : submitted;
  }
  const isSubmitTold = (of: number): boolean => !Number.isNaN(table.submit.at(row[first[of] as number] as number));
  return {
    count: runs,
    first,
    last,
    submit,
    isSubmitTold,
    endOf: (of) => {
      const ended = ledger.end[last[of] as number] as number;
      return Number.isNaN(ended) ? Number.POSITIVE_INFINITY : ended;
    },
    stateOf: (of) => stateOf(ledger.state[last[of] as number] as number),
    startOf: (of) => ledger.start[last[of] as number] as number,
    resourcesOf: (of) => resourcesAt(table, row[last[of] as number] as number),
  };
}

const resourcesAt = ({ partition, gpus, cpus, memoryGb, nodes, timeLimit }: JobTable, row: number): string =>
  [partition.at(row), ...[gpus, cpus, memoryGb, nodes, timeLimit].map((column) => column.at(row))].join();
