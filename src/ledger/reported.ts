import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Runs } from './join-runs.ts';
import { originOf } from './origin-of.ts';
import { denseRuns } from './tracked/settle-tracked.ts';

/** Of the records of one attempt those of logs, where there are any: what an earlier report made of them adds nothing. */
export function loggedAmong({ reported }: JobTable, rows: readonly number[]): readonly number[] {
  if (reported.length === 0) return rows;
  const logged = rows.filter((row) => !reported.has(row));
  return logged.length === 0 ? rows : logged;
}

/**
 * Joins attempts that an earlier report joined to one run, by what it knew of them: ranks of one training that a tracker logged as runs of their own.
 *
 * @param joined by what is known of their ids
 */
export function joinReported(
  table: JobTable,
  { count, row }: AttemptColumns,
  joined: Runs,
  cluster: (row: number) => number,
): Runs {
  const jobs = new Set<string>();
  for (const at of table.reported.rows()) {
    const job = table.reported.at(at)?.runJob ?? '';
    if (job !== '') jobs.add(job);
  }
  if (jobs.size === 0) return joined;
  const runOf = new Map<string, number>();
  const joinedTo = new Map<number, number>();
  const root = (of: number): number => {
    let at = of;
    for (let to = joinedTo.get(at); to !== undefined; to = joinedTo.get(at)) at = to;
    return at;
  };
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const run = joined.run[attempt] as number;
    const { runJob = '', runOrigin = Number.NaN } = table.reported.at(at) ?? {};
    const first = runJob === '' ? undefined : runOf.get([cluster(at), runJob, runOrigin].join(' '));
    if (first !== undefined && root(run) !== root(first)) joinedTo.set(root(run), root(first));
    const job = table.jobId.at(at);
    if (runJob !== '' || !jobs.has(job)) continue;
    runOf.set([cluster(at), job, Math.floor(originOf(table, at))].join(' '), run);
    runOf.set([cluster(at), job, Number.NaN].join(' '), run);
  }
  return { ...joined, ...denseRuns(joined.run.map(root)) };
}
