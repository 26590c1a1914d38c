import type { JobTable } from '../model/job-table.ts';
import type { GpuShare } from '../model/usage.ts';
import { findGpu } from '../tables/hardware/gpus.ts';

/** GPUs of which the log names no model, or one that no table knows. */
export const UNKNOWN_GPU = 'unknown';

/** Canonical models of a `titanx=1,m40=2` text; a name that is in no table stays as written. */
function gpuShares(types: string): GpuShare[] {
  if (types === '') return [];
  return types.split(',').map((entry) => {
    const equals = entry.lastIndexOf('=');
    const written = entry.slice(0, equals);
    return { model: findGpu(written)?.name ?? written, count: Number(entry.slice(equals + 1)) };
  });
}

/**
 * Reads the GPUs of table rows by model. Texts are recognised once each; GPUs beyond the typed ones are {@link UNKNOWN_GPU}. A row without GPUs, or with an unknown number
 * of them, gives an empty list.
 */
export function gpuReader(table: JobTable): (row: number) => readonly GpuShare[] {
  const known = table.gpuTypes.values.map(gpuShares);
  const typed = known.map((shares) => shares.reduce((sum, share) => sum + share.count, 0));
  const cache = new Map<number, readonly GpuShare[]>();
  return (row) => {
    const code = table.gpuTypes.code(row);
    const gpus = table.gpus.at(row);
    const rest = gpus - (typed[code] as number);
    if (!(rest > 0)) return known[code] as GpuShare[];
    const key = code * 65_536 + rest;
    const shares = cache.get(key) ?? [...(known[code] as GpuShare[]), { model: UNKNOWN_GPU, count: rest }];
    cache.set(key, shares);
    return shares;
  };
}
