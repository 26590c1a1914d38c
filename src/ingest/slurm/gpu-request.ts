import { isBooleanOption, isLauncher } from '../../model/scheduler-options.ts';

/** GPUs that a job asked for, where the log does not say what it held. */
export interface GpuRequest {
  readonly gpus: number;
  /** `tesla=2`, in the order of their names; empty when no type is said. */
  readonly gpuTypes: string;
}

/** `gpu` as Slurm up to 20.02 printed it when it had no name at hand: the bytes of the name as a number (src/common/gres.c). */
const GPU_NUMBER = '7696487';

/** One entry of a GRES list: `gpu`, `gpu:4`, `gpu:tesla:2`, `gpu:a100:2(IDX:0-1)`. */
const GRES_ENTRY = /^(?:gres[:/])?(gpu|7696487)(?::([A-Za-z_][\w.-]*))?(?:[:=](\d+))?(?:\(.*\))?$/;

/** Reads `AllocGRES` or `ReqGRES`, or the value of `--gres`. Undefined when it speaks of no GPU. */
export function parseGres(text: string): GpuRequest | undefined {
  if (!text.includes('gpu') && !text.includes(GPU_NUMBER)) return undefined;
  const types = new Map<string, number>();
  let gpus = 0;
  for (const entry of text.replace(/\([^)]*\)/g, '').split(',')) {
    const match = GRES_ENTRY.exec(entry.trim());
    if (match === null) continue;
    const count = Number(match[3] ?? 1);
    gpus += count;
    if (match[2] !== undefined && count > 0) types.set(match[2], (types.get(match[2]) ?? 0) + count);
  }
  return { gpus, gpuTypes: typesText(types) };
}

const typesText = (types: ReadonlyMap<string, number>): string =>
  [...types]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, count]) => `${type}=${count}`)
    .join(',');

/** What the count behind an option is for. */
type Per = 'job' | 'node' | 'task';
const OPTIONS: Readonly<Record<string, Per>> = {
  gres: 'node',
  gpus: 'job',
  G: 'job',
  'gpus-per-node': 'node',
  'gpus-per-task': 'task',
};

/**
 * Reads the GPUs that a submit line asks for (`sbatch` manual: `--gres` and `--gpus-per-node` count for each node, `--gpus` for the job, `--gpus-per-task` for each task). The words
 * of the script are not looked at: `train.py --gpus 4` asks Slurm for nothing.
 *
 * @param nodes that the job held; NaN is taken for one
 * @returns undefined when it asks for none, or for a number that it does not tell (tasks that are not counted)
 */
export function gpusInCommand(command: string, nodes: number): GpuRequest | undefined {
  const options = schedulerOptions(command);
  for (const [name, per] of Object.entries(OPTIONS)) {
    const value = options.get(name);
    const request = value === undefined ? undefined : parseGres(asGres(value));
    if (request === undefined || (name === 'gres' && !String(value).includes('gpu'))) continue;
    const times = timesOf(per, options, nodes);
    return Number.isNaN(times) ? undefined : scaled(request, times);
  }
  return undefined;
}

/** `--gpus=a100:2` is `--gres=gpu:a100:2` for the job. */
const asGres = (value: string): string =>
  value.includes('gpu')
    ? value
    : value
        .split(',')
        .map((entry) => `gpu:${entry}`)
        .join(',');

function timesOf(per: Per, options: ReadonlyMap<string, string>, nodes: number): number {
  if (per === 'job') return 1;
  if (per === 'task') return Number(options.get('ntasks') ?? options.get('n') ?? Number.NaN);
  return Number.isNaN(nodes) ? 1 : nodes;
}

const scaled = ({ gpus, gpuTypes }: GpuRequest, times: number): GpuRequest => ({
  gpus: gpus * times,
  gpuTypes: gpuTypes.replace(/=(\d+)/g, (_, count: string) => `=${Number(count) * times}`),
});

/** The options between `sbatch` and the script, by name without dashes. */
function schedulerOptions(command: string): Map<string, string> {
  const options = new Map<string, string>();
  const [launcher = '', ...words] = command.trim().split(/\s+/);
  if (!isLauncher(launcher)) return options;
  for (let at = 0; at < words.length && (words[at] as string).startsWith('-'); at++) {
    const [, name = '', value] = /^--?([^=]+)(?:=(.*))?$/.exec(words[at] as string) ?? [];
    const isLong = (words[at] as string).startsWith('--');
    if (value !== undefined && isLong) options.set(name, value);
    else if (!isLong && name.length > 1) options.set(name[0] as string, (words[at] as string).slice(2));
    else if (!isBooleanOption(name)) options.set(name, words[++at] ?? '');
    if (name === 'wrap') break;
  }
  return options;
}
