import { shareOfGpu } from '../../../tables/hardware/gpu-slices.ts';
import { findGpu } from '../../../tables/hardware/gpus.ts';

/** A number, and of what. */
export interface Amount {
  readonly count: number;
  /** A model, or another amount; empty where it is not said which. */
  readonly of: string;
}

/** `4x A100`, `4x3090`. */
const COUNT_FIRST = /^(\d+(?:[.,]\d+)?)\s*[x×*]\s*(\S.*)$/i;
const COUNT_LAST = /^(.*?[a-zA-Z\d].*?)\s*(?:[:=*]|\s[x×]\s?)\s*(\d+)$/;
/** `A100 (x2)`, `A100 (2x)`, `A100 [2]`, `A100 (2 GPUs)`. */
const COUNT_IN_BRACKETS = /^(.+?)\s*[([]\s*[x×*]?\s*(\d{1,2})\s*[x×]?\s*(?:gpus?|cards?|chips?)?\s*[)\]]$/i;
/** `A100x4`, but neither `RTX4090` nor `TITANX`. */
const COUNT_GLUED = /^(.*[\dbs])[x×](\d{1,2})$/i;
/** `NVIDIA A100-SXM4-80GB 2 device(s)`. */
const COUNT_OF_DEVICES = /^(.+?)[\s,/]+(\d{1,3})\s*(?:devices?|gpus?|cards?)(?:\(s\))?$/i;
/** `4 A100`, `0.5 A100`, `4 3090`. */
const COUNT_BEFORE = /^(\d{1,4}(?:[.,]\d{1,2})?)\s+(?!g[bi]|[x×]\s)(\S.*)$/i;
/** `4A100`, `8H100`, `2RTX 3090`; `80GB A100` is no number of them. */
const COUNT_STUCK = /^(\d{1,2})([a-z][a-z\d]*)(.*)$/i;
/** `4-GPU A100`, `4 GPUs (3090)`. */
const COUNT_OF_GPUS = /^(\d{1,3})[\s-]*(?:gpus?|cards?)(?:[\s,:-]+|(?=[([]))[([]?(.+?)[)\]]?$/i;
/** `lambda 8xV100`. */
const COUNT_INSIDE = /^[^\d]*[\s([,:/_-](\d{1,2})\s*[x×*]\s*([a-z\d].*)$/i;
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
const PARTS: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
};
const MAKER = /^(?:nvidia|tesla|geforce|rtx|gtx|titan|quadro|amd|instinct)$/i;

/** More of a model that no table knows are not believed where only a blank stands between, nor more behind a model. Our own judgement. */
const [MOST_UNKNOWN, MOST_BEHIND] = [64, 16];

/** Whether a text names a GPU that is known, or a slice of one. */
const isKnown = (text: string): boolean => findGpu(text) !== undefined || shareOfGpu(text) < 1;

/** Whether a number is a model itself: the 4090 of `2*4090`. */
const isModelNumber = (digits: string): boolean => digits.length >= 3 && findGpu(digits) !== undefined;

const numberOf = (digits: string): number => Number(digits.replace(',', '.'));

/** A number of GPUs and their model, as one text tells them. @returns undefined where it has none */
export const amountIn = (text: string): Amount | undefined =>
  amountBefore(text) ?? amountBehind(text) ?? amountInside(text);

function amountBefore(text: string): Amount | undefined {
  const first = timesIn(text);
  if (first !== undefined) return first;
  const part = PARTS[text[0] ?? ''];
  if (part !== undefined) return { count: part, of: text.slice(1).trim() };
  const [, word = '', named] = WORD_BEFORE.exec(text) ?? [];
  if (named !== undefined) return { count: NUMBERS[word.toLowerCase()] as number, of: named };
  const [, ofGpus = '', model = ''] = COUNT_OF_GPUS.exec(text) ?? [];
  if (isKnown(model)) return { count: Number(ofGpus), of: model };
  const [, number = '', behind = ''] = COUNT_BEFORE.exec(text) ?? [];
  const isCount = isKnown(behind) ? !isModelNumber(number) : isFew(number, behind);
  return behind !== '' && isCount ? { count: numberOf(number), of: behind } : stuckBefore(text);
}

function stuckBefore(text: string): Amount | undefined {
  const [, stuck = '', begin = '', rest = ''] = COUNT_STUCK.exec(text) ?? [];
  const isModel = isKnown(begin) || (MAKER.test(begin) && isKnown(begin + rest));
  return isModel && !/^g(?:i?b)?$/i.test(begin) ? { count: Number(stuck), of: begin + rest } : undefined;
}

/** `4x A100`, `2*4090`; `2x4` are eight, whichever of them counts machines. */
function timesIn(text: string): Amount | undefined {
  const [, number = '', of = ''] = COUNT_FIRST.exec(text) ?? [];
  if (of === '' || isModelNumber(number)) return undefined;
  if (/^\d{1,2}$/.test(of) && /^\d{1,2}$/.test(number)) return { count: Number(number) * Number(of), of: '' };
  return !/^\d/.test(of) || isKnown(of) || /^\d+\s*[x×*]/.test(of)
    ? { count: numberOf(number), of: of.trim() }
    : undefined;
}

function amountBehind(text: string): Amount | undefined {
  const match =
    COUNT_LAST.exec(text) ?? COUNT_IN_BRACKETS.exec(text) ?? COUNT_GLUED.exec(text) ?? COUNT_OF_DEVICES.exec(text);
  const [, named = '', last = ''] = match ?? [];
  if (match !== null) return isModelNumber(last) ? undefined : { count: Number(last), of: named.trim() };
  const { model, number, isMemory, isApart } = numberBehind(text);
  return isApart && !isMemory && number <= MOST_BEHIND ? { count: number, of: model } : undefined;
}

function amountInside(text: string): Amount | undefined {
  const [, number = '', of = ''] = COUNT_INSIDE.exec(text) ?? [];
  return isKnown(of) ? { count: Number(number), of } : undefined;
}

/** `2 Widgets` are two; `980 Ti` is a model. */
const isFew = (number: string, model: string): boolean =>
  !/^\d/.test(model) && numberOf(number) <= MOST_UNKNOWN && !/^(?:ti|super|max|mx?)\b/i.test(model);

const NUMBER_BEHIND = /^(.*[^\s_-])([\s_-]+)(\d{1,3})$/;

/** A small number behind a model: how many there are, or how much memory each has. */
function numberBehind(text: string): { model: string; number: number; isMemory: boolean; isApart: boolean } {
  const [, model = '', between = '', digits = ''] = NUMBER_BEHIND.exec(text) ?? [];
  const found = model === '' ? undefined : findGpu(model);
  const number = found === undefined || found.generationNumber === 0 ? Number.NaN : Number(digits);
  const isMemory = found?.boards.some(({ memoryGb }) => memoryGb === number) === true;
  return { model, number, isMemory, isApart: between.trim() === '' };
}

/** Parts of a GPU, or its use: `A100/2`, `A100 50%`. */
const PART = /\d\s*%|\/\s*\d+\s*\)?$/;

/** Whether a model has a number with it that may be how many GPUs there are, or not: `A100-4`, `GTX 1080 8` (GB?), `A100/2`. */
export function mayHaveCount(text: string): boolean {
  if (PART.test(text)) return isKnown(text.replace(PART, ''));
  const { number, isMemory } = numberBehind(text);
  return number > 0 && (!isMemory || number <= FEW);
}

/** So many GPUs are commoner than a memory of so many GB. Our own judgement. */
const FEW = 8;
