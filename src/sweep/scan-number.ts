const [ZERO, NINE, DOT, PLUS, MINUS] = [0x30, 0x39, 0x2e, 0x2b, 0x2d];

export const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= ZERO && byte <= NINE;

/** Whether a byte is a Latin letter. */
export const isLetter = (byte: number | undefined): boolean => {
  const lower = (byte ?? 0) | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
};

function digitsEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isDigit(bytes[at])) at++;
  return at;
}

/**
 * The end of the number that begins at `start` (a digit, or a dot before one): `32`, `0.001`, `1e-3`, `3E4`. An `e` belongs to it only when
 * digits follow that are not part of a hexadecimal figure.
 */
export function numberEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = digitsEnd(bytes, start, end);
  if (bytes[at] === DOT && at + 1 < end && isDigit(bytes[at + 1])) at = digitsEnd(bytes, at + 1, end);
  if (((bytes[at] ?? 0) | 0x20) !== 0x65 || at + 1 >= end) return at;
  const sign = bytes[at + 1] === PLUS || bytes[at + 1] === MINUS ? 1 : 0;
  const exponentEnd = digitsEnd(bytes, at + 1 + sign, end);
  const isExponent = exponentEnd > at + 1 + sign && !isHexAt(bytes, exponentEnd, end);
  return isExponent ? exponentEnd : at;
}

/** Whether nothing but letters of hexadecimal figures follow: `3e5f` is no number, `3e5nl2` is one with a key behind it. */
function isHexAt(bytes: Uint8Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && isLetter(bytes[at])) if (((bytes[at++] as number) | 0x20) > 0x66) return false;
  return at > from;
}

const SHORTEST_HASH = 7;

/** The end of a commit hash or similar id in hexadecimal (7 or more digits, but for round numbers and numbers with an exponent) at `start`; `start` when there is none. */
export function hexIdEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  let [letters, figures] = [0, 0];
  for (; at < end; at++) {
    const lower = (bytes[at] as number) | 0x20;
    if (isDigit(bytes[at])) figures++;
    else if (lower >= 0x61 && lower <= 0x66) letters++;
    else break;
  }
  const bounded = at === end || !isLetter(bytes[at]);
  // A letter before a round number is a key, and a round number alone a value.
  const isRound = bytes[at - 1] === ZERO && bytes[at - 2] === ZERO;
  const isMixed = figures === 0 || letters > 1 || !isRound || (letters === 1 && !hasExponent(bytes, start, at));
  return bounded && at - start >= SHORTEST_HASH && isMixed ? at : start;
}

const hasExponent = (bytes: Uint8Array, start: number, end: number): boolean => {
  for (let at = start; at < end; at++) if (((bytes[at] as number) | 0x20) === 0x65) return true;
  return false;
};

/** Whether a text is nothing but an id in hexadecimal, with letters and figures, or a date with or without a time: no hyperparameter, whatever its key. */
export function isIdOrTime(bytes: Uint8Array, start: number, end: number): boolean {
  if (end - start < SHORTEST_HASH) return false;
  if (dateEnd(bytes, start, end) === end) return true;
  let [letters, figures] = [0, 0];
  for (let at = start; at < end; at++) {
    if (isDigit(bytes[at])) figures++;
    else if (isLetter(bytes[at])) letters++;
    else if (bytes[at] !== MINUS) return false;
  }
  return letters > 1 && figures > 0 && hexPartsEnd(bytes, start, end) === end;
}

/** The end of figures of hexadecimal with dashes between them, as in a UUID. */
function hexPartsEnd(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  while (at < end && (isDigit(bytes[at]) || bytes[at] === MINUS || isHexLetter(bytes[at] as number))) at++;
  return at;
}

const isHexLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66;

const two = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) - ZERO) * 10 + ((bytes[at + 1] as number) - ZERO);

/** The end of a date (`20240311`), or of a date and a time of day (`20240311_030501`, `20240311-0305`), at `start`; `start` when there is none. */
export function dateEnd(bytes: Uint8Array, start: number, end: number): number {
  const dayEnd = digitsEnd(bytes, start, end);
  if (dayEnd - start === 4) return dashedDateEnd(bytes, start, end);
  if (dayEnd - start !== 8) return start;
  const [century, month, day] = [two(bytes, start), two(bytes, start + 4), two(bytes, start + 6)];
  if ((century !== 19 && century !== 20) || month < 1 || month > 12 || day < 1 || day > 31) return start;
  const timeEnd = digitsEnd(bytes, dayEnd + 1, end);
  const hasTime = !isLetter(bytes[dayEnd]) && (timeEnd - dayEnd === 5 || timeEnd - dayEnd === 7);
  return hasTime && two(bytes, dayEnd + 1) < 24 ? timeEnd : dayEnd;
}

/** The end of `2024-03-11` at `start`; `start` when there is none. */
function dashedDateEnd(bytes: Uint8Array, start: number, end: number): number {
  const isDashed = bytes[start + 4] === MINUS && bytes[start + 7] === MINUS;
  const isWhole =
    isDashed && digitsEnd(bytes, start + 5, end) === start + 7 && digitsEnd(bytes, start + 8, end) === start + 10;
  return isWhole && two(bytes, start + 5) <= 12 && two(bytes, start + 8) <= 31 ? start + 10 : start;
}
