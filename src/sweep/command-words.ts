import { isDigit } from './scan-number.ts';

const [SPACE, TAB, NEWLINE, DASH, DOT] = [0x20, 0x09, 0x0a, 0x2d, 0x2e];

export const isBlank = (byte: number | undefined): boolean => byte === SPACE || byte === TAB || byte === NEWLINE;

/** Where the word of a command ends that begins at `start`. */
export function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  // Nearly all bytes are above a space.
  while (at < end && ((bytes[at] as number) > SPACE || !isBlank(bytes[at]))) at++;
  return at;
}

/** Whether an option begins: `-x`, `--xyz`; not a negative number, nor a dash alone. */
export const isOption = (bytes: Uint8Array, start: number, end: number): boolean =>
  bytes[start] === DASH && end > start + 1 && !isBlank(bytes[start + 1]) && !isNegative(bytes, start, end);

/** Whether a negative number may begin: `-3`, `-.5` */
export function isNegative(bytes: Uint8Array, start: number, end: number): boolean {
  const second = bytes[start + 1];
  return bytes[start] === DASH && end > start + 1 && (isDigit(second) || second === DOT);
}
