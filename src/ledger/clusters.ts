import type { JobTable } from '../model/job-table.ts';
import { WANDB } from '../model/tracked-run.ts';

/** Codes of the `cluster` column with the unnamed cluster read as the only named one, if there is just one. */
export function clusterCodes(table: JobTable): (row: number) => number {
  const named = table.cluster.values.filter((name) => name !== '' && name !== WANDB);
  const only = named.length === 1 ? table.cluster.values.indexOf(named[0] as string) : -1;
  const unnamed = table.cluster.values.indexOf('');
  return (row) => {
    const code = table.cluster.code(row);
    return code === unnamed && only >= 0 ? only : code;
  };
}
