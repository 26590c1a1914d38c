const NUMBER = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/** Bits of a decimal digit. */
const DIGIT = Math.log2(10);
/** Bits for the first digit and the size of a number that people choose, for its second digit, and for a word. Our own judgement. */
const [FIRST, SECOND, WORD] = [3, 2, 5];

/** The same values come in many sweeps and families: they are looked at once. */
const MOST_KNOWN = 65_536;
const knownBits = new Map<string, number>();

/**
 * How much a value tells, in bits: a number by its significant digits (`0.1` little, `0.001308209823469072` much), a power of two as one of a digit, anything else as a choice of
 * words. That two runs share a value of many digits is no accident.
 */
export function bitsOfValue(value: string): number {
  const known = knownBits.get(value);
  if (known !== undefined) return known;
  const bits = weigh(value);
  if (knownBits.size < MOST_KNOWN) knownBits.set(value, bits);
  return bits;
}

function weigh(value: string): number {
  const digits = NUMBER.exec(value)?.[1];
  if (digits === undefined) return WORD;
  if (Number.isInteger(Math.log2(Number(digits)))) return FIRST;
  const significant = digits.replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
  return FIRST + (significant > 1 ? SECOND : 0) + DIGIT * Math.max(0, significant - 2);
}
