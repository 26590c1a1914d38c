/** The same values come in many sweeps: they are read once. */
const MOST_KNOWN = 65_536;
const known = new Map<string, number>();

/** A value as a number; NaN when it is none. An empty one is 0, as in JavaScript. */
export function numberOfValue(value: string): number {
  const before = known.get(value);
  if (before !== undefined) return before;
  const number = Number(value);
  if (known.size < MOST_KNOWN) known.set(value, number);
  return number;
}

/** The same, where an empty value is none. */
export const numberIfTold = (value: string): number => (value === '' ? Number.NaN : numberOfValue(value));
