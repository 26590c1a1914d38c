import { type Decimal, numberIn } from './numbers.ts';

/** What `13:05` means in a column. */
export type Clock = 'minutes:seconds' | 'hours:minutes';

/** How a column writes durations. */
export interface DurationForm {
  readonly decimal: Decimal;
  /** Seconds of one unit of a bare number; NaN where that is not known. */
  readonly unit: number;
  /** Undefined where that is not known. */
  readonly clock: Clock | undefined;
}

const UNITS: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/^(?:ms|millis\w*)$/i, 1e-3],
  [/^(?:s|secs?|seconds?|sek\w*)$/i, 1],
  // Not `M`, which may be months.
  [/^(?:m|[Mm]ins?|[Mm]inutes?|[Mm]inuten?)$/, 60],
  [/^(?:h|hrs?|hours?|std\w*|stunden?)$/i, 3600],
  [/^(?:d|days?|tage?)$/i, 86_400],
  [/^(?:w|weeks?|wochen?)$/i, 604_800],
];

/** What bare numbers may count, seconds. */
export const UNITS_OF_NUMBERS = [1, 60, 3600, 1e-3, 86_400];
/** A duration is that between start and end to 2 %, and to the minute that clocks are written to. Our own judgement. */
const [AGREE_SHARE, AGREE_SECONDS] = [0.02, 90];

/** Whether a duration is that between start and end, both in seconds. */
export const isSpan = (seconds: number, span: number): boolean =>
  Math.abs(span - seconds) <= Math.max(AGREE_SECONDS, AGREE_SHARE * span);

/** A number and its unit, and what may stand before the next. */
const AMOUNT = /\d[\d.,]*(?:e[+-]?\d+)?\s*[a-zA-Z]+\.?[\s,]*/y;
const WORD = /(\d[\d.,]*(?:e[+-]?\d+)?)\s*([a-zA-Z]+)/g;
const ISO = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
/** `1-02:03:04` (Slurm), `2 days, 4:00:00` (Python), `1 days 02:03:04.5` (pandas), `26:03:04`, `-1 day, 23:59:59`. */
const CLOCK = /^(?:(-?\d+)(?:-|\s*(?:days?|d|tage?),?\s+))?(\d+):(\d{1,2})(?::(\d{1,2}(?:[.,]\d+)?))?$/i;

/** `3:30 h`, `1 Tag, 3:00 Std.`: hours and minutes, as said behind them. */
const CLOCK_OF_HOURS = /^(.*?\d:\d\d)\s*(?:h|hrs?|hours|std|stunden)\.?$/i;
/** `1 h 30`, `2 Std. 05`: minutes, as said by nothing else than the hours before them. */
const MINUTES_BEHIND = /^(\d+\s*(?:h|std|stunden?)\.?)\s*([0-5]?\d)$/i;

/** No duration is written with more characters, and expressions take the square of the length, or more. Our own judgement. */
const LONGEST = 100;

/** What a header tells of a column of clocks: `Dauer (hh:mm)`, `Duration (mm:ss)`. */
export function clockOfHeader(header: string): Clock | undefined {
  if (/(?<![a-z:])(?:h{1,2}|std):m{1,2}(?![a-z:])/i.test(header)) return 'hours:minutes';
  return /(?<![a-z:])m{1,2}:s{1,2}(?![a-z:])/i.test(header) ? 'minutes:seconds' : undefined;
}

/** Two numbers with a colon between them, of which nothing tells the unit. */
export const isTwoPart = (text: string): boolean => /^\d+:\d{1,2}$/.test(text);
export const isBareNumber = (text: string): boolean => /^[-+]?[\d.,]+(?:e[-+]?\d+)?$/i.test(text);

/** Whether a text is amounts with their units and nothing else. One after the other: as one expression this tries all ways to cut `1e1e1e` apart. */
function isInWords(text: string): boolean {
  if (text === '' || text.length > LONGEST) return false;
  AMOUNT.lastIndex = 0;
  while (AMOUNT.lastIndex < text.length) if (!AMOUNT.test(text)) return false;
  return true;
}

/** The numbers of a duration in words: `2,5` and `30` of `2,5 h 30 min`. */
export const amountsIn = (text: string): string[] =>
  isInWords(text) ? Array.from(text.matchAll(WORD), ([, amount = '']) => amount.replace(/,$/, '')) : [];

/** Seconds; NaN for what is no duration in this form, or says too little. */
export function durationIn(text: string, { decimal, unit, clock }: DurationForm): number {
  if (text === '' || text.length > LONGEST) return Number.NaN;
  if (isBareNumber(text)) return numberIn(text, decimal) * unit;
  const match = CLOCK.exec(text);
  if (match !== null) return clockSeconds(match, clock);
  const hours = CLOCK_OF_HOURS.exec(text)?.[1];
  if (hours !== undefined) return durationIn(hours, { decimal, unit, clock: 'hours:minutes' });
  const iso = ISO.exec(text);
  if (iso !== null && text.length > 1) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = iso.slice(1).map((part) => Number(part ?? 0));
    return days * 86_400 + hours * 3600 + minutes * 60 + seconds;
  }
  if (isInWords(text)) return inWords(text, decimal);
  const [, whole, minutes] = MINUTES_BEHIND.exec(text) ?? [];
  return whole === undefined ? Number.NaN : inWords(`${whole} ${minutes} min`, decimal);
}

function clockSeconds([, days, first, second, third]: RegExpExecArray, clock: Clock | undefined): number {
  const before = Number(days ?? 0) * 86_400;
  const [one, two] = [Number(first), Number(second)];
  if (third !== undefined) return before + one * 3600 + two * 60 + Number(third.replace(',', '.'));
  if (days !== undefined || clock === 'hours:minutes') return before + one * 3600 + two * 60;
  return clock === 'minutes:seconds' ? one * 60 + two : Number.NaN;
}

function inWords(text: string, decimal: Decimal): number {
  let seconds = 0;
  for (const [, amount = '', word = ''] of text.matchAll(WORD)) {
    const unit = UNITS.find(([pattern]) => pattern.test(word))?.[1];
    if (unit === undefined) return Number.NaN;
    seconds += numberIn(amount.replace(/,$/, ''), decimal) * unit;
  }
  return seconds;
}
