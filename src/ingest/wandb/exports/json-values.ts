import { REJECT_TEXT_LENGTH } from '../../../model/diagnostic.ts';
import type { Reader } from '../../source.ts';
import { parseTolerantJson } from '../tolerant-json.ts';

/** Where the values of a file go. */
export interface JsonHandler {
  /** A value; of a list every item is one. */
  value(value: unknown, line: number): void;
  /** Something that is no JSON, or that is too large. */
  damaged(line: number, text: string): void;
  end(): void;
}

const NEWLINE = 0x0a;
/** The largest line or document that is parsed, bytes: all of it is in memory then. A saved answer of the API has some megabytes. Our own judgement. */
const LARGEST = 1 << 28;

const decoder = new TextDecoder();

/** Reads JSON lines one by one; what does not begin with a whole line of JSON is one document, read at its end. */
export class JsonValues implements Reader {
  readonly #handler: JsonHandler;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #line = 1;
  /** Lines of a document; undefined where every line is a value. */
  #document: string[] | undefined = [];
  #isInDocument = false;

  constructor(handler: JsonHandler) {
    this.#handler = handler;
  }

  feed(bytes: Uint8Array): void {
    let from = 0;
    for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, from)) {
      this.#keep(bytes.subarray(from, at));
      this.#endLine();
      from = at + 1;
    }
    this.#keep(bytes.subarray(from));
  }

  end(): void {
    if (this.#bytes > 0) this.#endLine();
    if (this.#document !== undefined) this.#endDocument(this.#document);
    this.#handler.end();
  }

  /** Counts what is too large, and keeps its beginning. */
  #keep(bytes: Uint8Array): void {
    if (this.#bytes < LARGEST && bytes.length > 0) this.#parts.push(bytes.slice());
    this.#bytes += bytes.length;
  }

  #endLine(): void {
    const line = this.#line++;
    const isTooLarge = this.#bytes > LARGEST;
    const text = decoder.decode(isTooLarge ? this.#parts[0]?.subarray(0, REJECT_TEXT_LENGTH) : joined(this.#parts));
    this.#parts = [];
    this.#bytes = 0;
    if (isTooLarge) this.#handler.damaged(line, text);
    else if (this.#isInDocument) this.#document?.push(text);
    else this.#take(text, line);
  }

  #take(text: string, line: number): void {
    const isFirst = this.#document !== undefined;
    if (text.trim() === '') {
      this.#document?.push('');
      return;
    }
    const value = parseTolerantJson(text);
    if (value === undefined && isFirst) {
      this.#document?.push(text);
      this.#isInDocument = true;
    } else {
      this.#document = undefined;
      this.#give(value, text, line);
    }
  }

  #endDocument(lines: readonly string[]): void {
    const text = lines.join('\n');
    const value = text.length > LARGEST ? undefined : parseTolerantJson(text);
    if (value !== undefined) this.#give(value, text, 1);
    // No document after all, or one that is cut: what stands on lines of its own can still be read.
    else for (const [index, line] of lines.entries()) this.#saveLine(line.trim(), index + 1);
  }

  #saveLine(text: string, line: number): void {
    if (text.startsWith('{') && text.length > 1) this.#give(parseTolerantJson(text.replace(/,$/, '')), text, line);
    else if (line === 1) this.#handler.damaged(line, text.slice(0, REJECT_TEXT_LENGTH));
  }

  #give(value: unknown, text: string, line: number): void {
    if (value === undefined) this.#handler.damaged(line, text.slice(0, REJECT_TEXT_LENGTH));
    else if (Array.isArray(value)) for (const item of value) this.#handler.value(item, line);
    else this.#handler.value(value, line);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
