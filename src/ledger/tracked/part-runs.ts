import type { JobTable } from '../../model/job-table.ts';
import { isByName, mayBeOfOneProject } from './same-run.ts';
import type { Session } from './sessions.ts';

/** One run among attempts of one id. */
interface Part {
  readonly run: number;
  readonly rows: number[];
}

/**
 * Parts attempts of one id that are of several runs: someone gave the id again in another project or another sweep (which gives its runs ids of its own), or it is a display name.
 *
 * @param run of each attempt: corrected in place. New numbers are above all that are there
 */
export function partRuns(table: JobTable, sessions: readonly Session[], run: Uint32Array): void {
  const partsOf = new Map<number, Part[]>();
  let unused = run.reduce((most, each) => Math.max(most, each), 0) + 1;
  for (const { attempt, row } of sessions) {
    const joined = run[attempt] as number;
    const parts = partsOf.get(joined) ?? [];
    partsOf.set(joined, parts);
    let part = parts.find(({ rows }) => rows.every((other) => mayBeOfOneRun(table, row, other)));
    if (part === undefined) {
      part = { run: parts.length === 0 ? joined : unused++, rows: [] };
      parts.push(part);
    }
    part.rows.push(row);
    run[attempt] = part.run;
  }
}

function mayBeOfOneRun(table: JobTable, row: number, other: number): boolean {
  if (isByName(table, row) || isByName(table, other)) return false;
  const [one = '', another = ''] = [row, other].map((each) => table.tracked.at(each)?.sweep);
  return mayBeOfOneProject(table, row, other) && (one === '' || another === '' || one === another);
}
