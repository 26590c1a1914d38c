import { type PythonString, readString } from './python-string.ts';

/** Nested deeper, it is data and no configuration. Python itself stops at a hundred or so. Our own judgement. */
const DEEPEST = 60;
/** Cells are read up to this length, characters: a summary with histograms takes some hundred thousand. Our own judgement. */
const LONGEST = 1 << 24;

const NAMES: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null],
  ['nan', 'NaN'],
  ['NaN', 'NaN'],
  ['inf', 'Infinity'],
  ['Infinity', 'Infinity'],
  ['true', true],
  ['false', false],
  ['null', null],
]);
const BLANK = /\s*/y;
const NUMBER = /[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?(?![\w.])/y;
const NAME = /[-+]?[A-Za-z_]\w*(?![\w(.[])/y;
const STRING = /(?:[bBuUrR]{0,2})(?=['"])/y;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** What is written is no literal, or one that is too long or too deep. */
class NoLiteral extends Error {}

/**
 * Parses a Python literal as `repr` prints it: strings, numbers, True, False, None, lists, tuples, sets, dictionaries, and JSON, which looks alike. Lists, tuples and sets become
 * arrays, dictionaries objects, numbers that are not finite the texts `NaN`, `Infinity`, `-Infinity`. What is no literal (`array([1, 2])`, `Timestamp('2024')`, `<Obj at 0x7f>`) stays
 * as text.
 *
 * @returns undefined when it cannot be parsed; never throws. Takes time in proportion to the length
 */
export function parsePythonLiteral(text: string): unknown {
  if (text.length > LONGEST) return undefined;
  try {
    return new LiteralParser(text).parse();
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class LiteralParser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): unknown {
    const value = this.#value(0);
    this.#blanks();
    if (this.#at < this.#text.length) throw new NoLiteral();
    return value;
  }

  #value(depth: number): unknown {
    if (depth > DEEPEST) throw new NoLiteral();
    this.#blanks();
    const first = this.#text[this.#at];
    if (first === '{') return this.#braces(depth);
    if (first === '[' || first === '(') return this.#items(CLOSING[first] as string, depth);
    if (this.#matches(STRING) !== undefined) return this.#strings();
    const number = this.#matches(NUMBER);
    if (number !== undefined) return numberOf(number);
    return this.#named();
  }

  #named(): unknown {
    const start = this.#at;
    const name = this.#matches(NAME);
    const value = NAMES.get((name ?? '').replace(/^[-+]/, ''));
    if (name !== undefined && value !== undefined) return name.startsWith('-') ? `-${String(value)}` : value;
    this.#at = start;
    return this.#other();
  }

  /** Strings that stand side by side are one. */
  #strings(): string {
    let whole = '';
    for (let prefix = this.#prefix(); prefix !== undefined; prefix = this.#prefix()) {
      const string = this.#string(/r/i.test(prefix));
      whole += string.value;
      this.#at = string.end;
      this.#blanks();
    }
    return whole;
  }

  #string(isRaw: boolean): PythonString {
    const string = readString(this.#text, this.#at, isRaw);
    if (string === undefined) throw new NoLiteral();
    return string;
  }

  /** What stands before the quote here, mostly nothing; undefined where no string begins. */
  #prefix(): string | undefined {
    STRING.lastIndex = this.#at;
    return STRING.exec(this.#text)?.[0];
  }

  #items(close: string, depth: number): unknown[] {
    this.#at++;
    const items: unknown[] = [];
    while (!this.#closes(close)) {
      items.push(this.#value(depth + 1));
      this.#comma(close);
    }
    return items;
  }

  /** A dictionary, or a set, which has no colons. */
  #braces(depth: number): unknown {
    this.#at++;
    const entries: [string, unknown][] = [];
    const items: unknown[] = [];
    while (!this.#closes('}')) {
      const key = this.#value(depth + 1);
      this.#blanks();
      if (this.#text[this.#at] === ':') {
        this.#at++;
        entries.push([typeof key === 'string' ? key : JSON.stringify(key), this.#value(depth + 1)]);
      } else items.push(key);
      this.#comma('}');
    }
    return items.length > 0 && entries.length === 0 ? items : Object.fromEntries(entries);
  }

  #closes(close: string): boolean {
    this.#blanks();
    if (this.#at >= this.#text.length) throw new NoLiteral();
    if (this.#text[this.#at] !== close) return false;
    this.#at++;
    return true;
  }

  #comma(close: string): void {
    this.#blanks();
    if (this.#text[this.#at] === ',') this.#at++;
    else if (this.#text[this.#at] !== close) throw new NoLiteral();
  }

  /** What is no literal, up to the comma, colon or bracket that ends it outside of brackets and strings of its own. */
  #other(): string {
    const start = this.#at;
    const open: string[] = [];
    for (; this.#at < this.#text.length; this.#at++) {
      const letter = this.#text[this.#at] as string;
      if (letter === '"' || letter === "'") this.#at = this.#string(false).end - 1;
      else if (CLOSING[letter] !== undefined) open.push(CLOSING[letter]);
      else if (letter === open.at(-1)) open.pop();
      else if (open.length === 0 && /[,:\])}]/.test(letter)) break;
    }
    const text = this.#text.slice(start, this.#at).trim();
    if (text === '') throw new NoLiteral();
    return text;
  }

  #blanks(): void {
    this.#matches(BLANK);
  }

  /** Matches here, and goes on behind the match. */
  #matches(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

/** Integers beyond 2⁵³ stay texts; what is beyond 10³⁰⁸ is infinite, as in Python. */
function numberOf(text: string): unknown {
  const plain = text.replaceAll('_', '');
  const number = Number(plain);
  if (!Number.isFinite(number)) return number > 0 ? 'Infinity' : '-Infinity';
  return /^[-+]?\d+$/.test(plain) && !Number.isSafeInteger(number) ? plain : number;
}
