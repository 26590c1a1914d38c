import { UNTOLD_GPUS } from '../../model/job.ts';
import type { GpuBasis } from '../../model/tracked-run.ts';
import type { GpuReading } from './log/gpu-readings.ts';
import type { Metadata } from './metadata.ts';

/** GPUs of a session, as a {@link Job} has them. */
export interface SessionGpus {
  readonly gpus: number;
  readonly gpuTypes: string;
  readonly basis: GpuBasis;
  /** Joules that they drew while the session ran; NaN when not measured. */
  readonly joules: number;
  /** Mean, 0 to 1; NaN when not measured. */
  readonly utilisation: number;
}

/** What is known of the machine of a session. */
export interface MachineEvidence {
  readonly metadata: Metadata | undefined;
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
  if (used.length > 0) {
    const names = used.map(({ gpu }) => metadata?.gpuNames[Number.parseInt(gpu, 10)] ?? metadata?.gpuNames[0] ?? '');
    return { gpus: used.length, gpuTypes: typesOf(names), basis: 'process', ...measured };
  }
  const shown = metadata?.gpus ?? (hasStats ? readings.length : Number.NaN);
  if (Number.isNaN(shown)) return { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, basis: 'unknown', ...measured };
  const given = Math.min(shown, givenBySlurm(metadata));
  const names = Array.from({ length: given }, (_, index) => metadata?.gpuNames[index] ?? metadata?.gpuNames[0] ?? '');
  // The metrics are of all GPUs of the machine, of which the job had some.
  const part = readings.length > given ? given / readings.length : 1;
  return { gpus: given, gpuTypes: typesOf(names), basis: 'machine', ...measured, joules: measured.joules * part };
}

/** GPUs of the job on this node, as Slurm's environment says; Infinity when it does not. */
function givenBySlurm(metadata: Metadata | undefined): number {
  const stated = Number(metadata?.slurm.gpus_on_node ?? Number.NaN);
  if (stated >= 0) return stated;
  const listed = metadata?.slurm.job_gpus ?? metadata?.slurm.step_gpus ?? '';
  return /^\d+(,\d+)*$/.test(listed) ? listed.split(',').length : Number.POSITIVE_INFINITY;
}

/** `Tesla V100-SXM2-16GB=4`; GPUs without a name are left out. */
function typesOf(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) {
    const clean = name.replace(/[,=]/g, ' ').trim();
    if (clean !== '') counts.set(clean, (counts.get(clean) ?? 0) + 1);
  }
  return [...counts].map(([name, count]) => `${name}=${count}`).join(',');
}

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
