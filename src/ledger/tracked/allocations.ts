import { expandHosts } from '../../model/host-list.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { NestingRule } from '../../model/ledger.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { JobsOfHost } from './jobs-of-host.ts';
import { CLOCK_SECONDS, type Session, shortHost } from './sessions.ts';

/** Where a tracked run ran, and how sure that is. */
export interface Place {
  readonly attempt: number;
  readonly rule: NestingRule;
  readonly confidence: number;
}

/** By rule and by how many jobs could be meant. Our own judgement, not calibrated on labelled logs. */
const CONFIDENCE = { job: 1, user: 0.9, host: 0.6, oneOfSeveral: 0.5 };

/** Finds the scheduler's job in which a tracked run ran. */
export class Allocations {
  readonly #table: JobTable;
  readonly #attempts: AttemptColumns;
  readonly #byJob = new Map<string, number[]>();
  #byHost: Map<string, JobsOfHost> | undefined;

  constructor(table: JobTable, attempts: AttemptColumns) {
    this.#table = table;
    this.#attempts = attempts;
  }

  /** Undefined when it ran in no job that the logs have. */
  placeOf(session: Session): Place | undefined {
    const tracked = this.#table.tracked.at(session.row);
    const job = tracked?.slurmJob ?? '';
    if (job === '') return this.#byHostAndTime(session);
    const known = this.#byJob.get(job) ?? this.#byJob.get(tracked?.slurmTask ?? '') ?? [];
    const ofJob = known.filter((each) => this.#isOnCluster(each, tracked?.slurmCluster ?? ''));
    const attempt = Number.isNaN(session.start) ? ofJob.at(-1) : this.#closest(ofJob, session);
    return attempt === undefined ? undefined : { attempt, rule: 'slurm-job', confidence: CONFIDENCE.job };
  }

  /** Prepares for the ids of these jobs: one pass over all attempts, whatever the number of sessions. */
  index(jobs: ReadonlySet<string>): void {
    const { jobId, jobIdRaw, tracked } = this.#table;
    const { count, row } = this.#attempts;
    for (let attempt = 0; attempt < count; attempt++) {
      const at = row[attempt] as number;
      const id = jobIdRaw.size(at) > 0 ? jobIdRaw.at(at) : jobId.at(at);
      if (!jobs.has(id) || tracked.has(at)) continue;
      const list = this.#byJob.get(id);
      if (list === undefined) this.#byJob.set(id, [attempt]);
      else list.push(attempt);
    }
  }

  /** A log without the name of its cluster, and a run that does not know it, can be of any. */
  #isOnCluster(attempt: number, cluster: string): boolean {
    const named = this.#table.cluster.at(this.#attempts.row[attempt] as number);
    return named === '' || cluster === '' || named === cluster;
  }

  #byHostAndTime(session: Session): Place | undefined {
    if (session.host === '') return undefined;
    this.#byHost ??= this.#indexHosts();
    const user = this.#table.user.at(session.row);
    const fitting = this.#byHost.get(session.host)?.holding(session) ?? [];
    const ofUser = fitting.filter((attempt) => this.#userOf(attempt) === user && user !== '');
    const candidates =
      ofUser.length > 0 ? ofUser : fitting.filter((attempt) => [user, this.#userOf(attempt)].includes(''));
    const attempt = this.#closest(candidates, session);
    if (attempt === undefined) return undefined;
    const rule = ofUser.length > 0 ? 'host-time-user' : 'host-time';
    const alone = ofUser.length > 0 ? CONFIDENCE.user : CONFIDENCE.host;
    return { attempt, rule, confidence: candidates.length === 1 ? alone : CONFIDENCE.oneOfSeveral };
  }

  #userOf(attempt: number): string {
    return this.#table.user.at(this.#attempts.row[attempt] as number);
  }

  #indexHosts(): Map<string, JobsOfHost> {
    const table = this.#table;
    const { count, row, wall } = this.#attempts;
    const hosts = new Map<string, number[]>();
    for (let attempt = 0; attempt < count; attempt++) {
      const at = row[attempt] as number;
      if (!((wall[attempt] as number) > 0) || table.tracked.has(at)) continue;
      for (const name of expandHosts(table.nodeList.at(at))) {
        const list = hosts.get(shortHost(name));
        if (list === undefined) hosts.set(shortHost(name), [attempt]);
        else list.push(attempt);
      }
    }
    return new Map([...hosts].map(([host, list]) => [host, new JobsOfHost(list, this.#attempts)]));
  }

  /** Of attempts that ran at the time of a session the one that it overlaps most; of several such the one that started last before it. */
  #closest(attempts: readonly number[], session: Session): number | undefined {
    const { start } = this.#attempts;
    const overlaps = attempts.map((attempt) => [attempt, this.#overlap(attempt, session)] as const);
    const fitting = overlaps.filter(([, overlap]) => overlap >= 0);
    fitting.sort(([a, x], [b, y]) => y - x || (start[b] as number) - (start[a] as number) || a - b);
    return fitting[0]?.[0];
  }

  /** Seconds that both ran; negative when they did not, clocks considered. */
  #overlap(attempt: number, session: Session): number {
    const { start, end } = this.#attempts;
    const from = Math.max(session.start, (start[attempt] as number) - CLOCK_SECONDS);
    return Math.min(session.end, (end[attempt] as number) + CLOCK_SECONDS) - from;
  }
}
