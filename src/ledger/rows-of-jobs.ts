import type { RawIds } from './raw-ids.ts';
import { RowIndex } from './row-index.ts';

/** Which job each record is of: its cluster and id. */
export interface JobsOfRows {
  /** Number of the job, by row. */
  readonly job: Uint32Array;
  readonly jobs: number;
}

export function jobsOfRows(records: number, ids: RawIds, cluster: (row: number) => number): JobsOfRows {
  const index = new RowIndex(records);
  const job = new Uint32Array(records);
  let jobs = 0;
  for (let row = 0; row < records; row++) {
    const hash = ids.hash(row) ^ cluster(row);
    const slot = index.slot(hash, (other) => cluster(other) === cluster(row) && ids.same(other, row));
    const first = index.at(slot);
    if (first === -1) index.set(slot, row, hash);
    job[row] = first === -1 ? jobs++ : (job[first] as number);
  }
  return { job, jobs };
}

/** The rows of each job for which something holds, in order of reading. */
export function rowsByJob({ job, jobs }: JobsOfRows, holds: (row: number) => boolean): (of: number) => Uint32Array {
  const ends = new Uint32Array(jobs + 1);
  for (let row = 0; row < job.length; row++) {
    if (holds(row)) ends[(job[row] as number) + 1] = (ends[(job[row] as number) + 1] as number) + 1;
  }
  for (let of = 0; of < jobs; of++) ends[of + 1] = (ends[of + 1] as number) + (ends[of] as number);
  const rows = new Uint32Array(ends[jobs] as number);
  const next = ends.slice();
  for (let row = 0; row < job.length; row++) {
    if (!holds(row)) continue;
    const at = next[job[row] as number] as number;
    rows[at] = row;
    next[job[row] as number] = at + 1;
  }
  return (of) => rows.subarray(ends[of] as number, ends[of + 1] as number);
}
