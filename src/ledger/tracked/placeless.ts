import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import { machinesOfRanks } from './rank-machines.ts';
import { CLOCK_SECONDS, type Session } from './sessions.ts';

/** A session that reports all GPUs of its machine, where no log tells which machine that was. */
export interface Placeless {
  readonly session: Session;
  readonly run: number;
  /** Which of the machines of its run. */
  readonly machine: number;
}

const SIDE_BY_SIDE =
  'tracked runs that report all GPUs of their machine, which no log names, and ran at the same time as others that report the same: an upper bound, each is taken to have had a machine of its own, and GPUs count twice where they shared one. Show the column Hostname in the runs table and export again, or export with runledger collect wandb';

export function placelessOf(table: JobTable, sessions: readonly Session[], run: Uint32Array): Placeless[] {
  const ofRun = new Map<number, Session[]>();
  for (const session of sessions) {
    const { row, host, attempt, start, end } = session;
    if (host !== '' || !(end > start) || !(table.gpus.at(row) > 0)) continue;
    if (table.tracked.at(row)?.gpuBasis !== 'machine') continue;
    const number = run[attempt] as number;
    const known = ofRun.get(number);
    if (known === undefined) ofRun.set(number, [session]);
    else known.push(session);
  }
  return [...ofRun].flatMap(([number, ofOne]) => {
    const machines = machinesOfRanks(table, ofOne.sort(byStart));
    return ofOne.map((session) => ({ session, run: number, machine: machines.get(session) as number }));
  });
}

const byStart = (a: Session, b: Session): number => a.start - b.start || a.attempt - b.attempt;

/** Sessions of each machine. */
export function byMachine(placeless: readonly Placeless[]): Map<string, Session[]> {
  const machines = new Map<string, Session[]>();
  for (const { session, run, machine } of placeless) {
    const key = `${run} ${machine}`;
    const known = machines.get(key);
    if (known === undefined) machines.set(key, [session]);
    else known.push(session);
  }
  return machines;
}

/**
 * Says which runs may have shared a machine with another that reports the same GPUs. A job of Slurm has GPUs of its own.
 *
 * @param shared ranks that share a machine already: of one run they are side by side as they should
 */
export function noteSideBySide(
  table: JobTable,
  placeless: readonly Placeless[],
  shared: ReadonlySet<Session>,
  diagnostics: Diagnostics,
): void {
  const alike = new Map<string, Owned[]>();
  for (const { session, run } of placeless) {
    const { row, attempt } = session;
    if (table.gpus.at(row) < 2 || table.tracked.at(row)?.slurmJob !== '') continue;
    const key = `${table.gpus.at(row)} ${table.gpuTypes.at(row)}`;
    const owned = { session, owner: shared.has(session) ? `run ${run}` : `attempt ${attempt}` };
    const known = alike.get(key);
    if (known === undefined) alike.set(key, [owned]);
    else known.push(owned);
  }
  for (const owned of alike.values()) {
    for (const { row } of besideOthers(owned))
      diagnostics.note('wandb-gpus-side-by-side', 'warning', SIDE_BY_SIDE, table.place(row));
  }
}

interface Owned {
  readonly session: Session;
  readonly owner: string;
}

/** Those that ran at the same time as one of another owner, clocks considered, in order of their start. */
function besideOthers(owned: readonly Owned[]): Session[] {
  const inOrder = [...owned].sort((a, b) => byStart(a.session, b.session));
  const found = new Set<Session>();
  const ends = new MostOfOthers();
  for (const { session, owner } of inOrder) {
    if (ends.before(owner) - session.start > CLOCK_SECONDS) found.add(session);
    ends.add(owner, session.end);
  }
  const starts = new MostOfOthers();
  for (const { session, owner } of inOrder.reverse()) {
    if (session.end + starts.before(owner) > CLOCK_SECONDS) found.add(session);
    starts.add(owner, -session.start);
  }
  return inOrder.reverse().flatMap(({ session }) => (found.has(session) ? [session] : []));
}

/** The greatest number so far that is not of a given owner. */
class MostOfOthers {
  #first = { owner: '', most: Number.NEGATIVE_INFINITY };
  #second = this.#first;

  before(owner: string): number {
    return this.#first.owner === owner ? this.#second.most : this.#first.most;
  }

  add(owner: string, number: number): void {
    if (owner === this.#first.owner) this.#first = { owner, most: Math.max(number, this.#first.most) };
    else if (number > this.#first.most) [this.#first, this.#second] = [{ owner, most: number }, this.#first];
    else if (number > this.#second.most) this.#second = { owner, most: number };
  }
}
