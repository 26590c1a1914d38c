import { countGpus } from '../slurm/typed-gpus.ts';
import { countIn, type Entries, isEntries, textIn } from './loose-values.ts';

/** The GPUs of a machine. */
export interface MachineGpus {
  /** NaN when it is not told, 0 when there are none. */
  readonly gpus: number;
  /** By type, as in a job: `Tesla V100-SXM2-16GB=4`; `''` when no type is told. */
  readonly gpuTypes: string;
  readonly gpuUuids: readonly string[];
}

/** Lists of devices, by the key under which an SDK writes them: up to 0.17, and since then by maker. */
const DEVICE_LISTS = ['gpu_nvidia', 'gpu_amd', 'gpu_devices'];
const DEVICE_NAMES = ['name', 'series', 'model'];
/** Keys that stand there when the SDK looked at the machine at all, which can be turned off. */
const MACHINE_KEYS = ['cpu_count', 'cpu_count_logical', 'cpu', 'memory', 'disk', 'gpu_count', 'gpu', 'gpuapple'];
/** More than this is no machine. Our own judgement. */
const MOST_GPUS = 1024;

/**
 * The GPUs that `wandb-metadata.json` names. They are those that the driver shows, whoever uses them. TPUs and Trainium count as GPUs of their name; the graphics part of an Apple
 * processor does not.
 */
export function machineGpus(metadata: Entries): MachineGpus {
  const devices = DEVICE_LISTS.map((key) => metadata[key]).find((list) => Array.isArray(list) && list.length > 0);
  const list = (Array.isArray(devices) ? devices : []).filter(isEntries).slice(0, MOST_GPUS);
  const names = list.map((device) => DEVICE_NAMES.map((key) => textIn(device[key])).find((name) => name !== '') ?? '');
  const gpuUuids = list.map(({ uuid }) => textIn(uuid)).filter((uuid) => uuid !== '');
  const counted = countIn(metadata.gpu_count);
  const told = names.length > 0 ? countNames(names, counted) : gpusNamed(textIn(metadata.gpu), counted);
  if (!Number.isNaN(told.gpus)) return { ...told, gpuUuids };
  const isLookedAt = MACHINE_KEYS.some((key) => Object.hasOwn(metadata, key));
  return { ...(accelerators(metadata) ?? { gpus: isLookedAt ? 0 : Number.NaN, gpuTypes: '' }), gpuUuids };
}

/**
 * GPUs by a name and a count: `Tesla T4` and 2, or a list `[NVIDIA H100 80GB HBM3, NVIDIA H100 80GB HBM3]`.
 *
 * @param count NaN when it is not told: then as many as there are names
 */
function gpusNamed(text: string, count: number): Pick<MachineGpus, 'gpus' | 'gpuTypes'> {
  const [, listed] = /^\s*\[(.*)\]\s*$/s.exec(text) ?? [];
  const names = (listed === undefined ? [text] : listed.split(',')).map((name) => name.trim());
  return countNames(names.filter((name) => name !== '').slice(0, MOST_GPUS), count);
}

/** The same where a name alone does not say how many there are: a list does. */
export const gpusTold = (text: string, count: number): Pick<MachineGpus, 'gpus' | 'gpuTypes'> =>
  Number.isNaN(count) && !text.trim().startsWith('[') ? { gpus: Number.NaN, gpuTypes: '' } : gpusNamed(text, count);

/** One name is that of all; of a list, what goes beyond the count is left out, and what lacks is of no known type. */
function countNames(names: readonly string[], count: number): Pick<MachineGpus, 'gpus' | 'gpuTypes'> {
  const total = Number.isNaN(count) && names.length > 0 ? names.length : count;
  if (!(total > 0 && total <= MOST_GPUS)) return { gpus: total === 0 ? 0 : Number.NaN, gpuTypes: '' };
  const isOfOneType = new Set(names).size === 1;
  const each = isOfOneType ? Array.from({ length: total }, () => names[0] ?? '') : names.slice(0, total);
  const typed = new Map<string, number>();
  for (const name of each.map(plainName).filter((name) => name !== '')) typed.set(name, (typed.get(name) ?? 0) + 1);
  const known = [...typed.values()].reduce((sum, number) => sum + number, 0);
  return countGpus(typed, total - known);
}

/** A name that may stand in `name=2,other=1`. */
const plainName = (name: string): string => name.replace(/[,=\s]+/g, ' ').trim();

function accelerators({ tpu, trainium }: Entries): Pick<MachineGpus, 'gpus' | 'gpuTypes'> | undefined {
  if (isEntries(tpu)) return countNames([textIn(tpu.name) || 'TPU'], countIn(tpu.count));
  if (!isEntries(trainium)) return undefined;
  const devices = countIn(trainium.neuronDeviceCount ?? trainium.neuron_device_count);
  return countNames([textIn(trainium.name) || 'Trainium'], devices);
}
