import type { JobTable } from '../model/job-table.ts';
import { RowIndex } from './row-index.ts';

/** Which records are of the same attempt: chains of rows. */
export interface RecordGroups {
  /** First row of each group, in order of reading. */
  readonly heads: Uint32Array;
  /** For each row the next one of its group, or −1. */
  readonly next: Int32Array;
}

/** Codes of the `cluster` column with the unnamed cluster read as the only named one, if there is just one. */
export function clusterCodes(table: JobTable): (row: number) => number {
  const named = table.cluster.values.filter((name) => name !== '');
  const only = named.length === 1 ? table.cluster.values.indexOf(named[0] as string) : -1;
  const unnamed = table.cluster.values.indexOf('');
  return (row) => {
    const code = table.cluster.code(row);
    return code === unnamed && only >= 0 ? only : code;
  };
}

/** When an attempt came to be, epoch seconds: its submission (a requeue sets a new one), or its start where no submission is logged. */
export function originOf(table: JobTable, row: number): number {
  const submit = table.submit.at(row);
  return Number.isNaN(submit) ? table.start.at(row) : submit;
}

/**
 * Groups records by attempt: same cluster, job id and submission. The job id alone will not do: requeued attempts share it, and ids wrap
 * around after 67 million jobs.
 *
 * @param included which rows take part
 */
export function groupRecords(table: JobTable, included: (row: number) => boolean): RecordGroups {
  const index = new RowIndex(table.length);
  const cluster = clusterCodes(table);
  const next = new Int32Array(table.length).fill(-1);
  const heads = new Uint32Array(table.length);
  let groups = 0;
  for (let row = 0; row < table.length; row++) {
    if (!included(row)) continue;
    const origin = originOf(table, row);
    const slot = index.slot(
      table.jobId.hash(row) ^ Math.imul(origin, 0x85ebca6b) ^ cluster(row),
      (other) =>
        Object.is(originOf(table, other), origin) && cluster(other) === cluster(row) && table.jobId.same(other, row),
    );
    const head = index.at(slot);
    if (head === -1) {
      index.set(slot, row);
      heads[groups++] = row;
    } else {
      next[row] = next[head] as number;
      next[head] = row;
    }
  }
  return { heads: heads.subarray(0, groups), next };
}
