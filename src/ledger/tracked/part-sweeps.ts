import type { JobTable } from '../../model/job-table.ts';
import type { Session } from './sessions.ts';

/**
 * Parts sessions of one id that a tracker put into different sweeps: a sweep gives its runs ids of its own, so someone gave the id again. What is in no sweep stays with the first.
 *
 * @param run of each attempt: corrected in place. New numbers are above all that are there
 */
export function partSweeps(table: JobTable, sessions: readonly Session[], run: Uint32Array): void {
  const runOf = new Map<number, Map<string, number>>();
  let unused = run.reduce((most, each) => Math.max(most, each), 0) + 1;
  for (const { attempt, row } of sessions) {
    const sweep = table.tracked.at(row)?.sweep ?? '';
    if (sweep === '') continue;
    const joined = run[attempt] as number;
    const bySweep = runOf.get(joined) ?? new Map<string, number>();
    runOf.set(joined, bySweep);
    const number = bySweep.get(sweep) ?? (bySweep.size === 0 ? joined : unused++);
    bySweep.set(sweep, number);
    run[attempt] = number;
  }
}
