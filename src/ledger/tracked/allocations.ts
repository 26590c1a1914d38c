import { expandHosts } from '../../model/host-list.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { NestingRule } from '../../model/ledger.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { BusyTimes } from './busy-times.ts';
import { JobsOfHost } from './jobs-of-host.ts';
import { NamedJobs } from './named-jobs.ts';
import { closestOf } from './overlaps.ts';
import { type Session, shortHost } from './sessions.ts';

/** Where a tracked run ran, and how sure that is. */
export interface Place {
  readonly attempt: number;
  readonly rule: NestingRule;
  readonly confidence: number;
  /** False where the job that the run names ran at another time, by the clocks of the logs. */
  readonly isAtItsTime: boolean;
}

/** By rule and by how many jobs could be meant. Our own judgement, not calibrated on labelled logs. */
const CONFIDENCE = { job: 1, elsewhen: 0.8, user: 0.9, host: 0.6, oneOfSeveral: 0.5 };

/** In a container this is everyone's name. */
const CONTAINER_USER = 'root';

/** Finds the scheduler's job in which a tracked run ran. */
export class Allocations {
  readonly #table: JobTable;
  readonly #attempts: AttemptColumns;
  readonly #named: NamedJobs;
  #byHost: Map<string, JobsOfHost> | undefined;
  /** When jobs ran, by whether all could be meant and by user. */
  readonly #busy = new Map<string, BusyTimes>();
  #users: ReadonlySet<string> | undefined;

  /** @param named ids of the jobs that any run names */
  constructor(table: JobTable, attempts: AttemptColumns, named: ReadonlySet<string>) {
    this.#table = table;
    this.#attempts = attempts;
    this.#named = new NamedJobs(table, attempts, named);
  }

  /** Undefined when it ran in no job that the logs have. */
  placeOf(session: Session): Place | undefined {
    const tracked = this.#table.tracked.at(session.row);
    if (tracked === undefined || tracked.slurmJob === '') return this.#byHostAndTime(session);
    const named = this.#named.of(session, tracked);
    if (named === undefined) return undefined;
    return { ...named, rule: 'slurm-job', confidence: named.isAtItsTime ? CONFIDENCE.job : CONFIDENCE.elsewhen };
  }

  /**
   * Why a run that was found in no job may have been in one all the same: `machine` where it ran on one that jobs held at other times; `unknown` where jobs ran at its time
   * and the logs do not tell on which machine, or on which it ran.
   */
  doubtAbout(session: Session): 'machine' | 'unknown' | undefined {
    this.#byHost ??= this.#indexHosts();
    if (session.host !== '' && this.#byHost.has(session.host)) return 'machine';
    return this.#busyFor(session).cover(session) ? 'unknown' : undefined;
  }

  /** When jobs ran that may have been on the machine of a session, and may have been its user's. */
  #busyFor(session: Session): BusyTimes {
    const user = this.#table.user.at(session.row);
    const isUser = this.#isUserOfMachine(session, user);
    const isAnywhere = session.host === '';
    const key = [isAnywhere, isUser ? user : ''].join(' ');
    const known = this.#busy.get(key);
    if (known !== undefined) return known;
    const possible = this.#jobs().filter(
      (attempt) =>
        (isAnywhere || this.#nodesOf(attempt) === '') && (!isUser || ['', user].includes(this.#userOf(attempt))),
    );
    const busy = new BusyTimes(possible, this.#attempts);
    this.#busy.set(key, busy);
    return busy;
  }

  #byHostAndTime(session: Session): Place | undefined {
    if (session.host === '') return undefined;
    this.#byHost ??= this.#indexHosts();
    const candidates = this.#ofItsUser(session, this.#byHost.get(session.host)?.holding(session) ?? []);
    const attempt = closestOf(this.#attempts, candidates, session, 0);
    if (attempt === undefined) return undefined;
    const isOfUser = this.#userOf(attempt) !== '' && this.#userOf(attempt) === this.#table.user.at(session.row);
    const alone = isOfUser ? CONFIDENCE.user : CONFIDENCE.host;
    return {
      ...{ attempt, rule: isOfUser ? 'host-time-user' : 'host-time', isAtItsTime: true },
      confidence: candidates.length === 1 ? alone : CONFIDENCE.oneOfSeveral,
    };
  }

  /** Jobs of the user of a session; without any, those that its user does not speak against. */
  #ofItsUser(session: Session, attempts: readonly number[]): readonly number[] {
    const user = this.#table.user.at(session.row);
    const own = attempts.filter((attempt) => this.#userOf(attempt) === user && user !== '');
    if (own.length > 0) return own;
    return this.#isUserOfMachine(session, user) ? attempts.filter((attempt) => this.#userOf(attempt) === '') : attempts;
  }

  /** An export may give the account on the tracker's server, which is no user of a cluster unless jobs are of the same name. */
  #isUserOfMachine({ row }: Session, user: string): boolean {
    if (user === '' || user === CONTAINER_USER) return false;
    if (this.#table.tracked.at(row)?.isWhole !== true) return true;
    this.#users ??= new Set(this.#jobs().map((attempt) => this.#userOf(attempt)));
    return this.#users.has(user);
  }

  #userOf(attempt: number): string {
    return this.#table.user.at(this.#attempts.row[attempt] as number);
  }

  #nodesOf(attempt: number): string {
    return this.#table.nodeList.at(this.#attempts.row[attempt] as number);
  }

  /** The scheduler's jobs that ran. */
  #jobs(): number[] {
    const { count, row, wall } = this.#attempts;
    const { tracked } = this.#table;
    return Array.from({ length: count }, (_, attempt) => attempt).filter(
      (attempt) => (wall[attempt] as number) > 0 && !tracked.has(row[attempt] as number),
    );
  }

  #indexHosts(): Map<string, JobsOfHost> {
    const hosts = new Map<string, number[]>();
    for (const attempt of this.#jobs()) {
      for (const name of expandHosts(this.#nodesOf(attempt))) {
        const list = hosts.get(shortHost(name));
        if (list === undefined) hosts.set(shortHost(name), [attempt]);
        else list.push(attempt);
      }
    }
    return new Map([...hosts].map(([host, list]) => [host, new JobsOfHost(list, this.#attempts)]));
  }
}
