/** The value under a path of keys; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return found;
}

/** The entries of a list; none for anything else. */
export const entries = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A text; `''` for null and for what is no text. Numbers and truths are written out: YAML without tags may mistake a name for one. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** The first of some texts that is not empty. */
export const firstText = (...values: readonly unknown[]): string =>
  values.map(textOf).find((text) => text !== '') ?? '';

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INFINITE = /^-?(?:inf|infinity|infinite|unlimited)$/i;

/**
 * A number in any of Slurm's writings: plain; `{"set":true,"infinite":false,"number":3}` (since v0.0.39); null or `"Infinity"` (with
 * `+complex`); digits as text (YAML without tags). NaN when it is not set.
 */
export function num(value: unknown): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') {
    if (NUMBER.test(value)) return Number(value);
    return INFINITE.test(value) ? Number.POSITIVE_INFINITY : Number.NaN;
  }
  if (typeof value !== 'object' || value === null) return Number.NaN;
  if (isTrue(at(value, 'infinite'))) return Number.POSITIVE_INFINITY;
  const number = at(value, 'number');
  return isTrue(at(value, 'set')) && typeof number !== 'object' ? num(number) : Number.NaN;
}

const isTrue = (value: unknown): boolean => value === true || value === 'true';

/** Slurm's `no value` and `infinite` in 32 bits (slurm/slurm.h NO_VAL, INFINITE); in 64 bits they are beyond 2⁶³. */
const [NO_VALUE, INFINITY] = [4_294_967_294, 4_294_967_295];
const FIRST_SENTINEL_64 = 2 ** 63;

/** A count, 0 or more; NaN for every way of saying that there is none: null, −2, not set, the largest numbers of 32 and 64 bits. */
export function count(value: unknown): number {
  const number = num(value);
  const isCount = number >= 0 && number < FIRST_SENTINEL_64 && number !== NO_VALUE && number !== INFINITY;
  return isCount ? number : Number.NaN;
}

/** A count, 0 when it is not set. */
export function countOrZero(value: unknown): number {
  const number = count(value);
  return Number.isNaN(number) ? 0 : number;
}

/** A time, epoch seconds UTC; NaN when it is not set, which 0 means too. */
export function timeOf(value: unknown): number {
  const seconds = count(value);
  return seconds > 0 ? seconds : Number.NaN;
}

/** A time limit, which logs give in minutes: seconds; Infinity for none; NaN when it is not known. */
export function limitOf(value: unknown): number {
  const minutes = num(value);
  if (minutes === Number.POSITIVE_INFINITY || minutes === INFINITY) return Number.POSITIVE_INFINITY;
  return count(minutes) * 60;
}
