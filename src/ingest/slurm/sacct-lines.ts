import { startsWithStep } from './job-id.ts';

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const [ZERO, NINE] = [0x30, 0x39];
const BLOCK_BYTES = 1 << 15;
const LONGEST_LINE = 4 << 20;

/** Lines of a dump that are worth decoding, in order. */
export interface LineBlock {
  /** The lines, joined by newlines. */
  readonly text: string;
  /** Number of each line in its file, from 1. */
  readonly numbers: readonly number[];
  /** For each line, whether the line before it in the file was a step row that was left out. */
  readonly afterStep: readonly boolean[];
}

/** Where the lines go. */
export interface LineHandler {
  block(block: LineBlock): void;
  /** A line longer than 4 MiB was left out; no log has such lines, and memory is finite. */
  overlong(number: number): void;
  /** Takes lines that need no decoding. */
  readonly bytes?: ByteHandler;
}

interface ByteHandler {
  /** Whether ids stand first in the rows now, so that step rows can be told by their first bytes. */
  idFirst(): boolean;
  /** A step row. */
  step(bytes: Uint8Array, start: number, end: number, number: number): void;
  /** Takes a line as a record of its own, if it is one for sure. `next` is where the next line begins in the bytes. */
  record(bytes: Uint8Array, start: number, end: number, next: number, number: number): boolean;
}

const decoder = new TextDecoder();

/** Cuts bytes into lines. Step rows and plain records are handed on as bytes, the rest decoded in blocks of about 32 KiB. */
export class SacctLines {
  readonly #handler: LineHandler;
  #carry: Uint8Array = new Uint8Array(0);
  #skipping = false;
  #number = 0;
  #afterStep = false;
  #first = true;
  #scratch = new Uint8Array(BLOCK_BYTES * 2);
  #fill = 0;
  #numbers: number[] = [];
  #afterSteps: boolean[] = [];

  constructor(handler: LineHandler) {
    this.#handler = handler;
  }

  feed(chunk: Uint8Array): void {
    const bytes = this.#first ? withoutByteOrderMark(chunk) : chunk;
    this.#first = false;
    let start = 0;
    for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
      if (this.#carry.length > 0) this.#lineAcross(bytes.subarray(0, end));
      else this.#line(bytes, start, end);
      start = end + 1;
    }
    this.#carry = joined(this.#carry, bytes.subarray(start));
    if (this.#carry.length > LONGEST_LINE) {
      if (!this.#skipping) this.#handler.overlong(this.#number + 1);
      this.#skipping = true;
      this.#carry = new Uint8Array(0);
    }
  }

  /** A line that began in an earlier chunk. */
  #lineAcross(rest: Uint8Array): void {
    const line = joined(this.#carry, rest);
    this.#carry = new Uint8Array(0);
    this.#line(line, 0, line.length);
  }

  end(): void {
    if (this.#carry.length > 0) this.#line(this.#carry, 0, this.#carry.length);
    this.#carry = new Uint8Array(0);
    this.#flush();
  }

  #line(bytes: Uint8Array, start: number, newline: number): void {
    this.#number++;
    if (this.#skipping) {
      this.#skipping = false;
      return;
    }
    const end = newline > start && bytes[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
    const firstByte = bytes[start] as number;
    const plain = firstByte >= ZERO && firstByte <= NINE;
    if (
      plain &&
      this.#handler.bytes?.idFirst() === true &&
      this.#taken(this.#handler.bytes, bytes, start, end, newline + 1)
    )
      return;
    this.#keep(bytes.subarray(start, end));
    this.#afterStep = false;
    // A line that begins otherwise may be a header, after which rows are laid out anew.
    if (!plain || this.#fill > BLOCK_BYTES) this.#flush();
  }

  /** Whether a line needs no decoding. */
  #taken(handler: ByteHandler, bytes: Uint8Array, start: number, end: number, next: number): boolean {
    if (this.#numbers.length > 0) this.#flush();
    if (startsWithStep(bytes, start, end)) {
      this.#afterStep = true;
      handler.step(bytes, start, end, this.#number);
      return true;
    }
    if (!handler.record(bytes, start, end, next, this.#number)) return false;
    this.#afterStep = false;
    return true;
  }

  #keep(line: Uint8Array): void {
    if (this.#fill + line.length + 1 > this.#scratch.length) {
      this.#flush();
      if (line.length + 1 > this.#scratch.length) this.#scratch = new Uint8Array(line.length * 2);
    }
    if (this.#fill > 0) this.#scratch[this.#fill++] = NEWLINE;
    this.#scratch.set(line, this.#fill);
    this.#fill += line.length;
    this.#numbers.push(this.#number);
    this.#afterSteps.push(this.#afterStep);
  }

  #flush(): void {
    if (this.#numbers.length === 0) return;
    const text = decoder.decode(this.#scratch.subarray(0, this.#fill));
    const block = { text, numbers: this.#numbers, afterStep: this.#afterSteps };
    this.#fill = 0;
    this.#numbers = [];
    this.#afterSteps = [];
    this.#handler.block(block);
  }
}

function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both;
}
