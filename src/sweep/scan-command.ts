import { isBooleanOption, isLauncher } from '../model/scheduler-options.ts';
import { textOfBytes } from '../model/text-of-bytes.ts';
import { isBlank, isNegative, isOption, wordEnd } from './command-words.ts';
import { hashBytes } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import { scanName } from './scan-name.ts';
import { isIdOrTime, isLetter } from './scan-number.ts';
import { scanWord } from './scan-word.ts';
import { isAgent, searchNameEnd } from './search-words.ts';
import {
  ID_SLOT,
  OPERAND,
  OTHERWISE,
  PLAIN_REST,
  PROGRAM_SLOT,
  REST_OF_WORD,
  SCHEDULER_SLOT,
  SEARCH_SLOT,
  type Slots,
  WORD,
} from './slots.ts';

const [SPACE, DASH, COMMA, EQUALS] = [0x20, 0x2d, 0x2c, 0x3d];

/**
 * Scans a command line: values of `--key value`, `--key=value`, `key=value` (Hydra, environment, `--export=ALL,LR=0.1`), and numbers that stand alone. Up to the
 * script, or `--wrap`, the options are the scheduler's.
 */
export class CommandScanner {
  readonly #bytes: Uint8Array;
  readonly #end: number;
  readonly #slots: Slots;
  #at: number;
  #scheduler = false;
  /** Whether a word before was a program that works off a search, and whether its name was just that. */
  #isBehindAgent = false;
  #isAgentTold = false;

