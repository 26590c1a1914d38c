const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '/': '/',
  '\n': '',
};
/** Digits of the codes that follow `\x`, `\u` and `\U`. */
const CODE_DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
const HIGHEST_CODE = 0x10ffff;

export interface PythonString {
  readonly value: string;
  /** Offset behind the closing quote. */
  readonly end: number;
}

/**
 * Reads a Python string, whose opening quote is at an offset.
 *
 * @param isRaw whether backslashes stand for themselves
 * @returns undefined where nothing closes it
 */
export function readString(text: string, open: number, isRaw: boolean): PythonString | undefined {
  const quote = quoteAt(text, open);
  const parts: string[] = [];
  let from = open + quote.length;
  for (let at = from; at < text.length; ) {
    if (text[at] === '\\') {
      parts.push(text.slice(from, at));
      const escaped = isRaw ? { value: text.slice(at, at + 2), end: at + 2 } : readEscape(text, at + 1);
      parts.push(escaped.value);
      at = from = escaped.end;
    } else if (text.startsWith(quote, at)) {
      parts.push(text.slice(from, at));
      return { value: parts.join(''), end: at + quote.length };
    } else at++;
  }
  return undefined;
}

/** `'`, `"`, or three of them. Two are the empty string. */
function quoteAt(text: string, open: number): string {
  const quote = text[open] as string;
  return text.startsWith(quote.repeat(3), open) ? quote.repeat(3) : quote;
}

/** @param at offset behind the backslash */
function readEscape(text: string, at: number): PythonString {
  const letter = text[at] ?? '';
  const digits = CODE_DIGITS[letter];
  if (digits !== undefined) {
    const code = text.slice(at + 1, at + 1 + digits);
    const isCode = code.length === digits && /^[\da-f]+$/i.test(code) && Number.parseInt(code, 16) <= HIGHEST_CODE;
    if (isCode) return { value: codeText(letter, code), end: at + 1 + digits };
  }
  return { value: ESCAPES[letter] ?? `\\${letter}`, end: at + Math.max(1, letter.length) };
}

/** Halves of characters stand as `\ud83d\ude00` in JSON: two units make one. */
const codeText = (letter: string, code: string): string =>
  letter === 'U' ? String.fromCodePoint(Number.parseInt(code, 16)) : String.fromCharCode(Number.parseInt(code, 16));
