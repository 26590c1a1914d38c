import { AppError } from '../errors.ts';
import { parseTimestamp } from '../ingest/timestamp.ts';

/**
 * A date of the command line, UTC, as epoch seconds.
 *
 * @throws AppError when it is none
 */
export function dateOption(option: string, text: string): number {
  const full = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00` : text;
  const seconds = parseTimestamp(full, (local) => local);
  if (seconds === undefined || Number.isNaN(seconds)) throw new AppError({ code: 'bad-date', option, text });
  return seconds;
}
