import { shareOfGpu } from '../../tables/hardware/gpu-slices.ts';

/** GPUs that a job held or asked for. */
export interface GpuCount {
  /** Whole GPUs and shares of GPUs; NaN when unknown. */
  readonly gpus: number;
  /** By type, `a100=2,v100=1`, in the order of their names. A share whose size is not known stands as `shard=?`, and then alone. */
  readonly gpuTypes: string;
}

/**
 * Adds up GPUs by type. A MIG slice counts as its share of a GPU.
 *
 * @param typed counts by type, slices counted one each
 * @param untyped further GPUs of no stated type
 */
export function countGpus(typed: ReadonlyMap<string, number>, untyped: number): GpuCount {
  const counted = [...typed].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const shares = counted.map(([type, count]) => [type, count * shareOfGpu(type)] as const);
  const unknown = shares.filter(([, share]) => Number.isNaN(share));
  if (unknown.length > 0) return sharesUnknown(unknown.map(([type]) => type));
  return {
    gpus: shares.reduce((sum, [, share]) => sum + share, 0) + untyped,
    gpuTypes: shares.map(([type, share]) => `${type}=${share}`).join(','),
  };
}

/** Shares of GPUs that the log does not tell the size of: no count is better than a wrong one. */
export const sharesUnknown = (types: readonly string[]): GpuCount => ({
  gpus: Number.NaN,
  gpuTypes: types.map((type) => `${type}=?`).join(','),
});
