import { stateOf } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import { type JobsOfRows, rowsByJob } from './rows-of-jobs.ts';

/** Whether a record is of a job that waited when it was written. Its start, if it has one, is when it is expected to start, or when the log was written (`sacct --truncate`). What trackers and earlier reports say stands. */
export const isWaiting = ({ state, elapsed, tracked, reported }: JobTable, row: number): boolean =>
  stateOf(state.code(row)) === 'pending' && !(elapsed.at(row) > 0) && !tracked.has(row) && !reported.has(row);

/** Finds for the record of a waiting job one of the attempt that it waited for: the first to start after all that the same file has of the job. −1 where none started. */
export function startsAfterWaiting(table: JobTable, jobs: JobsOfRows): (row: number) => number {
  const { start, file, files } = table;
  const { job } = jobs;
  const waits = new Uint8Array(jobs.jobs);
  for (let row = 0; row < job.length; row++) if (isWaiting(table, row)) waits[job[row] as number] = 1;
  const hasStarted = (row: number): boolean =>
    waits[job[row] as number] === 1 && !isWaiting(table, row) && !Number.isNaN(start.at(row));
  const startedOf = rowsByJob(jobs, hasStarted);
  const inOrder = new Map<number, Uint32Array>();
  const lastInFile = new Map<number, number>();
  const keyOf = (row: number): number => (job[row] as number) * files.length + file.at(row);
  for (let row = 0; row < job.length; row++) {
    if (!hasStarted(row)) continue;
    const last = lastInFile.get(keyOf(row)) ?? Number.NEGATIVE_INFINITY;
    lastInFile.set(keyOf(row), Math.max(last, start.at(row)));
  }
  return (row) => {
    const of = job[row] as number;
    const started = inOrder.get(of) ?? startedOf(of).sort((a, b) => start.at(a) - start.at(b) || a - b);
    inOrder.set(of, started);
    const last = lastInFile.get(keyOf(row)) ?? Number.NEGATIVE_INFINITY;
    let [low, high] = [0, started.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (start.at(started[middle] as number) > last) high = middle;
      else low = middle + 1;
    }
    return started[low] ?? -1;
  };
}
