import { findGpu } from '../../../tables/hardware/gpus.ts';
import { TIME_UNITS } from './units.ts';

/** Words beside GPU-hours that say nothing else of them: letters and digits alone, in lower case. */
const BESIDE =
  'totales|totals?|tot|overall|gesamt\\w{0,2}|insgesamt|summen?|sum|used|usage|consumed|consumption|billed|billable|charged|actual|spent|allocated|alloc|numbers?|num|no|nr|n|counts?|anzahl|zahl|nombre|of|the|in|der|per(?:job|run|trial|experiment|row)|(?:pro|je)(?:job|lauf|zeile)|verbraucht\\w{0,2}|genutzt\\w{0,2}|verwendet\\w{0,2}|belegt\\w{0,2}|abgerechnet\\w{0,2}';
const DEVICE = 'gpudevices?|gpucards?|graphicscards?|gpus?|devices?|cards?|accelerators?|grafikkarten?|karten?';
const UNIT =
  'hours?|hrs?|hr|h|stunden?|std|heures?|minutes?|minuten?|mins|seconds?|secs?|sekunden?|days?|tage?|jours?|(?<!s)min';
const TIME = new RegExp(`^(?:${BESIDE})*(?:${DEVICE})(?:(?:time|zeit)?(${UNIT})|time|zeit)(?:${BESIDE})*$`);
const MONEY = /[$€£%]/g;
const AROUND = new RegExp(`^(?:${BESIDE})$`);
const UNIT_ALONE = new RegExp(`^(?:${UNIT})$`);

/** Names of units that {@link TIME_UNITS} has in another form. */
const FURTHER_UNITS: Readonly<Record<string, number>> = {
  ...{ stunde: 3600, heure: 3600, heures: 3600, minuten: 60, minute: 60, sekunde: 1, tag: 86_400, tage: 86_400 },
  ...{ jour: 86_400, jours: 86_400 },
};

const secondsIn = (unit: string): number => TIME_UNITS[unit] ?? FURTHER_UNITS[unit] ?? Number.NaN;

const wordsOf = (header: string): string[] =>
  header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * What a header says of GPU-hours by its words: seconds of one unit of its numbers, for `Total GPU hours`, `GPU days`, `Billed GPU-minutes`, `A100 hours`; NaN for `gpu_time`, which
 * does not say it.
 *
 * @param unit what stands behind the header as its unit: `s` of `gpu_time_s`
 * @returns undefined for a header that says something else
 */
export function gpuTimeUnit(header: string, unit = ''): number | undefined {
  if (header.search(MONEY) >= 0) return undefined;
  const [whole, told] = TIME.exec(wordsOf(header).join('')) ?? [];
  if (whole !== undefined) return told === undefined ? (TIME_UNITS[unit] ?? Number.NaN) : secondsIn(told);
  return modelTimeUnit(header);
}

/** Words of models that are none alone. */
const OF_MODEL = /^(?:nvidia|tesla|geforce|rtx|gtx|sxm\d?|pcie|\d{2,3}gb?|ti|super|ada)$/;
/** `a100`, `v100`, `3090`; TPUs are not meant. */
const isModel = (word: string): boolean => /\d{2}/.test(word) && (findGpu(word)?.generationNumber ?? 0) > 0;

/** The same where a model stands for the GPU: `A100 hours`, `V100-Stunden gesamt`. */
function modelTimeUnit(header: string): number | undefined {
  const words = wordsOf(header).filter((word) => !AROUND.test(word));
  const unit = words.pop() ?? '';
  if (!UNIT_ALONE.test(unit) || !words.some(isModel)) return undefined;
  return words.every((word) => isModel(word) || OF_MODEL.test(word)) ? secondsIn(unit) : undefined;
}

/** Whether GPU-hours are those of one model by their header: beside those of another they are a part. */
export const isOfOneModel = (header: string): boolean => modelTimeUnit(header) !== undefined;

const DEVICE_WORD = new RegExp(`^(?:${DEVICE})$`);
/** GPU-hours that are of something else than what a job held, for certain: money, and what a part of a job takes. */
const OTHER_WORD =
  /^(?:prices?|costs?|usd|eur|euros?|dollars?|rate|hourly|step|epoch|iter\w*|batch|token|sample|image|forward|backward|inference|latency|kosten|preis|util\w*|mem\w*|temp\w*|energy|power|k?wh|j|watts?)$/;

/** Whether numbers under a header that is not understood may be GPU-hours: `GPU hours (estimated)`, `reserved GPU hours`, but not `price per GPU hour`. */
export function mayBeGpuTime(header: string): boolean {
  const words = wordsOf(header.replaceAll(MONEY, ' cost '));
  const isOfGpus = words.some((word) => DEVICE_WORD.test(word) || TIME.test(word));
  const isTime = words.some((word) => (UNIT_ALONE.test(word) && word !== 'min') || TIME.test(word));
  return isOfGpus && isTime && !words.some((word) => OTHER_WORD.test(word));
}

/** What was billed is rounded up, and tells the least of what a job held. */
export const isBilled = (header: string): boolean => /bill|charged|abgerechnet/.test(wordsOf(header).join(''));
