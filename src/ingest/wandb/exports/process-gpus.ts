import { someOf } from '../given-gpus.ts';
import { type Entries, isEntries } from '../loose-values.ts';
import { type ExportedRun, withBasis } from './exported-run.ts';

/** GPUs of a run, who says so, and which of its machine they are. */
export type RunGpus = Pick<ExportedRun, 'gpus' | 'gpuTypes' | 'gpuBasis' | 'seenOn'>;

/** `system.gpu.process.3.powerWatts`: written when a process of the run is on that GPU (core/internal/monitor). */
const ON_GPU = /^(?:system\.)?gpu\.process\.(\d+)\./;

/**
 * The GPUs on which processes of the run were seen, where its last system metrics say so; else those of its machine, which may be of others too.
 *
 * @param machine GPUs that the machine shows
 */
export function gpusOfRun(machine: Pick<RunGpus, 'gpus' | 'gpuTypes'>, systemMetrics: unknown): RunGpus {
  const used = isEntries(systemMetrics) ? indicesIn(systemMetrics) : [];
  if (used.length === 0 || used.length > machine.gpus) return withBasis(machine);
  return { ...someOf(machine, used.length), gpuBasis: 'process', seenOn: used.join() };
}

const indicesIn = (metrics: Entries): readonly string[] => [
  ...new Set(Object.keys(metrics).flatMap((key) => ON_GPU.exec(key)?.[1] ?? [])),
];
