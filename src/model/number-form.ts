export type Numbers = Float64Array | Float32Array | Uint32Array | Uint16Array;

/** One of the four kinds of arrays, by its constructor. */
export type NumbersKind = new (length: number) => Numbers;

/**
 * How a column keeps its numbers: each chunk in narrow integers as long as all of its numbers are whole and small enough, else in the wide form. Most numbers of logs are: epoch seconds take 4
 * bytes instead of 8, cores and gigabytes 2 instead of 4.
 */
export interface NumberForm {
  readonly narrow: NumbersKind;
  readonly wide: NumbersKind;
  /** The largest number that the narrow form can hold. */
  readonly most: number;
  /** What stands in the narrow form for NaN; NaN itself, which nothing is equal to, where there is no such code. */
  readonly unknown: number;
  /** What an entry holds that was never set: NaN, or 0 where NaN cannot be kept. */
  readonly absent: number;
}

const [MOST_16, MOST_32] = [0xffff, 0xffffffff];

const FLOATS_64 = formOfFloats(Uint32Array, Float64Array, MOST_32);
const FLOATS_32 = formOfFloats(Uint16Array, Float32Array, MOST_16);
const WORDS: NumberForm = { narrow: Uint32Array, wide: Uint32Array, ...wholeUpTo(MOST_32) };
const CODES: NumberForm = { narrow: Uint16Array, wide: Uint32Array, ...wholeUpTo(MOST_16) };

function formOfFloats(narrow: NumbersKind, wide: NumbersKind, unknown: number): NumberForm {
  return { narrow, wide, most: unknown - 1, unknown, absent: Number.NaN };
}

function wholeUpTo(most: number): Pick<NumberForm, 'most' | 'unknown' | 'absent'> {
  return { most, unknown: Number.NaN, absent: 0 };
}

/** The form in which a column keeps what such an array would hold. */
export function numberFormOf(kind: NumbersKind): NumberForm {
  if (kind === Float64Array) return FLOATS_64;
  if (kind === Float32Array) return FLOATS_32;
  return kind === Uint32Array ? WORDS : CODES;
}

/** Whether a number is whole, from 0 up to a largest one of 32 bits at most. A negative zero is not: it would come back as 0. */
export const isWhole = (value: number, most: number): boolean =>
  value >>> 0 === value && value <= most && !Object.is(value, -0);

/** Whether the narrow form can hold a number. */
export const doesFit = (value: number, { most, unknown }: NumberForm): boolean =>
  isWhole(value, most) || (Number.isNaN(value) && !Number.isNaN(unknown));

export function doAllFit(numbers: Numbers, form: NumberForm): boolean {
  for (let at = 0; at < numbers.length; at++) if (!doesFit(numbers[at] as number, form)) return false;
  return true;
}

/** Writes numbers that all fit into a narrow chunk, from a place on. */
export function encode(numbers: Numbers, chunk: Numbers, from: number, { unknown }: NumberForm): void {
  for (let at = 0; at < numbers.length; at++) {
    const value = numbers[at] as number;
    chunk[from + at] = Number.isNaN(value) ? unknown : value;
  }
}

export function areAll(numbers: Numbers, number: number): boolean {
  for (let at = 0; at < numbers.length; at++) if (!Object.is(numbers[at], number)) return false;
  return true;
}

/** A copy in which NaN stands again where the narrow form has its code. */
export function decoded(numbers: Numbers, { wide, unknown }: NumberForm): Numbers {
  const copy = new wide(numbers.length);
  const isCoded = !(numbers instanceof wide);
  for (let at = 0; at < copy.length; at++) {
    copy[at] = isCoded && numbers[at] === unknown ? Number.NaN : (numbers[at] as number);
  }
  return copy;
}

/** A copy with so much added to each number. */
export function shifted(numbers: Numbers, add: number): Numbers {
  const copy = numbers.slice();
  if (add !== 0) for (let at = 0; at < copy.length; at++) (copy[at] as number) += add;
  return copy;
}
