import { UNTOLD_GPUS } from '../../model/job.ts';
import { parseTimestamp } from '../timestamp.ts';

/** What the report puts an apostrophe before, so that no spreadsheet runs it as a formula; what had one gets another. */
const NEUTRALISED = /^'+[=+\-@\t\r]/;
const UTC_TIME = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(\.\d+)?Z$/;
const NUMBER = /^-?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A text as it was before the report neutralised it. */
export const textIn = (cell: string): string => (NEUTRALISED.test(cell) ? cell.slice(1) : cell);

/** Epoch seconds; NaN for an empty cell; undefined for what is no time in UTC. */
export function timeIn(cell: string): number | undefined {
  if (cell === '') return Number.NaN;
  const [, whole, fraction] = UTC_TIME.exec(cell) ?? [];
  if (whole === undefined) return undefined;
  const seconds = parseTimestamp(whole, (local) => local);
  return seconds === undefined || fraction === undefined ? seconds : seconds + Number(fraction);
}

/** NaN for an empty cell; undefined for what is no number. */
export function numberIn(cell: string): number | undefined {
  if (cell === '') return Number.NaN;
  return NUMBER.test(cell) ? Number(cell) : undefined;
}

/** What stands before and after the last at sign of `84_2@2018-03-01T10:00:00Z`: a job id, and when that came to be. The id of a tracked run stands alone. */
export function stampIn(cell: string): { job: string; at: number } {
  const text = textIn(cell);
  const sign = text.lastIndexOf('@');
  const at = sign === -1 ? undefined : timeIn(text.slice(sign + 1));
  return at === undefined ? { job: text, at: Number.NaN } : { job: text.slice(0, sign), at };
}

/**
 * `A100=2` as the log of a scheduler has it, of `A100` or `A100=2;unknown=1`: GPUs of unknown model are those beyond the named ones. `unknown` without a number is that the log did not
 * tell them.
 */
export function gpuTypesIn(cell: string, gpus: number): string {
  if (cell === '') return '';
  if (cell === 'unknown' && Number.isNaN(gpus)) return UNTOLD_GPUS;
  const entries = cell.split(';').map((entry) => {
    const equals = entry.lastIndexOf('=');
    const count = equals === -1 ? undefined : numberIn(entry.slice(equals + 1));
    return count === undefined ? { model: entry, count: gpus } : { model: entry.slice(0, equals), count };
  });
  const named = entries.filter(({ model, count }) => model !== 'unknown' && !Number.isNaN(count));
  return named.map(({ model, count }) => `${model}=${count}`).join();
}
