import type { JobTable } from '../model/job-table.ts';
import { clusterCodes } from './clusters.ts';
import { originsOf } from './origins.ts';
import { RawIds } from './raw-ids.ts';
import { RowIndex } from './row-index.ts';
import { areOfTwoAttempts } from './speaks-against.ts';
import { trackedOrigins } from './tracked/tracked-origins.ts';

/** Which records are of the same attempt: chains of rows. */
export interface RecordGroups {
  /** First row of each group, in order of reading. */
  readonly heads: Uint32Array;
  /** For each row the next one of its group, or −1. */
  readonly next: Int32Array;
}

/** What tells attempts apart, of each record. */
export interface Identity {
  readonly ids: RawIds;
  /** Code of the cluster. */
  readonly cluster: (row: number) => number;
  /** When the attempt came to be, epoch seconds; NaN when no record says so. */
  readonly origin: (row: number) => number;
}

export function identityOf(table: JobTable): Identity {
  const cluster = clusterCodes(table);
  const ids = new RawIds(table, cluster);
  const [tracked, others] = [trackedOrigins(table, ids), originsOf(table, ids, cluster)];
  return { ids, cluster, origin: tracked === undefined ? others : (row) => tracked.get(row) ?? others(row) };
}

/**
 * Groups records by attempt: same cluster, raw id and submission. The id alone will not do: requeued attempts share it, and ids wrap around after 67 million jobs.
 * Nor do all three where the cluster is not named, or a table numbers its rows: then what speaks against it counts.
 */
export function groupRecords(table: JobTable, { ids, cluster, origin }: Identity): RecordGroups {
  const { records } = table;
  const index = new RowIndex(records);
  const next = new Int32Array(records).fill(-1);
  const heads = new Uint32Array(records);
  let groups = 0;
  for (let row = 0; row < records; row++) {
    const from = origin(row);
    const hash = ids.hash(row) ^ Math.imul(from, 0x85ebca6b) ^ cluster(row);
    const slot = index.slot(
      hash,
      (other) =>
        Object.is(origin(other), from) &&
        cluster(other) === cluster(row) &&
        ids.same(other, row) &&
        !areOfTwoAttempts(table, other, row),
    );
    const head = index.at(slot);
    if (head === -1) {
      index.set(slot, row, hash);
      heads[groups++] = row;
    } else {
      next[row] = next[head] as number;
      next[head] = row;
    }
  }
  return { heads: heads.subarray(0, groups), next };
}
