/** Numbers that Python's `json` writes and JSON does not know, outside of strings. */
const NOT_JSON = /"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g;

/**
 * Parses JSON as Python writes it: `NaN`, `Infinity` and `-Infinity` are read as the texts `NaN`, `Infinity` and `-Infinity`, which is also how newer clients write them.
 *
 * @returns undefined when it is no JSON
 */
export function parseTolerant(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return parseLoose(text);
  }
}

function parseLoose(text: string): unknown {
  try {
    return JSON.parse(text.replace(NOT_JSON, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    return undefined; // damage is for the caller to note
  }
}

/** What `value` holds as a mapping; empty when it is none. */
export const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** A number, or a text that is one; NaN for anything else. */
export function asNumber(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** A text; empty for anything else. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
