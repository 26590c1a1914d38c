import { parseTimestamp } from '../../timestamp.ts';

/** Which of the first two numbers of `04/09/2023` is the day. */
export type DateOrder = 'day-first' | 'month-first';

const DIGITS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(.*))?$/;
const YEAR_FIRST = /^(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?:[ T,]+(.*))?$/;
const NAMED_MONTH =
  /^(?:(\d{1,2})\.?[\s-]+([a-zä]{3,9})\.?|([a-zä]{3,9})\.?\s+(\d{1,2})),?[\s-]+(\d{4}|\d{2})(?:[ T,]+(.*))?$/i;
/** `Mo, `, `Mon `, `Montag, `. */
const WEEKDAY =
  /^(?:mon?|tue?s?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|di|mi|do|fr|sa|so|mon|diens|mitt|donners|frei|sams|sonn)(?:day|tag|woch)?[.,]*\s+(?=\S)/i;
const COMPACT = /^(\d{4})(\d\d)(\d\d)[_T-]?(\d\d)(\d\d)(\d\d)?$/;
const TIME =
  /^(\d{1,2}):(\d{2})(?::(\d{2}(?:[.,]\d+)?))?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:(?:GMT|UTC)?\s*([+-]\d{2}:?\d{2}|Z))?(?:\s*\(.*\))?(?:\s*(?:Uhr|UTC|GMT))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const GERMAN = new Map(Object.entries({ mär: 2, mrz: 2, mai: 4, okt: 9, dez: 11 }));
/** Days since 1899-12-30, as spreadsheets count: the years 2000 to 2100. */
const [FIRST_SERIAL, LAST_SERIAL, SERIAL_OF_1970] = [36_526, 73_051, 25_569];

const isMark = (letter: string | undefined): boolean => letter === '.' || letter === '/' || letter === '-';

const hasWeekday = (text: string): boolean => text > '9' && WEEKDAY.test(text);

/** Whether a date that is understood is a day without a time of day: neither a number of seconds or days nor digits that run on to the clock. */
export const isDayAlone = (text: string): boolean => !text.includes(':') && !/\d{6}|^\d+(?:[.,]\d+)?$/.test(text);

const [LAST_DIGIT, POINT, SLASH, DASH] = [0x39, 0x2e, 0x2f, 0x2d];
const isMarkByte = (byte: number | undefined): boolean => byte === POINT || byte === SLASH || byte === DASH;

/** Whether a text is surely no date of numbers of which the first is a day or month, as none is that begins with the year. */
export const hasNoOrder = (bytes: Uint8Array, start: number, end: number): boolean =>
  end - start > 2 &&
  (bytes[start] as number) <= LAST_DIGIT &&
  !isMarkByte(bytes[start + 1]) &&
  !isMarkByte(bytes[start + 2]);

/** Which orders a cell of numbers allows; undefined for a cell in which nothing is open. */
export function ordersOf(text: string): readonly DateOrder[] | undefined {
  const isDated = isMark(text[1]) || isMark(text[2]);
  if (!isDated && !hasWeekday(text)) return undefined; // most tables begin with the year
  const match = DIGITS.exec(text.replace(WEEKDAY, ''));
  if (match === null) return undefined;
  const [, first, mark, second] = match;
  if (mark === '.') return ['day-first']; // no one writes months first with dots
  return [
    ...(Number(second) <= 12 ? (['day-first'] as const) : []),
    ...(Number(first) <= 12 ? (['month-first'] as const) : []),
  ];
}

/**
 * Reads a time as tables have it.
 *
 * @param toUtc turns local epoch seconds into UTC ones
 * @returns epoch seconds UTC; NaN when it is not understood
 */
export function dateIn(text: string, order: DateOrder, toUtc: (local: number) => number): number {
  if (text === '') return Number.NaN;
  const serial = Number(text.replace(',', '.'));
  if (serial >= FIRST_SERIAL && serial < LAST_SERIAL) return toUtc(Math.round((serial - SERIAL_OF_1970) * 86_400));
  if (/^\d{9,19}(?:\.\d+)?$/.test(text)) return epochIn(text);
  const date = hasWeekday(text) ? text.replace(WEEKDAY, '') : text;
  return parseTimestamp(date, toUtc) ?? otherDate(date, order, toUtc) ?? Number.NaN;
}

/** Seconds, milli-, micro- or nanoseconds by their size. */
function epochIn(text: string): number {
  const whole = (text.split('.')[0] as string).length;
  return Number(text) / 10 ** (whole <= 11 ? 0 : whole <= 14 ? 3 : whole <= 17 ? 6 : 9);
}

function otherDate(text: string, order: DateOrder, toUtc: (local: number) => number): number | undefined {
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, year, month, day, hour, minute, second = '00'] = compact;
    return compose(Number(year), Number(month) - 1, Number(day), `${hour}:${minute}:${second}`, toUtc);
  }
  const [, year, , month, day, rest] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return compose(Number(year), Number(month) - 1, Number(day), rest, toUtc);
  const numbers = DIGITS.exec(text);
  if (numbers !== null) {
    const [, first, mark, second, shortYear, clock] = numbers;
    const isDayFirst = mark === '.' || order === 'day-first';
    const [dayOf, monthOf] = isDayFirst ? [first, second] : [second, first];
    return compose(fullYear(shortYear as string), Number(monthOf) - 1, Number(dayOf), clock, toUtc);
  }
  return namedMonth(text, toUtc);
}

function namedMonth(text: string, toUtc: (local: number) => number): number | undefined {
  const [, dayBefore, monthAfter, monthBefore, dayAfter, year, rest] = NAMED_MONTH.exec(text) ?? [];
  const name = (monthAfter ?? monthBefore ?? '').slice(0, 3).toLowerCase();
  const month = GERMAN.get(name) ?? MONTHS.indexOf(name);
  if (year === undefined || month < 0) return undefined;
  return compose(fullYear(year), month, Number(dayBefore ?? dayAfter), rest, toUtc);
}

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function compose(
  year: number,
  month: number,
  day: number,
  clock: string | undefined,
  toUtc: (local: number) => number,
): number | undefined {
  const midnight = Date.UTC(year, month, day) / 1000;
  const isReal = month >= 0 && month < 12 && new Date(midnight * 1000).getUTCDate() === day;
  if (!isReal) return undefined;
  if (clock === undefined || clock === '') return toUtc(midnight);
  const [, hours, minutes, seconds = '0', half, zone] = TIME.exec(clock) ?? [];
  if (hours === undefined) return undefined;
  const isAfternoon = /^p/i.test(half ?? '');
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isAfternoon ? 12 : 0);
  const local = midnight + hour * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  if (zone === undefined) return toUtc(local);
  const [, sign, zoneHours, zoneMinutes] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  const offset = sign === undefined ? 0 : (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60;
  return local - (sign === '-' ? -offset : offset);
}
