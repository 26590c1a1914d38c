const [ZERO, NINE, POINT] = [0x30, 0x39, 0x2e];
/** Whole numbers of so many digits are exact in 64 bits, and so is this power of ten: their quotient is the nearest number to the text, as `Number` gives it. */
const MOST_DIGITS = 15;
const TENS = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/**
 * The commonest form of numbers, `12` or `0.355`, told from bytes: regular expressions over each of a million cells would take longer than all else.
 *
 * @returns digits behind the point, 0 where there is no point; −1 for any other form, `1.` and `.5` among them
 */
export function fractionDigits(bytes: Uint8Array, start: number, end: number): number {
  let point = -1;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte !== POINT || point >= 0 || at === start || at === end - 1) return -1;
    point = at;
  }
  if (start === end) return -1;
  return point < 0 ? 0 : end - 1 - point;
}

/** Whether a text is such a number. */
export const isOfDigits = (bytes: Uint8Array, start: number, end: number): boolean =>
  fractionDigits(bytes, start, end) >= 0;

/** The number in a text of that form, read with a point; NaN for any other, and for more than 15 digits. */
export function digitsIn(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > MOST_DIGITS + 1 || bytes[start] === POINT || start === end) return Number.NaN;
  let [whole, point] = [0, -1];
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - ZERO;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
    else if (digit === POINT - ZERO && point < 0) point = at;
    else return Number.NaN;
  }
  if (point < 0) return end - start > MOST_DIGITS ? Number.NaN : whole;
  return point === end - 1 ? Number.NaN : whole / (TENS[end - 1 - point] as number);
}
