import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { TrackedRun } from '../../model/tracked-run.ts';
import { countFromZero, settingsOf, settingsWithoutRank } from './rank-keys.ts';
import type { Session } from './sessions.ts';

/** Ranks of one training start together. FORMATS of W&B; our own judgement. */
const TOGETHER_SECONDS = 60;

/** What says on a command line which rank a process is, as launchers add it: `--local_rank=3`. */
const RANK_OPTION = /\s--?(?:(?:local|global|node)[_-])?rank[=\s]\d+/g;

const RANKS = 'ranks of one distributed training, each logged as a run of its own: one run';

/**
 * Joins the ranks of a distributed training into one run: they share a group or a Slurm job, start within a minute of each other, run at the same time, and have the same
 * command and hyperparameters.
 *
 * @param run of each attempt: corrected in place; numbers of runs that were joined to others are no longer used
 */
export function joinRanks(
  table: JobTable,
  sessions: readonly Session[],
  run: Uint32Array,
  diagnostics: Diagnostics,
): void {
  const joined = new Map<number, number>();
  const root = (of: number): number => {
    let at = of;
    for (let to = joined.get(at); to !== undefined; to = joined.get(at)) at = to;
    return at;
  };
  for (const together of startedTogether(table, sessions)) {
    if (together.length < 2 || !countFromZero(together.map(({ row }) => settingsOf(table, row)))) continue;
    const to = root(run[(together[0] as Session).attempt] as number);
    for (const { attempt, row } of together) {
      const from = root(run[attempt] as number);
      if (from === to) continue;
      joined.set(from, to);
      diagnostics.note('wandb-ranks', 'info', RANKS, table.place(row));
    }
  }
  if (joined.size > 0)
    for (let attempt = 0; attempt < run.length; attempt++) run[attempt] = root(run[attempt] as number);
}

/** Sessions that may be the ranks of one training, each set in order of their start. */
function startedTogether(table: JobTable, sessions: readonly Session[]): Iterable<Session[]> {
  const found: Session[][] = [];
  const lastOf = new Map<string, Session[]>();
  const timed = sessions.filter(({ start }) => !Number.isNaN(start));
  for (const session of timed.sort((a, b) => a.start - b.start || a.attempt - b.attempt)) {
    const key = keyOf(table, session);
    if (key === undefined) continue;
    const before = lastOf.get(key);
    const first = before?.[0];
    if (first === undefined || !ranTogether(first, session) || areOfTwoSweeps(table, first, session)) {
      const next = [session];
      lastOf.set(key, next);
      found.push(next);
    } else before?.push(session);
  }
  return found;
}

const ranTogether = (before: Session, { start }: Session): boolean =>
  start - before.start <= TOGETHER_SECONDS && before.end >= start;

/** The rank that a sweep's agent started may be the only one that knows of the sweep. */
function areOfTwoSweeps({ tracked }: JobTable, before: Session, session: Session): boolean {
  const [one = '', other = ''] = [before, session].map(({ row }) => tracked.at(row)?.sweep);
  return one !== '' && other !== '' && one !== other;
}

/** With whom a session ran and what it did; undefined when nothing says that it ran with others: the same program may run twice on one machine. */
function keyOf(table: JobTable, { row }: Session): string | undefined {
  const tracked = table.tracked.at(row) as TrackedRun;
  if (tracked.slurmJob === '' && tracked.group === '') return undefined;
  const together =
    tracked.slurmJob !== '' ? `job ${tracked.slurmJob} ${tracked.slurmCluster}` : `group ${tracked.group}`;
  const command = table.command.at(row).replace(RANK_OPTION, '');
  return [tracked.project, together, command, settingsWithoutRank(table, row)].join('\u0000');
}
