const [OTHER, LETTER, DIGIT, SEPARATOR, EQUALS, LINE_END] = [0, 1, 2, 3, 4, 5];
const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What an ASCII character is, by its code. */
const CLASSES = new Uint8Array(128);
for (const [kind, marks] of [
  [LETTER, LETTERS],
  [DIGIT, '0123456789'],
  [SEPARATOR, '_,/-'],
  [EQUALS, '='],
  [LINE_END, '\n\r'],
] as const)
  for (const mark of marks) CLASSES[mark.charCodeAt(0)] = kind;

const classOf = (code: number): number =>
  code < 128 ? (CLASSES[code] as number) : code === 0x2028 || code === 0x2029 ? LINE_END : OTHER;

/** What was met on this line: a letter, a separator after one, a digit, a separator after one. */
const [HAS_LETTER, PARTED_LETTER, HAS_DIGIT, PARTED_DIGIT] = [1, 2, 4, 8];
const FOUND = 16;

/** What is known of a line after one more character, by what was known before. Rows of 32 a class. */
const NEXT = Uint8Array.from({ length: 6 * 32 }, (_, index) => nextOf(index >> 5, index & 31));

function nextOf(kind: number, known: number): number {
  if (kind === LINE_END) return 0;
  if (kind === LETTER) return (known & PARTED_DIGIT) === 0 ? known | HAS_LETTER : FOUND;
  if (kind === DIGIT) return (known & PARTED_LETTER) === 0 ? known | HAS_DIGIT : FOUND;
  if (kind === OTHER) return known;
  const afterLetter = (known & HAS_LETTER) === 0 ? 0 : PARTED_LETTER;
  const afterDigit = kind === EQUALS || (known & HAS_DIGIT) === 0 ? 0 : PARTED_DIGIT;
  return known | afterLetter | afterDigit;
}

/**
 * Whether a value names a number among other things: on one line a letter, later a separator and later a digit, or the same from a digit to a letter, where `=` does not separate.
 * Each character is looked at once: as an expression (`[A-Za-z].*[_,/=-].*\d`) it takes the square of the length, and a cell may have a million letters.
 */
export function namesSeveral(value: string): boolean {
  let known = 0;
  for (let index = 0; index < value.length; index++) {
    known = NEXT[classOf(value.charCodeAt(index)) * 32 + known] as number;
    if (known >= FOUND) return true;
  }
  return false;
}
