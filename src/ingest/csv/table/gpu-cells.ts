import { findGpu } from '../../../tables/hardware/gpus.ts';
import { gpusOfMachine, isMachineWithoutGpus } from '../../../tables/hardware/machines.ts';
import { devicesIn, isSurelyDevices } from './device-lists.ts';
import { amountIn, mayHaveCount } from './gpu-amounts.ts';

/** GPUs as one cell tells them. */
export interface GpuCell {
  /** NaN when the cell does not say how many. */
  readonly count: number;
  /** Empty when the cell does not say which, or says several. */
  readonly model: string;
  /** How many machines it names, by what those are called: `2 x p4d.24xlarge`. */
  readonly machines?: number;
  /** Whether a number in it may be how many, or something else: `A100/2`. */
  readonly isOpen?: boolean;
  /** Where these are of several models: each with its number. */
  readonly parts?: readonly GpuCell[];
}

const UNTOLD: GpuCell = { count: Number.NaN, model: '' };

/** No GPUs are written with more characters, a list of a hundred devices included, and expressions take the square of the length. Our own judgement. */
const LONGEST = 1000;

const COUNT_ALONE = /^(\d{1,4})\s*[x×*]?\s*(?:gpus?|devices?|cards?|karten?|grafikkarten?)(?:\(s\))?$/i;
const COUNT_OF_GPUS = /^(?:gpus\s*[:=]?|gpu\s*[:=])\s*(\d{1,4})$/i;
/** There is one, or more, or it is not known. */
const UNTOLD_WORD = /^[<([]?(?:true|yes|ja|oui|unknown|unbekannt)[>)\]]?$/i;

/** GPUs of a number of machines, and parts of a GPU: `A100 on 2 nodes`, `1/2 A100`. How many that are is not told. */
const OTHERWISE = /(?<!\d)(?:[2-9]|\d{2,})\s*(?:nodes?|machines?|knoten|rechner)\b|^\d+\/\d+\s/i;
const LIST = /\s*(?:[,;+&]|\b(?:and|und|et)\b)\s*/i;
const MEMORY = /^\d+\s*g(?:i?b)?\b/i;
/** Reads `4`, `2xV100`, `8xA100-80GB`, `A100:4`, `A100 (x2)`, `A100, A100`, `dual RTX 3090`, `2xA100 + 2xV100`, `8 GPUs`, `NVIDIA A100-SXM4-80GB`, `p3.8xlarge`, `2 x p4d.24xlarge`, `tpu-v3-8` (four chips), `cuda:3` (one). */
export function gpuCell(text: string): GpuCell {
  if (text === '' || text.length > LONGEST) return UNTOLD;
  if (/^\d+(?:[.,]\d+)?$/.test(text)) return { count: Number(text.replace(',', '.')), model: '' };
  if (/^cuda$/i.test(text)) return { count: 1, model: '' }; // PyTorch's current device
  if (isSurelyDevices(text)) return { count: devicesIn(text), model: '' };
  const parts = partsOf(text);
  return parts.length > 1 ? together(parts.map(single)) : single(parts[0] ?? text);
}

/** The entries of a list; memory after a comma belongs to the model before it. */
function partsOf(text: string): string[] {
  const isBracketed = /^\[.*\]$|^\(.*\)$/.test(text);
  const inner = (isBracketed ? text.slice(1, -1) : text).replace(/['"]/g, '').trim();
  const parts: string[] = [];
  for (const part of inner.split(LIST)) {
    if (MEMORY.test(part) && parts.length > 0) parts.push(`${parts.pop()} ${part}`);
    else if (part !== '') parts.push(part);
  }
  return parts;
}

/** The entries of a list as one: how many is not told where an entry is neither a GPU that is known nor has a number, as a CPU beside it. */
function together(entries: readonly GpuCell[]): GpuCell {
  const models = new Set(entries.map(({ model }) => model));
  const isTold = ({ count, model, isOpen }: GpuCell): boolean =>
    model !== '' &&
    isOpen !== true &&
    !isNoGpu(model) &&
    (!Number.isNaN(count) || models.size === 1 || findGpu(model) !== undefined);
  if (!entries.every(isTold)) return UNTOLD;
  const parts = entries.map(({ count, model }) => ({ count: Number.isNaN(count) ? 1 : count, model }));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return models.size === 1 ? { count, model: parts[0]?.model ?? '' } : { count, model: '', parts };
}

function single(text: string): GpuCell {
  const machine = machinesOf(1, text);
  if (machine !== undefined) return machine;
  if (OTHERWISE.test(text) || UNTOLD_WORD.test(text)) return UNTOLD;
  const alone = COUNT_ALONE.exec(text)?.[1] ?? COUNT_OF_GPUS.exec(text)?.[1];
  if (alone !== undefined) return { count: Number(alone), model: '' };
  const generic = /^gpu:(?=\D)/i.exec(text)?.[0].length ?? 0; // `gpu:a100:4`, as schedulers write it
  const named = text.slice(generic);
  const amount = amountIn(named);
  if (amount !== undefined) return counted(amount.count, amount.of);
  return { count: Number.NaN, model: named, ...(mayHaveCount(named) ? { isOpen: true } : {}) };
}

/** A slice of TPUs is the same on several machines. */
function machinesOf(machines: number, name: string): GpuCell | undefined {
  if (isMachineWithoutGpus(name)) return { count: 0, model: '', machines };
  const { count, gpu } = gpusOfMachine(name) ?? {};
  if (count === undefined || gpu === undefined) return undefined;
  return { count: machines * count, model: gpu, ...(gpu.startsWith('TPU') ? {} : { machines }) };
}

/** So many GPUs of a model, machines of a name, or so many times what is counted already: `V100 x 4 x 2`. */
function counted(count: number, of: string): GpuCell {
  const machine = machinesOf(count, of);
  if (machine !== undefined) return machine;
  if (of === '' || /^(?:gpus?|cards?|devices?)$/i.test(of)) return { count, model: '' };
  const inner = amountIn(of);
  return inner === undefined ? { count, model: of } : counted(count * inner.count, inner.of);
}

const WORDS_FOR_NONE =
  /^(?:(?:only\s+|nur\s+)?(?:cpus?|no|keine?|aucune?|none|without|ohne)(?:[\s-]+(?:only|gpus?|nodes?))*|false|off|disabled|nein|non|null|nil|n\/?a|)$/i;

/** What says that there is no GPU: `CPU only`, `<none>`, `false`, `[]`. */
export const isNoGpu = (model: string): boolean =>
  model !== '' && WORDS_FOR_NONE.test(model.replace(/^[<([{]+|[>)\]}]+$/g, '').trim());
