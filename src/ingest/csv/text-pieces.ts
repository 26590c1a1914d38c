const [NEWLINE, RETURN] = [0x0a, 0x0d];
/** Bytes by which the encoding is judged. */
const HEAD_BYTES = 1024;
/** The first lines are offered by themselves: what takes bytes may want to have seen so many as text. */
const FIRST_BYTES = 73_728;
/** A piece without any line break is decoded all the same once it is this long, bytes. */
const LONGEST_PIECE = 1 << 24;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Turns a file that comes in blocks of bytes into text: UTF-8 or UTF-16 by its byte order mark, UTF-16 without one by its zeros, and Windows-1252 (latin-1 and more) where what
 * comes is no UTF-8. Line breaks of all kinds become `\n`.
 */
export class TextPieces {
  readonly #take: (text: string) => void;
  readonly #takeLines: (lines: Uint8Array) => boolean;
  #encoding: Encoding | undefined;
  #isFirst = true;
  #wide: InstanceType<typeof TextDecoder> | undefined;
  #carry = new Uint8Array(0);
  #joined = new Uint8Array(0);
  /** A piece of UTF-16 ended with `\r`: the `\n` of the next belongs to it. */
  #endedWithReturn = false;

  /** @param takeLines is offered bytes of what may be UTF-8 first, mostly whole lines, which it must not keep: they are decoded unless it returns true */
  constructor(take: (text: string) => void, takeLines: (lines: Uint8Array) => boolean = () => false) {
    this.#take = take;
    this.#takeLines = takeLines;
  }

  feed(bytes: Uint8Array): void {
    if (this.#encoding !== undefined) this.#decode(bytes);
    else {
      this.#carry = joined(this.#carry, bytes);
      if (this.#carry.length >= HEAD_BYTES) this.#begin();
    }
  }

  end(): void {
    if (this.#encoding === undefined) this.#begin();
    if (this.#carry.length > 0) this.#give(decodeBytes(this.#carry));
    this.#carry = new Uint8Array(0);
    if (this.#wide !== undefined) this.#give(this.#wide.decode());
  }

  #begin(): void {
    const head = this.#carry;
    this.#carry = new Uint8Array(0);
    this.#encoding = encodingOf(head);
    if (this.#encoding !== 'utf-8') this.#wide = new TextDecoder(this.#encoding);
    this.#decode(head);
  }

  #decode(bytes: Uint8Array): void {
    if (this.#wide === undefined) this.#feedLines(bytes);
    else this.#give(this.#wide.decode(bytes, { stream: true }));
  }

  /** Decodes whole lines only: a character is never cut, and what is no UTF-8 is judged by a line at least. */
  #feedLines(bytes: Uint8Array): void {
    const newline = bytes.lastIndexOf(NEWLINE);
    const end = newline === -1 ? bytes.lastIndexOf(RETURN, bytes.length - 2) : newline;
    const rest = bytes.subarray(end + 1);
    if (end === -1 && this.#carry.length + rest.length < LONGEST_PIECE) {
      this.#carry = joined(this.#carry, rest);
      return;
    }
    const lines = this.#behindCarry(bytes.subarray(0, end + 1));
    this.#carry = rest.slice();
    const first = this.#isFirst ? lines.indexOf(NEWLINE, FIRST_BYTES) + 1 : 0;
    this.#isFirst = false;
    if (first > 0) this.#feedWhole(lines.subarray(0, first));
    this.#feedWhole(lines.subarray(first));
  }

  #feedWhole(lines: Uint8Array): void {
    // The first byte may belong to the line break before.
    if (lines.length > 0 && (this.#endedWithReturn || !this.#takeLines(lines))) this.#give(decodeBytes(lines));
  }

  /** What was carried and these bytes, until the next call: room for them is made once and not for each block. */
  #behindCarry(bytes: Uint8Array): Uint8Array {
    const length = this.#carry.length + bytes.length;
    if (length > this.#joined.length) this.#joined = new Uint8Array(length * 2);
    this.#joined.set(this.#carry);
    this.#joined.set(bytes, this.#carry.length);
    return this.#joined.subarray(0, length);
  }

  #give(text: string): void {
    if (text === '') return;
    const plain = this.#endedWithReturn && text.startsWith('\n') ? text.slice(1) : text;
    this.#endedWithReturn = text.endsWith('\r');
    this.#take(plain.includes('\r') ? plain.replace(/\r\n?/g, '\n') : plain);
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** By the mark, else by zeros: of English in UTF-16 every other byte is one, and few of the others are; in a gap that a crash left in a file all are. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const head = bytes.subarray(0, HEAD_BYTES);
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  });
  const [even, odd] = zeros as [number, number];
  const many = head.length / 4;
  if (odd > many && even < odd / 2) return 'utf-16le';
  return even > many && odd < even / 2 ? 'utf-16be' : 'utf-8';
}

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const windows = new TextDecoder('windows-1252');

/** UTF-8 in which some bytes are damaged has more characters that are whole than broken ones; the umlauts of latin-1 are all broken. */
function decodeBytes(bytes: Uint8Array): string {
  try {
    return strict.decode(bytes);
  } catch {
    const text = lenient.decode(bytes);
    const broken = text.match(/\uFFFD/g)?.length ?? 0;
    const whole = text.match(/[^\0-\x7F\uFFFD]/g)?.length ?? 0;
    return whole > broken ? text : windows.decode(bytes);
  }
}

/** The first bytes of a file as text, in whichever of these encodings; the last character may be cut. */
export function decodeHead(bytes: Uint8Array): string {
  let text = '';
  const pieces = new TextPieces((piece) => {
    text += piece;
  });
  pieces.feed(bytes);
  pieces.end();
  return text;
}
