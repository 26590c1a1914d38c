import type { Diagnostics } from '../model/diagnostic.ts';
import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { ReportedAttempt } from '../model/reported-attempt.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import type { Runs } from './join-runs.ts';
import { originOf } from './origin-of.ts';
import { RowIndex } from './row-index.ts';
import type { IsSelected } from './select-attempts.ts';
import { denseRuns } from './tracked/settle-tracked.ts';

/**
 * Of the records of one attempt those of logs, where there are any: what an earlier report made of them adds nothing. Those of reports, where all logs were written before the attempt
 * ended and a report after it.
 */
export function firstHandAmong(table: JobTable, rows: readonly number[]): readonly number[] {
  if (table.reported.length === 0) return rows;
  const isFinal = (row: number): boolean => !isOpen(table.stateAt(row));
  const logged = rows.filter((row) => !table.reported.has(row));
  const reported = rows.filter((row) => table.reported.has(row));
  const isOutdated = !logged.some(isFinal) && reported.some(isFinal);
  return logged.length === 0 || isOutdated ? reported : logged;
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
    if (table.reported.continues(at)) jobs.add(table.reported.at(at)?.runJob ?? '');
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
    if (table.reported.continues(at)) {
      const { runJob, runOrigin } = table.reported.at(at) as ReportedAttempt;
      const first = runOf.get([cluster(at), runJob, runOrigin].join(' '));
      if (first !== undefined && root(run) !== root(first)) joinedTo.set(root(run), root(first));
      continue;
    }
    const job = table.jobId.at(at);
    if (!jobs.has(job)) continue;
    runOf.set([cluster(at), job, Math.floor(originOf(table, at))].join(' '), run);
    runOf.set([cluster(at), job, Number.NaN].join(' '), run);
  }
  if (joinedTo.size === 0) return joined;
  return { ...joined, ...denseRuns(joined.run.map(root)) };
}

const TWICE =
  'attempts of a jobs.csv with the id, submission and duration of an attempt of the logs, on a cluster of another name, as in a report with --redact: probably the same, and counted twice. Leave one of the two out';

/** Warns of what may be counted twice: a report without names does not say of which cluster its attempts are. */
export function noteReportedTwice(
  table: JobTable,
  { count, head, row, wall }: AttemptColumns,
  { ids, origin }: Identity,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  if (table.reported.length === 0) return;
  const isReported = (attempt: number): boolean => table.reported.has(row[attempt] as number);
  const index = new RowIndex(count);
  const hashOf = (record: number): number => ids.hash(record) ^ Math.imul(origin(record), 0x85ebca6b);
  const slotOf = (attempt: number): number => {
    const record = head[attempt] as number;
    return index.slot(hashOf(record), (other) => {
      const same = head[other] as number;
      return Object.is(origin(same), origin(record)) && wall[other] === wall[attempt] && ids.same(same, record);
    });
  };
  for (let attempt = 0; attempt < count; attempt++) {
    if (!isReported(attempt)) index.set(slotOf(attempt), attempt, hashOf(head[attempt] as number));
  }
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    if (!isReported(attempt) || index.at(slotOf(attempt)) === -1 || !isSelected(at)) continue;
    diagnostics.note('reported-twice', 'warning', TWICE, table.place(at));
  }
}
