import { expandHosts } from '../../model/host-list.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { TrackedRun } from '../../model/tracked-run.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { LONGEST_PAUSE_SECONDS } from '../longest-pause.ts';
import { closestOf } from './overlaps.ts';
import { type Session, shortHost } from './sessions.ts';

/** Zones are at most this far apart. A job that is named and ran so near ran by another clock: a log in local time was read as UTC. */
const ZONES_SECONDS = 26 * 3600;

/** The job that a run names, and whether it ran at the time of the run. */
export interface NamedJob {
  readonly attempt: number;
  readonly isAtItsTime: boolean;
}

/** `125` of `125+1`: a component of a heterogeneous job knows the id of the whole. */
const wholeJob = (id: string): string => id.replace(/\+\d+$/, '');

/** Finds the jobs that tracked runs name, by the ids that Slurm's environment told them. */
export class NamedJobs {
  readonly #table: JobTable;
  readonly #attempts: AttemptColumns;
  readonly #byId = new Map<string, number[]>();

  /** @param ids those that any run names: one pass over all attempts, whatever the number of runs */
  constructor(table: JobTable, attempts: AttemptColumns, ids: ReadonlySet<string>) {
    this.#table = table;
    this.#attempts = attempts;
    if (ids.size > 0) this.#index(ids);
  }

  #index(ids: ReadonlySet<string>): void {
    const { jobId, jobIdRaw, tracked } = this.#table;
    const { count, row } = this.#attempts;
    for (let attempt = 0; attempt < count; attempt++) {
      const at = row[attempt] as number;
      const id = jobIdRaw.size(at) > 0 ? jobIdRaw.at(at) : wholeJob(jobId.at(at));
      if (!ids.has(id) || tracked.has(at)) continue;
      const list = this.#byId.get(id);
      if (list === undefined) this.#byId.set(id, [attempt]);
      else list.push(attempt);
    }
  }

  /**
   * The attempt of the named job at the time of a session, on its machine where there are several (requeues, components, clusters). Else the nearest that its machine does not speak
   * against: a run as a whole may have gone on in that job much later, and the clocks of the logs may be of two zones.
   */
  of(session: Session, tracked: TrackedRun): NamedJob | undefined {
    const { slurmJob, slurmTask, slurmCluster } = tracked;
    const known = [slurmJob, slurmTask].map((id) => this.#onCluster(this.#byId.get(id) ?? [], slurmCluster));
    const ofJob = known.find((attempts) => attempts.length > 0) ?? [];
    const there = ofJob.filter((attempt) => this.#isOn(attempt, session.host) !== false);
    const onItsMachine = ofJob.filter((attempt) => this.#isOn(attempt, session.host) === true);
    if (Number.isNaN(session.start)) return found(onItsMachine.at(-1) ?? ofJob.at(-1), true);
    const nearest = (attempts: readonly number[], furthest: number): number | undefined =>
      closestOf(this.#attempts, attempts, session, furthest);
    const atItsTime = nearest(onItsMachine, 0) ?? nearest(ofJob, 0);
    if (atItsTime !== undefined) return found(atItsTime, true);
    return found(nearest(there, tracked.isWhole ? LONGEST_PAUSE_SECONDS : ZONES_SECONDS), false);
  }

  /** A log without the name of its cluster, and a run that does not know it, can be of any. */
  #onCluster(attempts: readonly number[], cluster: string): readonly number[] {
    return attempts.filter((attempt) => {
      const named = this.#table.cluster.at(this.#attempts.row[attempt] as number);
      return named === '' || cluster === '' || named === cluster;
    });
  }

  /** Undefined when the machine of either is not known. */
  #isOn(attempt: number, host: string): boolean | undefined {
    const nodes = this.#table.nodeList.at(this.#attempts.row[attempt] as number);
    return host === '' || nodes === '' ? undefined : expandHosts(nodes).map(shortHost).includes(host);
  }
}

const found = (attempt: number | undefined, isAtItsTime: boolean): NamedJob | undefined =>
  attempt === undefined ? undefined : { attempt, isAtItsTime };
