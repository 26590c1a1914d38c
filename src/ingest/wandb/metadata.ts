import { countIn, type Entries, isEntries, textIn, utcTime } from './loose-values.ts';
import { machineGpus } from './machine-gpus.ts';
import { hideSecrets } from './secrets.ts';

/** What `wandb-metadata.json` says of the machine and the program of a run. Absent numbers are NaN, absent texts are empty. */
export interface Metadata {
  /** Epoch seconds, UTC. */
  readonly startedAt: number;
  readonly host: string;
  readonly user: string;
  readonly program: string;
  /** With the values of secrets replaced by `***`. */
  readonly args: readonly string[];
  /** Program and arguments. */
  readonly command: string;
  /** GPUs that the machine shows, whoever used them; 0 when the metadata name none. */
  readonly gpus: number;
  /** The same by type as in a job: `Tesla V100-SXM2-16GB=4`. */
  readonly gpuTypes: string;
  readonly gpuUuids: readonly string[];
  /** Cores of the machine. */
  readonly cpus: number;
  /** Memory of the machine, GB of 1024³ bytes. */
  readonly memoryGb: number;
  /** Raw id of the Slurm job that the run was started in. */
  readonly slurmJob: string;
  readonly slurmCluster: string;
  /** Of an array task, as Slurm prints it: `88_3`. */
  readonly slurmTask: string;
  /** All `SLURM_*` of the environment, names without the prefix and in lower case. */
  readonly slurm: Readonly<Record<string, string>>;
}

/** Where nothing is known: no metadata at all. */
export const NO_METADATA: Metadata = {
  startedAt: Number.NaN,
  host: '',
  user: '',
  program: '',
  args: [],
  command: '',
  gpus: Number.NaN,
  gpuTypes: '',
  gpuUuids: [],
  cpus: Number.NaN,
  memoryGb: Number.NaN,
  slurmJob: '',
  slurmCluster: '',
  slurmTask: '',
  slurm: {},
};

/**
 * Reads `wandb-metadata.json`, or the environment of a newer `.wandb` file in the same names, of any version of the SDK (wandb/sdk/lib and core/internal, 0.9 to 0.28). 64-bit numbers
 * stand as texts since 0.18.
 */
export function readMetadata(object: unknown): Metadata {
  if (!isEntries(object)) return NO_METADATA;
  const program = textIn(object.program);
  const args = hideSecrets(Array.isArray(object.args) ? object.args.map(textIn) : []);
  const slurm = textsIn(object.slurm);
  return {
    startedAt: utcTime(object.startedAt ?? object.started_at),
    host: textIn(object.host),
    user: textIn(object.username),
    program,
    args,
    command: [program, ...args]
      .filter((word) => word !== '')
      .map(quoted)
      .join(' '),
    ...machineGpus(object),
    cpus: cpusOf(object),
    memoryGb: memoryOf(object.memory),
    slurmJob: slurm.job_id ?? slurm.jobid ?? '',
    slurmCluster: slurm.cluster_name ?? '',
    slurmTask: taskOf(slurm),
    slurm,
  };
}

function taskOf({ array_job_id: array, array_task_id: task }: Readonly<Record<string, string>>): string {
  return array === undefined || task === undefined ? '' : `${array}_${task}`;
}

const textsIn = (value: unknown): Record<string, string> =>
  isEntries(value) ? Object.fromEntries(Object.entries(value).map(([key, text]) => [key, textIn(text)])) : {};

/** As a shell would need it written. */
const quoted = (word: string): string => (/\s/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word);

function cpusOf({ cpu_count, cpu, cpu_count_logical }: Entries): number {
  const inner = isEntries(cpu) ? cpu : {};
  const counts = [cpu_count, inner.count, cpu_count_logical, inner.countLogical ?? inner.count_logical].map(countIn);
  return counts.find((count) => count > 0) ?? Number.NaN;
}

const GB = 1024 ** 3;
/** No machine has a million GB, and none has as few bytes. */
const MOST_GB = 1e6;

/** Up to 0.17 in GB, since 0.18 in bytes as text. */
function memoryOf(memory: unknown): number {
  const total = countIn(isEntries(memory) ? memory.total : undefined);
  if (!(total > 0)) return Number.NaN;
  return total > MOST_GB ? total / GB : total;
}
