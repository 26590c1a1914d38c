import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { TrackedRun } from '../../model/tracked-run.ts';
import type { Session } from './sessions.ts';

/** Ranks of one training start together. FORMATS of W&B; our own judgement. */
const TOGETHER_SECONDS = 60;

/** Settings that say which rank a process is, not what it trains. */
const RANK_KEYS =
  /(^|[._-])((local|global|node|process|proc)[_-]?)?(rank|procid|localid)$|^(device|gpu|gpu_?id|cuda_?device)$/i;

/** The same on a command line, as launchers add it: `--local_rank=3`. */
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
  const lastOf = new Map<string, Session>();
  const joined = new Map<number, number>();
  const root = (of: number): number => {
    let at = of;
    for (let to = joined.get(at); to !== undefined; to = joined.get(at)) at = to;
    return at;
  };
  const timed = sessions.filter(({ start }) => !Number.isNaN(start));
  const byStart = timed.sort((a, b) => a.start - b.start || a.attempt - b.attempt);
  for (const session of byStart) {
    const key = keyOf(table, session);
    if (key === undefined) continue;
    const before = lastOf.get(key);
    if (before === undefined || !ranTogether(before, session) || areOfTwoSweeps(table, before, session)) {
      lastOf.set(key, session);
      continue;
    }
    const [from, to] = [run[session.attempt] as number, root(run[before.attempt] as number)];
    if (root(from) === to) continue;
    joined.set(root(from), to);
    diagnostics.note('wandb-ranks', 'info', RANKS, table.place(session.row));
  }
  if (joined.size > 0)
    for (let attempt = 0; attempt < run.length; attempt++) run[attempt] = root(run[attempt] as number);
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
  return [tracked.project, together, command, configWithoutRank(tracked.config)].join('\u0000');
}

function configWithoutRank(config: string): string {
  if (config === '') return '';
  const entries = Object.entries(JSON.parse(config) as Record<string, string>);
  return JSON.stringify(entries.filter(([key]) => !RANK_KEYS.test(key)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
