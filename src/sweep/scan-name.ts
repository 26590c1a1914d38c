import { dateEnd, hexIdEnd, isDigit, isLetter, numberEnd } from './scan-number.ts';
import { ID_SLOT, PROGRAM_SLOT, type Slots } from './slots.ts';
import { isValueKeyAt, valueStartAt } from './word-values.ts';

const [DOT, DASH, UNDERSCORE, EQUALS, COLON] = [0x2e, 0x2d, 0x5f, 0x3d, 0x3a];
const VALUE_ENDS = new Set([...',;_/: \t\n'].map((character) => character.charCodeAt(0)));

/** Characters that may stand between a key and its number: `lr-0.1`, `lr_0.1`, `lr=0.1`. */
const isLink = (byte: number | undefined): boolean =>
  byte === DASH || byte === UNDERSCORE || byte === EQUALS || byte === COLON;

/**
 * Scans a name, or one word of a command: numbers are values (`lisa_lr0.001_do0.3`), as are texts after an equals sign (`opt=adam`); the word before is
 * the key.
 *
 * @param origin of the slots found
 */
export function scanName(bytes: Uint8Array, start: number, end: number, slots: Slots, origin: number): void {
  let at = start;
  let wordStart = start;
  let wordEnd = start;
  while (at < end) {
    const byte = bytes[at] as number;
    if (isDigit(byte) || isPointOfNumber(bytes, at, start, end)) {
      at = takeNumber(bytes, start, at, end, slots, origin, wordStart, wordEnd);
      wordStart = wordEnd = at;
    } else if (isLetter(byte)) {
      const keyStart = wordEnd === at - 1 && isLink(bytes[wordEnd]) ? wordStart : at;
      wordStart = at;
      wordEnd = wordEndAt(bytes, at, end);
      at = takeWord(bytes, start, keyStart, wordStart, wordEnd, end, slots, origin);
    } else {
      slots.literal(byte);
      at++;
    }
  }
}

/** Whether a number begins with its point, `.5`. What stands before and behind the text is of another. */
const isPointOfNumber = (bytes: Uint8Array, at: number, start: number, end: number): boolean =>
  bytes[at] === DOT && at + 1 < end && isDigit(bytes[at + 1]) && (at === start || !isDigit(bytes[at - 1]));

function takeNumber(
  bytes: Uint8Array,
  start: number,
  at: number,
  end: number,
  slots: Slots,
  origin: number,
  wordStart: number,
  wordEnd: number,
): number {
  const idEnd =
    at === start || !isLetter(bytes[at - 1]) ? Math.max(hexIdEnd(bytes, at, end), dateEnd(bytes, at, end)) : at;
  const keyed = wordEnd > wordStart && (wordEnd === at || (wordEnd === at - 1 && isLink(bytes[wordEnd])));
  const keyStart = keyed ? wordStart : at;
  const keyEnd = keyed ? wordEnd : at;
  const valueEnd = idEnd > at ? idEnd : listEnd(bytes, at, end, keyed || origin === PROGRAM_SLOT);
  slots.slot(idEnd > at ? ID_SLOT : origin, keyStart, keyEnd, at, Math.max(valueEnd, at + 1));
  return Math.max(valueEnd, at + 1);
}

const [TIMES, COMMA] = [0x78, 0x2c];

/** The end of a number, or of several that are one value: `512x256`, and where it is clear that they are of one key, `512,256`. */
function listEnd(bytes: Uint8Array, start: number, end: number, isOfOneKey: boolean): number {
  let at = numberEnd(bytes, start, end);
  while (isDigit(bytes[at + 1]) && at + 1 < end && (bytes[at] === TIMES || (isOfOneKey && bytes[at] === COMMA))) {
    at = numberEnd(bytes, at + 1, end);
  }
  return at;
}

/** Letters before and after a digit that make it part of a word: `word2vec`, `seq2seq`; but `h2l3` is two values. */
const [BEFORE_INNER_DIGIT, AFTER_INNER_DIGIT] = [3, 2];

/** Whether a value follows that the word before `at` is the key of. */
const isKeyOfNumber = (bytes: Uint8Array, at: number, end: number): boolean =>
  at < end &&
  (isDigit(bytes[at]) || bytes[at] === EQUALS || (isLink(bytes[at]) && at + 1 < end && isDigit(bytes[at + 1])));

function lettersEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && isLetter(bytes[at])) at++;
  return at;
}

function wordEndAt(bytes: Uint8Array, at: number, end: number): number {
  const wordEnd = lettersEnd(bytes, at, end);
  if (wordEnd - at < BEFORE_INNER_DIGIT || !isDigit(bytes[wordEnd])) return wordEnd;
  const rest = lettersEnd(bytes, wordEnd + 1, end);
  const exponent = rest - wordEnd - 1 === 1 || isDigit(bytes[rest]);
  return rest - wordEnd - 1 >= AFTER_INNER_DIGIT && !exponent ? rest : wordEnd;
}

/**
 * A word: literal, unless it is a hexadecimal id, a value by its meaning (`optadam`, `crftrue`), or the key of a text value (`opt=adam`). Gives where to go on.
 *
 * @param keyStart where the word before begins, if it may be the key
 */
function takeWord(
  bytes: Uint8Array,
  start: number,
  keyStart: number,
  wordStart: number,
  wordEnd: number,
  end: number,
  slots: Slots,
  origin: number,
): number {
  const bounded = wordStart === start || !isDigit(bytes[wordStart - 1]);
  const idEnd = bounded ? hexIdEnd(bytes, wordStart, end) : wordStart;
  if (idEnd > wordStart) {
    slots.slot(ID_SLOT, wordStart, wordStart, wordStart, idEnd);
    return idEnd;
  }
  const mayBeValue = !isKeyOfNumber(bytes, wordEnd, end);
  const isKeyed = mayBeValue && keyStart < wordStart - 1 && isValueKeyAt(bytes, keyStart, wordStart - 1);
  const valueStart = mayBeValue ? valueStartAt(bytes, wordStart, wordEnd, isKeyed || origin === PROGRAM_SLOT) : -1;
  if (valueStart >= 0) {
    slots.literals(bytes, wordStart, valueStart);
    if (isKeyed && valueStart === wordStart) slots.slot(origin, keyStart, wordStart - 1, wordStart, wordEnd);
    else slots.slot(origin, wordStart, valueStart, valueStart, wordEnd);
    return wordEnd;
  }
  slots.literals(bytes, wordStart, wordEnd);
  if (bytes[wordEnd] !== EQUALS || wordEnd + 1 >= end || !isLetter(bytes[wordEnd + 1])) return wordEnd;
  let valueEnd = wordEnd + 1;
  while (valueEnd < end && !VALUE_ENDS.has(bytes[valueEnd] as number)) valueEnd++;
  slots.literal(EQUALS);
  slots.slot(origin, wordStart, wordEnd, wordEnd + 1, valueEnd);
  return valueEnd;
}
