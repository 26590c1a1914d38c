import type { JobTable } from '../../model/job-table.ts';
import { type RankKind, rankIn, settingsOf } from './rank-keys.ts';
import type { Session } from './sessions.ts';

/** A process of a training: all sessions of one id. */
interface Rank {
  readonly sessions: readonly Session[];
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * The machines on which ranks of one training ran, where no log tells them: a name for each, the same for those that are taken to have shared one. What their settings say of nodes,
 * local ranks and global ranks counts; else as few machines as have a GPU for each rank. A run of one process has its machine alone.
 *
 * @param sessions of one run, by their start
 */
export function machinesOfRanks(table: JobTable, sessions: readonly Session[]): Map<Session, number> {
  const ranks = ranksIn(table, sessions);
  const gpus = sessions.reduce((most, { row }) => Math.max(most, table.gpus.at(row)), 1);
  const machines = numbersOf(ranks, 'node') ?? byLocalRank(ranks) ?? byGlobalRank(ranks, gpus) ?? inOrder(ranks, gpus);
  return new Map(
    ranks.flatMap((rank, index) => rank.sessions.map((session) => [session, machines[index] as number] as const)),
  );
}

function ranksIn(table: JobTable, sessions: readonly Session[]): Rank[] {
  const byId = new Map<string, Session[]>();
  for (const session of sessions) {
    const id = [table.jobId.at(session.row), table.jobIdRaw.at(session.row)].join('\u0000');
    const known = byId.get(id);
    if (known === undefined) byId.set(id, [session]);
    else known.push(session);
  }
  return [...byId.values()].map((all) => ({ sessions: all, settings: settingsOf(table, (all[0] as Session).row) }));
}

/** What the settings of each rank say; undefined where not all do. */
function numbersOf(ranks: readonly Rank[], kind: RankKind): readonly number[] | undefined {
  const numbers = ranks.map(({ settings }) => rankIn(settings, kind));
  return numbers.some(Number.isNaN) ? undefined : numbers;
}

/** Ranks that have one number on their machines are on different ones. */
function byLocalRank(ranks: readonly Rank[]): readonly number[] | undefined {
  const seen = new Map<number, number>();
  return numbersOf(ranks, 'local')?.map((local) => {
    const before = seen.get(local) ?? 0;
    seen.set(local, before + 1);
    return before;
  });
}

/** Launchers fill one machine after the other. Numbers that are not each of one rank tell nothing. */
function byGlobalRank(ranks: readonly Rank[], gpus: number): readonly number[] | undefined {
  const numbers = numbersOf(ranks, 'global');
  if (numbers === undefined || new Set(numbers).size < numbers.length) return undefined;
  return numbers.map((rank) => Math.floor(rank / gpus));
}

const inOrder = (ranks: readonly Rank[], gpus: number): readonly number[] => {
  const machines = Math.ceil(ranks.length / gpus);
  return ranks.map((_, index) => Math.floor((index * machines) / ranks.length));
};
