import { UNTOLD_GPUS } from '../../model/job.ts';
import type { GpuBasis } from '../../model/tracked-run.ts';
import { givenGpus, someOf } from './given-gpus.ts';
import type { GpuReading } from './log/gpu-readings.ts';
import type { Metadata } from './metadata.ts';

/** GPUs of a session, as a {@link Job} has them. */
export interface SessionGpus {
  readonly gpus: number;
  readonly gpuTypes: string;
  readonly basis: GpuBasis;
  /** The GPUs of the machine on which its own processes were seen, `0,3`; `''` when that is not known. */
  readonly seenOn: string;
  /** Joules that they drew while the session ran; NaN when not measured. */
  readonly joules: number;
  /** Mean, 0 to 1; NaN when not measured. */
  readonly utilisation: number;
}

/** What is known of the machine of a session. */
export interface MachineEvidence {
  readonly metadata: Metadata;
  readonly readings: readonly GpuReading[];
  /** Whether system metrics were sampled: then a machine without GPU metrics has none. */
  readonly hasStats: boolean;
  readonly elapsed: number;
}

/** Power that was sampled for less of a session than this says too little of the rest. Our own judgement. */
const LEAST_COVERED = 0.5;

/**
 * The GPUs of a session: those on which its own processes were seen; else all that its machine shows, whoever used them. Slurm's word for how many it gave to the job comes before
 * the machine's.
 */
export function sessionGpus({ metadata, readings, hasStats, elapsed }: MachineEvidence): SessionGpus {
  const used = readings.filter(({ isUsed }) => isUsed);
  const held = used.length > 0 ? used : readings;
  const measured = { joules: joulesOf(held, elapsed), utilisation: utilisationOf(held) };
  if (used.length > 0)
    return { ...someOf(metadata, used.length), basis: 'process', seenOn: namesOf(used), ...measured };
  const shown = Number.isNaN(metadata.gpus) && hasStats ? { gpus: readings.length, gpuTypes: '' } : metadata;
  if (Number.isNaN(shown.gpus))
    return { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, basis: 'unknown', seenOn: '', ...measured };
  const { gpus, gpuTypes } = givenGpus(shown, metadata);
  // The metrics are of all GPUs of the machine, of which the job had some.
  const part = readings.length > gpus ? gpus / readings.length : 1;
  return { gpus, gpuTypes, basis: 'machine', seenOn: '', ...measured, joules: measured.joules * part };
}

/** Numbers of GPUs, `0,3`; none where some are of other machines. */
const namesOf = (used: readonly GpuReading[]): string =>
  used.some(({ gpu }) => gpu.includes('/')) ? '' : used.map(({ gpu }) => gpu).join();

/** Mean draw of each GPU × the time of the session, where that was sampled for most of it. */
function joulesOf(readings: readonly GpuReading[], elapsed: number): number {
  if (readings.length === 0 || !(elapsed > 0)) return Number.NaN;
  let joules = 0;
  for (const { joules: sampled, seconds } of readings) {
    if (!(seconds >= LEAST_COVERED * elapsed)) return Number.NaN;
    joules += (sampled / seconds) * elapsed;
  }
  return joules;
}

function utilisationOf(readings: readonly GpuReading[]): number {
  const known = readings.map(({ utilisation }) => utilisation).filter((value) => !Number.isNaN(value));
  return known.length === 0 ? Number.NaN : known.reduce((sum, value) => sum + value, 0) / known.length;
}
