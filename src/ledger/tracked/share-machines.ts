import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { jobAt } from '../job-at.ts';
import type { Session } from './sessions.ts';

const SHARED =
  'tracked runs that ran at the same time on one machine and each report all of its GPUs: they share them, so that no GPU counts twice';

/**
 * Divides the GPUs of a machine among the tracked runs that ran on it at the same time and each report all that the machine shows: at any moment each holds an equal part. A row
 * with its mean part is composed for each.
 *
 * @param sessions that ran in no scheduler's job
 */
export function shareMachines(
  table: JobTable,
  attempts: AttemptColumns,
  sessions: readonly Session[],
  diagnostics: Diagnostics,
): void {
  for (const onHost of byHost(table, sessions).values()) {
    if (onHost.length < 2) continue;
    for (const [session, part] of partsOf(table, onHost)) {
      if (part > 1 - 1e-6) continue;
      diagnostics.note('gpus-shared', 'warning', SHARED, table.place(session.row));
      attempts.row[session.attempt] = composePart(table, session.row, part);
    }
  }
}

function byHost(table: JobTable, sessions: readonly Session[]): Map<string, Session[]> {
  const hosts = new Map<string, Session[]>();
  for (const session of sessions) {
    const { row, host, start, end } = session;
    const reportsAll = table.tracked.at(row)?.gpuBasis === 'machine' && table.gpus.at(row) > 0;
    if (host === '' || !reportsAll || !(end > start)) continue;
    const list = hosts.get(host);
    if (list === undefined) hosts.set(host, [session]);
    else list.push(session);
  }
  return hosts;
}

/** The mean part, 0 to 1, that each session had of the GPUs that it reports. */
function partsOf(table: JobTable, sessions: readonly Session[]): Map<Session, number> {
  const held = new Map<Session, number>();
  const active = new Set<Session>();
  let now = Number.NaN;
  for (const { at, session } of edgesOf(sessions)) {
    if (at > now) addHeld(table, active, at - now, held);
    now = at;
    if (!active.delete(session)) active.add(session);
  }
  return new Map([...held].map(([session, seconds]) => [session, seconds / (session.end - session.start)]));
}

/** Starts and ends in order; of equal times the ends first. */
function edgesOf(sessions: readonly Session[]): { at: number; session: Session }[] {
  const edges = sessions.flatMap((session) => [
    { at: session.start, isStart: 1, session },
    { at: session.end, isStart: 0, session },
  ]);
  return edges.sort((a, b) => a.at - b.at || a.isStart - b.isStart || a.session.attempt - b.session.attempt);
}

/** The machine has as many GPUs as the run that reports most; each run holds them in proportion to what it reports. */
function addHeld(table: JobTable, active: ReadonlySet<Session>, seconds: number, held: Map<Session, number>): void {
  let [most, sum] = [0, 0];
  for (const { row } of active) {
    most = Math.max(most, table.gpus.at(row));
    sum += table.gpus.at(row);
  }
  for (const session of active) held.set(session, (held.get(session) ?? 0) + (seconds * most) / sum);
}

function composePart(table: JobTable, row: number, part: number): number {
  const job = jobAt(table, row);
  const gpuTypes = job.gpuTypes.replace(/=([\d.e-]+)(?=,|$)/g, (_, count: string) => `=${Number(count) * part}`);
  const gpuEnergyJoules = job.gpuEnergyJoules * part;
  return table.compose({ ...job, gpus: job.gpus * part, gpuTypes, gpuEnergyJoules }, table.file.at(row));
}