  constructor(bytes: Uint8Array, start: number, end: number, slots: Slots) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#slots = slots;
  }

  scan(): void {
    let first = true;
    while (this.#skipBlanks()) {
      const [start, end] = [this.#at, wordEnd(this.#bytes, this.#at, this.#end)];
      this.#at = end;
      if (first && isLauncher(word(this.#bytes, start, end))) {
        this.#scheduler = true;
        this.#slots.literals(this.#bytes, start, end);
      } else if (isOption(this.#bytes, start, end)) this.#option(start, end);
      else this.#operand(start, end);
      first = false;
    }
  }

  #skipBlanks(): boolean {
    while (this.#at < this.#end && isBlank(this.#bytes[this.#at])) this.#at++;
    this.#slots.literal(SPACE);
    return this.#at < this.#end;
  }

  #option(start: number, end: number): void {
    let keyStart = start;
    while (keyStart < end && this.#bytes[keyStart] === DASH) keyStart++;
    const equals = this.#find(EQUALS, keyStart, end);
    const keyEnd = equals === -1 ? end : equals;
    if (this.#scheduler && this.#isWord('wrap', keyStart, keyEnd)) this.#wrap(start, equals, end);
    else if (this.#scheduler && equals !== -1 && this.#isWord('export', keyStart, keyEnd))
      this.#exports(start, equals + 1, end);
    else if (this.#scheduler && equals !== -1 && this.#find(EQUALS, equals + 1, end) !== -1)
      this.#assignments(start, equals + 1, end);
    else if (equals !== -1)
      this.#value(start, keyStart, keyEnd, equals + 1, end, this.#scheduler ? PLAIN_REST : REST_OF_WORD);
    else if (this.#scheduler) this.#schedulerOption(start, keyStart, end);
    else this.#programOption(start, keyStart, end);
  }

  /** `--comment=k=1;lr=0.1`: what people note of a job. */
  #assignments(start: number, listStart: number, end: number): void {
    this.#slots.literals(this.#bytes, start, listStart);
    scanName(this.#bytes, listStart, end, this.#slots, PROGRAM_SLOT);
  }

  /** The wrapped command begins: behind the equals sign or with the next word. */
  #wrap(start: number, equals: number, end: number): void {
    this.#scheduler = false;
    this.#slots.literals(this.#bytes, start, equals === -1 ? end : equals);
    if (equals !== -1) this.#operand(equals + 1, end);
  }

  /** `ALL,LR=0.1,BATCH=32` */
  #exports(start: number, listStart: number, end: number): void {
    this.#slots.literals(this.#bytes, start, listStart);
    for (let from = listStart; from < end; ) {
      const comma = this.#find(COMMA, from, end);
      const to = comma === -1 ? end : comma;
      const equals = this.#find(EQUALS, from, to);
      this.#slots.literals(this.#bytes, from, equals === -1 ? to : equals);
      if (equals !== -1) this.#slots.slot(PROGRAM_SLOT, from, equals, equals + 1, to);
      from = to + 1;
    }
  }

  #schedulerOption(start: number, keyStart: number, end: number): void {
    const short = keyStart === start + 1;
    if (isBooleanOption(word(this.#bytes, keyStart, end))) this.#slots.literals(this.#bytes, start, end);
    else if (short && end > keyStart + 1) this.#value(start, keyStart, keyStart + 1, keyStart + 1, end, OTHERWISE);
    else if (this.#skipBlanks()) {
      if (this.#isWord('export', keyStart, end)) this.#nextWordAsExports(start, end);
      else this.#nextWordAsValue(start, keyStart, end, WORD);
    }
  }

  /** `--export ALL,LR=0.1`: the list is a word of its own. */
  #nextWordAsExports(start: number, keyEnd: number): void {
    const [listStart, listEnd] = [this.#at, wordEnd(this.#bytes, this.#at, this.#end)];
    this.#at = listEnd;
    this.#slots.literals(this.#bytes, start, keyEnd);
    this.#exports(listStart, listStart, listEnd);
  }

  #programOption(start: number, keyStart: number, end: number): void {
    const more = this.#skipBlanks();
    if (more && !isOption(this.#bytes, this.#at, this.#end)) this.#nextWordAsValue(start, keyStart, end, OPERAND);
    else this.#slots.literals(this.#bytes, start, end);
  }

  #nextWordAsValue(start: number, keyStart: number, keyEnd: number, form: number): void {
    const [valueStart, valueEnd] = [this.#at, wordEnd(this.#bytes, this.#at, this.#end)];
    this.#at = valueEnd;
    this.#value(start, keyStart, keyEnd, valueStart, valueEnd, form);
  }

  #value(start: number, keyStart: number, keyEnd: number, valueStart: number, valueEnd: number, form: number): void {
    this.#slots.literals(this.#bytes, start, keyEnd);
    const isId = !this.#scheduler && isIdOrTime(this.#bytes, valueStart, valueEnd);
    const origin = this.#scheduler ? SCHEDULER_SLOT : isId ? ID_SLOT : PROGRAM_SLOT;
    this.#slots.slot(origin, keyStart, keyEnd, valueStart, valueEnd, form);
  }

  /** A word that is no option: `key=value`, or the script, or an argument by position. */
  #operand(start: number, end: number): void {
    const equals = this.#find(EQUALS, start, end);
    const keyed =
      equals > start &&
      !this.#scheduler &&
      (isLetter(this.#bytes[start]) || HYDRA_PREFIXES.has(this.#bytes[start] as number));
    this.#scheduler = false;
    if (keyed) this.#value(start, start, equals, equals + 1, end, REST_OF_WORD);
    else if (isNegative(this.#bytes, start, end)) this.#slots.slot(PROGRAM_SLOT, start, start, start, end);
    else this.#argument(start, end);
  }

  /** The script, or an argument by position, which may begin with the name of a search. */
  #argument(start: number, end: number): void {
    const nameEnd = searchNameEnd(this.#bytes, start, end, this.#isBehindAgent, this.#isAgentTold);
    if (nameEnd > start) this.#slots.slot(SEARCH_SLOT, start, start, start, nameEnd);
    scanWord(this.#bytes, nameEnd, end, this.#slots, PROGRAM_SLOT);
    if (!isAgent(this.#bytes, start, end)) return;
    this.#isAgentTold = this.#isBehindAgent && this.#isWord('agent', start, end);
    this.#isBehindAgent = true;
  }

  #isWord(expected: string, start: number, end: number): boolean {
    if (end - start !== expected.length) return false;
    for (let index = 0; index < expected.length; index++) {
      if (this.#bytes[start + index] !== expected.charCodeAt(index)) return false;
    }
    return true;
  }

  #find(byte: number, from: number, to: number): number {
    const bytes = this.#bytes;
    for (let at = from; at < to; at++) if (bytes[at] === byte) return at;
    return -1;
  }
}

/** Hydra writes `+key=value`, `~key=value`; environment names may begin with an underscore. */
const HYDRA_PREFIXES = new Set([...'+_~@'].map((character) => character.charCodeAt(0)));

const MOST_WORDS = 10_000;
const wordNumbers = new HashTable();
const words: string[] = [];

/** The same for words that come again and again (names of options): decoded once each, known by their hash. */
export function word(bytes: Uint8Array, start: number, end: number): string {
  const hash = hashBytes(bytes, start, end);
  const known = wordNumbers.get(hash);
  if (known >= 0) return words[known] as string;
  const decoded = textOfBytes(bytes, start, end);
  if (words.length < MOST_WORDS) wordNumbers.set(hash, words.push(decoded) - 1);
  return decoded;
}
