import type { GpuBasis } from '../../../model/tracked-run.ts';
import { type Entries, isEntries } from '../loose-values.ts';

/** GPUs of a run, and who says so. */
export interface RunGpus {
  readonly gpus: number;
  readonly gpuTypes: string;
  readonly gpuBasis: GpuBasis;
}

/** `system.gpu.process.3.powerWatts`: written when a process of the run is on that GPU (core/internal/monitor). */
const ON_GPU = /^(?:system\.)?gpu\.process\.(\d+)\./;

/**
 * The GPUs on which processes of the run were seen, where its last system metrics say so; else those of its machine, which may be of others too.
 *
 * @param machine GPUs that the machine shows
 */
export function gpusOfRun(machine: Omit<RunGpus, 'gpuBasis'>, systemMetrics: unknown): RunGpus {
  const used = isEntries(systemMetrics) ? indicesIn(systemMetrics).size : 0;
  if (used === 0 || used > machine.gpus) {
    return { ...machine, gpuBasis: Number.isNaN(machine.gpus) ? 'unknown' : 'machine' };
  }
  const { gpus, gpuTypes } = machine;
  if (used === gpus) return { ...machine, gpuBasis: 'process' };
  const isOfOneType = gpuTypes !== '' && !gpuTypes.includes(',') && Number.isInteger(gpus);
  return { gpus: used, gpuTypes: isOfOneType ? gpuTypes.replace(/=[^=]*$/, `=${used}`) : '', gpuBasis: 'process' };
}

const indicesIn = (metrics: Entries): ReadonlySet<string> =>
  new Set(Object.keys(metrics).flatMap((key) => ON_GPU.exec(key)?.[1] ?? []));
