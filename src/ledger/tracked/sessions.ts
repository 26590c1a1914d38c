import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';

/** How far the clocks of Slurm's controller, of a node and of the tracker's server may be apart. FORMATS of W&B, hazard 14. */
export const CLOCK_SECONDS = 120;

/** An attempt that a tracker logged, with what tells where it ran. */
export interface Session {
  readonly attempt: number;
  readonly row: number;
  /** Epoch seconds. */
  readonly start: number;
  readonly end: number;
  /** Short name of its machine, in lower case; `''` when not known. */
  readonly host: string;
}

/** `gpu01` of `GPU01.cluster.example.org`: logs differ in whether they give the domain. An address stays whole; `localhost` is no one machine's name. */
export function shortHost(name: string): string {
  const short = /^[\d.]+$/.test(name) ? name : name.toLowerCase().replace(/\..*$/, '');
  return short === 'localhost' ? '' : short;
}

/** The attempts that a tracker logged, in order. */
export function sessionsOf(table: JobTable, { count, row, start, end }: AttemptColumns): Session[] {
  const sessions: Session[] = [];
  if (table.tracked.length === 0) return sessions;
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    if (!table.tracked.has(at)) continue;
    const host = shortHost(table.nodeList.at(at));
    sessions.push({ attempt, row: at, start: start[attempt] as number, end: end[attempt] as number, host });
  }
  return sessions;
}
