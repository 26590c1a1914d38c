import { parseTimestamp } from '../ingest/timestamp.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MINUTE = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}$/;

/** Whether a date of an event is a day alone. */
export const isDayAlone = (written: string): boolean => DAY.test(written);

/**
 * The date of an event as epoch seconds: `2018-02-22`, `2018-02-22 23:59`, `2018-02-22T23:59:00`, or with a zone of its own (`2018-02-22T23:59:00-12:00`).
 *
 * @param toUtc turns local epoch seconds into UTC ones
 * @returns undefined for what is no date
 */
export function eventSeconds(written: string, toUtc: (local: number) => number): number | undefined {
  if (isDayAlone(written)) return parseTimestamp(`${written}T00:00:00`, toUtc);
  return parseTimestamp(MINUTE.test(written) ? `${written}:00` : written, toUtc);
}

/** Whether a text is a date, and one that the calendar has: 30 February would be drawn in March. */
export function isEventDate(written: string): boolean {
  const seconds = eventSeconds(written, (local) => local);
  if (seconds === undefined || !Number.isFinite(seconds)) return false;
  const day = new Date(Date.parse(`${written.slice(0, 10)}T00:00:00Z`));
  return day.getUTCDate() === Number(written.slice(8, 10));
}
