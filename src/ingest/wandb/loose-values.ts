import { parseTimestamp } from '../timestamp.ts';

/** An object as JSON has it, with whatever keys. */
export type Entries = Readonly<Record<string, unknown>>;

export const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text; numbers are written out, anything else is empty. */
export const textIn = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A number of 0 or more, which may stand as text; NaN for anything else. */
export function countIn(value: unknown): number {
  const text = textIn(value).trim();
  const number = text === '' ? Number.NaN : Number(text);
  return number >= 0 && number < Number.POSITIVE_INFINITY ? number : Number.NaN;
}

/** Epoch seconds of a time that W&B wrote: UTC, whether it ends in Z or, as up to 0.17, does not. NaN for none. */
export const utcTime = (value: unknown): number => parseTimestamp(textIn(value).trim(), (utc) => utc) ?? Number.NaN;

/** A value as JSON text; `…` for one that is nested deeper than the stack. */
export function jsonText(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '…';
  }
}
