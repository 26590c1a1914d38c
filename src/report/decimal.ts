const [ZERO, DOT] = [0x30, 0x2e];

/** Decimals of an amount: a millionth of an hour is 4 ms. */
const DECIMALS = 6;
const SCALE = 10 ** DECIMALS;
const MOST_SCALED = Number.MAX_SAFE_INTEGER / SCALE;
/** Below it digits are cut off in 32-bit integers, several times as fast. */
const [BILLION, BILLION_DIGITS] = [1e9, 9];

/** The longest that {@link copyDecimal} writes. */
export const DECIMAL_BYTES = 32;

const encoder = new TextEncoder();

/**
 * Writes a number into bytes, to six decimals and without zeros at its end; nothing for NaN. Negative and huge numbers are written as JavaScript does. Gives where it ends.
 */
export function copyDecimal(value: number, bytes: Uint8Array, start: number): number {
  if (Number.isNaN(value)) return start;
  if (value > MOST_SCALED || value < 0) return start + encoder.encodeInto(String(value), bytes.subarray(start)).written;
  const millionths = Math.round(value * SCALE);
  const whole = Math.floor(millionths / SCALE);
  const at = copyDigits(whole, 1, bytes, start);
  let rest = (millionths - whole * SCALE) | 0;
  if (rest === 0) return at;
  let decimals = DECIMALS;
  for (; rest % 10 === 0; rest = (rest / 10) | 0) decimals--;
  bytes[at] = DOT;
  return copyDigits(rest, decimals, bytes, at + 1);
}

/** Writes a whole number below 2⁵³ in at least `width` digits. */
function copyDigits(value: number, width: number, bytes: Uint8Array, start: number): number {
  if (value >= BILLION) {
    const billions = Math.floor(value / BILLION);
    return copyDigits(value - billions * BILLION, BILLION_DIGITS, bytes, copyDigits(billions, 1, bytes, start));
  }
  let digits = width;
  for (let size = 10 ** width; size <= value; size *= 10) digits++;
  let rest = value | 0;
  for (let at = start + digits - 1; at >= start; at--) {
    const tens = (rest / 10) | 0;
    bytes[at] = ZERO + rest - tens * 10;
    rest = tens;
  }
  return start + digits;
}
