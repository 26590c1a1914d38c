import { amount, grouped, UNKNOWN } from './format.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The furthest moments that a date can name, milliseconds from 1970. */
const LAST_MILLISECOND = 8.64e15;

const dateOf = (epochSeconds: number): Date | undefined =>
  Math.abs(epochSeconds * 1000) <= LAST_MILLISECOND ? new Date(epochSeconds * 1000) : undefined;

/** A day in UTC: `9 Jun 2017`. */
export function day(epochSeconds: number): string {
  const date = dateOf(epochSeconds);
  return date === undefined ? UNKNOWN : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A moment in UTC to the minute: `9 Jun 2017 14:05`. */
export function minute(epochSeconds: number): string {
  const date = dateOf(epochSeconds);
  return date === undefined ? UNKNOWN : `${day(epochSeconds)} ${date.toISOString().slice(11, 16)}`;
}

/** A stretch of days: `9 Jun 2017 to 28 Nov 2017`, one day where both ends fall on it. */
export function days(start: number, end: number): string {
  const [first, last] = [day(start), day(end)];
  return first === last ? first : `${first} to ${last}`;
}

/** How long something took, in the unit a person would choose: `40 s`, `3 min`, `50.1 h`, `9 days`. */
export function duration(hours: number): string {
  if (!Number.isFinite(hours)) return UNKNOWN;
  if (hours * 3600 < 59.5) return `${amount(hours * 3600)} s`;
  if (hours * 60 < 59.5) return `${grouped(hours * 60)} min`;
  return hours < 72 ? `${amount(hours)} h` : `${amount(hours / 24)} days`;
}
