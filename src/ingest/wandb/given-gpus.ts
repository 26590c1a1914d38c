import type { MachineGpus } from './machine-gpus.ts';
import type { Metadata } from './metadata.ts';

type Gpus = Pick<MachineGpus, 'gpus' | 'gpuTypes'>;

/** Of the GPUs of a machine those that Slurm gave to the job, as the run's environment says; all where it does not. */
export function givenGpus(shown: Gpus, { slurm }: Metadata): Gpus {
  const given = givenBySlurm(slurm);
  return given < shown.gpus ? someOf(shown, given) : shown;
}

/** Some GPUs of a machine: their types where all of it are alike; else it is not known which they are. */
export function someOf({ gpus: total, gpuTypes }: Gpus, gpus: number): Gpus {
  if (gpus === total) return { gpus, gpuTypes };
  const isOfOneType = gpus > 0 && gpuTypes !== '' && !gpuTypes.includes(',') && Number.isInteger(total);
  return { gpus, gpuTypes: isOfOneType ? gpuTypes.replace(/=[^=]*$/, `=${gpus}`) : '' };
}

/** GPUs of the job on this node; Infinity when nothing tells. */
function givenBySlurm(slurm: Metadata['slurm']): number {
  const stated = Number(slurm.gpus_on_node ?? Number.NaN);
  if (stated >= 0) return stated;
  const listed = slurm.job_gpus ?? slurm.step_gpus ?? '';
  return /^\d+(,\d+)*$/.test(listed) ? listed.split(',').length : Number.POSITIVE_INFINITY;
}
