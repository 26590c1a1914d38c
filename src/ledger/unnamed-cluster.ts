import type { Diagnostics } from '../model/diagnostic.ts';
import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { RowIndex } from './row-index.ts';
import type { IsSelected } from './select-attempts.ts';

const MESSAGE =
  'attempts of no named cluster with the id and submission of one of a named cluster: probably the same, and counted twice. Export again with the column Cluster';

/**
 * Warns of what may be counted twice. Records without a cluster are taken for those of the one that is named; where several are named they cannot be placed, and stay attempts of
 * their own.
 */
export function noteUnnamedCluster(
  table: JobTable,
  { count, head, row }: AttemptColumns,
  { ids, origin }: Identity,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const { cluster } = table;
  const unnamed = cluster.values.indexOf('');
  if (unnamed === -1 || cluster.values.length < 3) return;
  const index = new RowIndex(count);
  const hashOf = (record: number): number => ids.hash(record) ^ Math.imul(origin(record), 0x85ebca6b);
  const slotOf = (record: number): number =>
    index.slot(hashOf(record), (other) => Object.is(origin(other), origin(record)) && ids.same(other, record));
  for (const record of head) if (cluster.code(record) !== unnamed) index.set(slotOf(record), record, hashOf(record));
  for (let attempt = 0; attempt < count; attempt++) {
    const [record, at] = [head[attempt] as number, row[attempt] as number];
    if (cluster.code(record) !== unnamed || index.at(slotOf(record)) === -1 || !isSelected(at)) continue;
    diagnostics.note('cluster-unnamed', 'warning', MESSAGE, table.place(at));
  }
}
