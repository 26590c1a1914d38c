import { UNTOLD_GPUS } from '../model/job.ts';
import type { JobTable } from '../model/job-table.ts';
import type { GpuShare } from '../model/usage.ts';
import { modelOfSlice } from '../tables/hardware/gpu-slices.ts';
import { findGpu } from '../tables/hardware/gpus.ts';
import { isAmount, MOST_GPUS } from './held-amounts.ts';

/** GPUs of which the log names no model, or one that no table knows. */
export const UNKNOWN_GPU = 'unknown';

/** A part of a GPU whose model the log does not tell: `mps=0.5`. */
const SHARE = 'mps';

/**
 * Canonical models of a `titanx=1,m40=2` text, shares of GPUs included: `a100_3g.20gb=0.43`. A name that is in no table stays as written; what has no number (`shard=?`) is left out.
 */
function gpuShares(types: string): GpuShare[] {
  if (types === '') return [];
  const shares = types.split(',').map((entry) => {
    const equals = entry.lastIndexOf('=');
    return { model: modelOf(entry.slice(0, equals)), count: Number(entry.slice(equals + 1)) };
  });
  return shares.filter(({ count }) => isAmount(count, MOST_GPUS));
}

const modelOf = (written: string): string =>
  findGpu(written)?.name ?? modelOfSlice(written) ?? (written === SHARE ? UNKNOWN_GPU : written);

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
    const rest = untypedOf(table.gpus.at(row) - (typed[code] as number));
    if (!(rest > 0 && rest <= MOST_GPUS)) return known[code] as GpuShare[];
    const key = code * 65_536 + rest;
    const shares = cache.get(key) ?? [...(known[code] as GpuShare[]), { model: UNKNOWN_GPU, count: rest }];
    cache.set(key, shares);
    return shares;
  };
}

/** Tells of which rows the log does not tell all GPUs, or how large a part of one. Undefined where it tells those of all. */
export function untoldReader({ gpuTypes }: JobTable): ((row: number) => boolean) | undefined {
  const areUntold = gpuTypes.values.map((types) => types.split(',').some((entry) => entry.endsWith(UNTOLD_GPUS)));
  return areUntold.includes(true) ? (row) => areUntold[gpuTypes.code(row)] as boolean : undefined;
}

/** What is left of a sum of sevenths is whole, but for the last digit of a number. */
const untypedOf = (rest: number): number => (Math.abs(rest - Math.round(rest)) < 1e-9 ? Math.round(rest) : rest);
