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
  const typed = (gpus: number): string => typesOf(metadata.gpuTypes, gpus);
  if (used.length > 0) return { gpus: used.length, gpuTypes: typed(used.length), basis: 'process', ...measured };
  const seen = hasStats ? readings.length : Number.NaN;
  const shown = Number.isNaN(metadata.gpus) ? seen : metadata.gpus;
  if (Number.isNaN(shown)) return { gpus: Number.NaN, gpuTypes: UNTOLD_GPUS, basis: 'unknown', ...measured };
  const given = Math.min(shown, givenBySlurm(metadata));
  // The metrics are of all GPUs of the machine, of which the job had some.
  const part = readings.length > given ? given / readings.length : 1;
  return { gpus: given, gpuTypes: typed(given), basis: 'machine', ...measured, joules: measured.joules * part };
}

/** GPUs of the job on this node, as Slurm's environment says; Infinity when it does not. */
function givenBySlurm({ slurm }: Metadata): number {
  const stated = Number(slurm.gpus_on_node ?? Number.NaN);
  if (stated >= 0) return stated;
  const listed = slurm.job_gpus ?? slurm.step_gpus ?? '';
  return /^\d+(,\d+)*$/.test(listed) ? listed.split(',').length : Number.POSITIVE_INFINITY;
}

/** The types of some of a machine's GPUs: theirs where they are all alike; else it is not known which they are. */
function typesOf(ofMachine: string, gpus: number): string {
  if (gpus === 0 || ofMachine === '') return '';
  const types = ofMachine.split(',');
  const total = types.reduce((sum, type) => sum + Number(type.slice(type.lastIndexOf('=') + 1)), 0);
  if (total === gpus) return ofMachine;
  return types.length === 1 ? ofMachine.replace(/=[^=]*$/, `=${gpus}`) : '';
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
