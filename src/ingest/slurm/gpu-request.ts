import { isBooleanOption, isLauncher } from '../../model/scheduler-options.ts';
import { countGpus, type GpuCount } from './typed-gpus.ts';

/** `gpu` as Slurm up to 20.02 printed it when it had no name at hand: the bytes of the name as a number (src/common/gres.c). */
const GPU_NUMBER = '7696487';

/** One entry of a GRES list: `gpu`, `gpu:4`, `gpu:tesla:2`, `gpu:a100:2(IDX:0-1)`. */
const GRES_ENTRY =
  /^(?:gres[:/])?(gpu|7696487)(?::([A-Za-z_][\w.-]*|\d[\w.-]*[A-Za-z][\w.-]*))?(?:[:=](\d+))?(?:\(.*\))?$/;

/** Reads `AllocGRES` or `ReqGRES`, or the value of `--gres`, which counts for each of `times` nodes. Undefined when it speaks of no GPU. */
export const parseGres = (text: string, times = 1): GpuCount | undefined => gpusOf(gresOf(text), times);

/** Counts by type; `''` for GPUs of no stated type. Undefined when the text speaks of no GPU, or in no form that is known. */
export function gresOf(text: string): ReadonlyMap<string, number> | undefined {
  if (!text.includes('gpu') && !text.includes(GPU_NUMBER)) return undefined;
  const types = new Map<string, number>();
  for (const entry of withoutBrackets(text).split(',')) {
    const [match, , type = '', count = '1'] = GRES_ENTRY.exec(entry.trim()) ?? [];
    if (match !== undefined) types.set(type, (types.get(type) ?? 0) + Number(count));
  }
  return types.size === 0 ? undefined : types;
}

/** Without what stands in brackets. What stands behind the last that closes has none: a search from each that opens would take the square of the length. */
function withoutBrackets(text: string): string {
  const end = text.lastIndexOf(')') + 1;
  return end === 0 ? text : text.slice(0, end).replace(/\([^)]*\)/g, '') + text.slice(end);
}

export function gpusOf(types: ReadonlyMap<string, number> | undefined, times: number): GpuCount | undefined {
  if (types === undefined || Number.isNaN(times)) return undefined;
  const scaled = new Map([...types].map(([type, count]) => [type, count * times]));
  const untyped = scaled.get('') ?? 0;
  scaled.delete('');
  return countGpus(scaled, untyped);
}

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
export function gpusInCommand(command: string, nodes: number): GpuCount | undefined {
  const options = schedulerOptions(command);
  for (const [name, per] of Object.entries(OPTIONS)) {
    const value = options.get(name);
    const request = value === undefined ? undefined : gresOf(asGres(value));
    if (request === undefined || (name === 'gres' && !String(value).includes('gpu'))) continue;
    return gpusOf(request, timesOf(per, options, nodes));
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
