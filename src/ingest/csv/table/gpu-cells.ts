import { findGpu } from '../../../tables/hardware/gpus.ts';
import { gpusOfMachine } from '../../../tables/hardware/machines.ts';
import { devicesIn, isSurelyDevices } from './device-lists.ts';

/** GPUs as one cell tells them. */
export interface GpuCell {
  /** NaN when the cell does not say how many. */
  readonly count: number;
  /** Empty when the cell does not say which, or says several. */
  readonly model: string;
  /** Where these are of several models: each with its number. */
  readonly parts?: readonly GpuCell[];
}

const UNTOLD: GpuCell = { count: Number.NaN, model: '' };

/** No GPUs are written with more characters, a list of a hundred devices included, and expressions take the square of the length. Our own judgement. */
const LONGEST = 1000;

const COUNT_FIRST = /^(\d+)\s*[x×*]\s*(\D.*)$/i;
const COUNT_LAST = /^(.*?[a-zA-Z\d].*?)\s*(?:[:=*]|\s[x×]\s?)\s*(\d+)$/;
/** `A100 (x2)`, `A100 (2x)`, `A100 [2]`, `A100 (2 GPUs)`. */
const COUNT_IN_BRACKETS = /^(.+?)\s*[([]\s*[x×*]?\s*(\d{1,2})\s*[x×]?\s*(?:gpus?|cards?)?\s*[)\]]$/i;
/** `A100x4`, but neither `RTX4090` nor `TITANX`. */
const COUNT_GLUED = /^(.*[\dbs])[x×](\d{1,2})$/i;
const COUNT_ALONE = /^(\d{1,4})\s*[x×*]?\s*(?:gpus?|devices?|cards?|karten?|grafikkarten?)$/i;
const COUNT_OF_GPUS = /^(?:gpus\s*[:=]?|gpu\s*[:=])\s*(\d{1,4})$/i;
/** `4 A100`, `0.5 A100`. */
const COUNT_BEFORE = /^(\d{1,4}(?:[.,]\d{1,2})?)\s+(?!g[bi]|[x×]\s)(\D.*)$/i;
const WORD_BEFORE =
  /^(single|one|eine?|une?|dual|double|two|zwei|deux|triple|three|drei|trois|quad|four|vier|quatre|six|sechs|eight|acht|huit)[\s-]+(.+)$/i;
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ single: 1, one: 1, ein: 1, eine: 1, un: 1, une: 1, dual: 2, double: 2, two: 2, zwei: 2, deux: 2, triple: 3 },
  ...{
    three: 3,
    drei: 3,
    trois: 3,
    quad: 4,
    four: 4,
    vier: 4,
    quatre: 4,
    six: 6,
    sechs: 6,
    eight: 8,
    acht: 8,
    huit: 8,
  },
};

/** GPUs of a number of machines, and parts of a GPU: `A100 on 2 nodes`, `1/2 A100`. How many that are is not told. */
const OTHERWISE = /(?<!\d)(?:[2-9]|\d{2,})\s*(?:nodes?|machines?|knoten|rechner)\b|^\d+\/\d+\s/i;
const LIST = /\s*(?:[,;+&]|\b(?:and|und|et)\b)\s*/i;
const MEMORY = /^\d+\s*g(?:i?b)?\b/i;
/** More of a model that no table knows are not believed where only a blank stands between. Our own judgement. */
const MOST_UNKNOWN = 64;

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
  const isTold = ({ count, model }: GpuCell): boolean =>
    model !== '' && !isNoGpu(model) && (!Number.isNaN(count) || models.size === 1 || findGpu(model) !== undefined);
  if (!entries.every(isTold)) return UNTOLD;
  const parts = entries.map(({ count, model }) => ({ count: Number.isNaN(count) ? 1 : count, model }));
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return models.size === 1 ? { count, model: parts[0]?.model ?? '' } : { count, model: '', parts };
}

function single(text: string): GpuCell {
  const machine = gpusOfMachine(text);
  if (machine !== undefined) return { count: machine.count, model: machine.gpu };
  if (OTHERWISE.test(text)) return UNTOLD;
  const alone = COUNT_ALONE.exec(text)?.[1] ?? COUNT_OF_GPUS.exec(text)?.[1];
  if (alone !== undefined) return { count: Number(alone), model: '' };
  const generic = /^gpu:(?=\D)/i.exec(text)?.[0].length ?? 0; // `gpu:a100:4`, as schedulers write it
  const named = text.slice(generic);
  return countBefore(named) ?? countBehind(named) ?? { count: Number.NaN, model: named };
}

function countBefore(text: string): GpuCell | undefined {
  const [, first, model] = COUNT_FIRST.exec(text) ?? [];
  if (model !== undefined) return counted(Number(first), model.trim());
  const [, word = '', named] = WORD_BEFORE.exec(text) ?? [];
  if (named !== undefined) return counted(NUMBERS[word.toLowerCase()] as number, named);
  const [, number, behind = ''] = COUNT_BEFORE.exec(text) ?? [];
  const isCount = number !== undefined && (findGpu(behind) !== undefined || isFew(number, behind));
  return isCount ? counted(Number(number.replace(',', '.')), behind) : undefined;
}

function countBehind(text: string): GpuCell | undefined {
  const [, named, last] = COUNT_LAST.exec(text) ?? COUNT_IN_BRACKETS.exec(text) ?? COUNT_GLUED.exec(text) ?? [];
  return named === undefined ? undefined : counted(Number(last), named.trim());
}

/** `2 Widgets` are two; `980 Ti` is a model. */
const isFew = (number: string, model: string): boolean =>
  Number(number.replace(',', '.')) <= MOST_UNKNOWN && !/^(?:ti|super|max|mx?)\b/i.test(model);

/** So many GPUs of a model, or machines of a name. */
function counted(count: number, model: string): GpuCell {
  const machine = gpusOfMachine(model);
  if (machine !== undefined) return { count: count * machine.count, model: machine.gpu };
  return { count, model: /^(?:gpus?|cards?|devices?)$/i.test(model) ? '' : model };
}

/** What says that there is no GPU. */
export const isNoGpu = (model: string): boolean =>
  /^(?:only\s+|nur\s+)?(?:cpus?|no|keine?|aucune?|none|without|ohne)(?:[\s-]+(?:only|gpus?|nodes?))*$/i.test(model);
