import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { jobAt } from '../job-at.ts';
import { byMachine, noteSideBySide, placelessOf } from './placeless.ts';
import type { Session } from './sessions.ts';

const SHARED =
  'tracked runs that ran at the same time on one machine and report the same GPUs, or all that it has: they share them, so that no GPU counts twice';

const RANKS =
  'ranks of one training that each report all GPUs of their machine, which no log names: taken to be on as few machines as have a GPU for each, so that no GPU counts once a rank. If they had more machines, they held more. Show the column Hostname in the runs table and export again, or export with runledger collect wandb';

/**
 * Divides the GPUs of a machine among the tracked runs that ran on it at the same time. A GPU on which processes of several were seen is held by each of these in equal parts; what no
 * process was seen on, by those that report all that the machine shows. A row with its mean part is composed for each.
 *
 * @param sessions that ran in no scheduler's job
 * @param run of each attempt
 */
export function shareMachines(
  table: JobTable,
  attempts: AttemptColumns,
  sessions: readonly Session[],
  run: Uint32Array,
  diagnostics: Diagnostics,
): void {
  const placeless = placelessOf(table, sessions, run);
  const shared = new Set<Session>();
  for (const onHost of [...byHost(table, sessions).values(), ...byMachine(placeless).values()]) {
    if (onHost.length < 2) continue;
    for (const [session, part] of partsOf(table, onHost)) {
      if (part > 1 - 1e-6) continue;
      const [rule, message] = session.host === '' ? ['wandb-ranks-machine', RANKS] : ['gpus-shared', SHARED];
      diagnostics.note(rule, 'warning', message, table.place(session.row));
      shared.add(session);
      attempts.row[session.attempt] = composePart(table, session.row, part);
    }
  }
  noteSideBySide(table, placeless, shared, diagnostics);
}

/** Sessions by machine. Of those that name jobs of Slurm each job has GPUs of its own, and numbers them anew. */
function byHost(table: JobTable, sessions: readonly Session[]): Map<string, Session[]> {
  const hosts = new Map<string, Session[]>();
  for (const session of sessions) {
    const { row, host, start, end } = session;
    const tracked = table.tracked.at(row);
    const mayShare = (tracked?.gpuBasis === 'machine' || tracked?.seenOn !== '') && table.gpus.at(row) > 0;
    if (host === '' || !mayShare || !(end > start)) continue;
    const key = [host, tracked?.slurmCluster, tracked?.slurmJob].join(' ');
    const list = hosts.get(key);
    if (list === undefined) hosts.set(key, [session]);
    else list.push(session);
  }
  return hosts;
}

/** The mean part, 0 to 1, that each session had of the GPUs that it reports. */
function partsOf(table: JobTable, sessions: readonly Session[]): Map<Session, number> {
  const held = new Map<Session, number>();
  const active = new Set<Sharing>();
  const sharingOf = new Map(sessions.map((session) => [session, sharing(table, session)]));
  let now = Number.NaN;
  for (const { at, session } of edgesOf(sessions)) {
    if (at > now) addHeld(active, at - now, held);
    now = at;
    const each = sharingOf.get(session) as Sharing;
    if (!active.delete(each)) active.add(each);
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

/** What a session reports of the GPUs of its machine. */
interface Sharing {
  readonly session: Session;
  readonly gpus: number;
  /** Those on which its processes were seen; none where it reports all. */
  readonly seenOn: readonly string[];
}

function sharing({ tracked, gpus }: JobTable, session: Session): Sharing {
  const seenOn = tracked.at(session.row)?.seenOn ?? '';
  return { session, gpus: gpus.at(session.row), seenOn: seenOn === '' ? [] : seenOn.split(',') };
}

/** The machine has as many GPUs as the run that reports most; those on which no one was seen are held in proportion to what each of the others reports. */
function addHeld(active: ReadonlySet<Sharing>, seconds: number, held: Map<Session, number>): void {
  const holders = new Map<string, number>();
  let [most, sum] = [0, 0];
  for (const { gpus, seenOn } of active) {
    for (const gpu of seenOn) holders.set(gpu, (holders.get(gpu) ?? 0) + 1);
    if (seenOn.length > 0) continue;
    most = Math.max(most, gpus);
    sum += gpus;
  }
  const rest = Math.max(0, most - holders.size) / sum;
  for (const { session, gpus, seenOn } of active) {
    const onSeen = seenOn.reduce((parts, gpu) => parts + 1 / (holders.get(gpu) as number), 0) / gpus;
    held.set(session, (held.get(session) ?? 0) + seconds * (seenOn.length > 0 ? onSeen : rest));
  }
}

function composePart(table: JobTable, row: number, part: number): number {
  const job = jobAt(table, row);
  const gpuTypes = job.gpuTypes.replace(/=([\d.e-]+)(?=,|$)/g, (_, count: string) => `=${Number(count) * part}`);
  const gpuEnergyJoules = job.gpuEnergyJoules * part;
  return table.compose({ ...job, gpus: job.gpus * part, gpuTypes, gpuEnergyJoules }, table.file.at(row));
}
