import { COLON, COMMA, countNewlines, isBlank, OPEN_OBJECT } from './bytes.ts';

const MOST_BYTES = 1024;
const encoder = new TextEncoder();

/** The key that an object begins with, quoted, as bytes: `"account"`; undefined when the bytes begin otherwise. */
export function firstKey(bytes: Uint8Array): Uint8Array | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, MOST_BYTES));
  const key = /^\{\s*("[^"\\]{1,64}")\s*:/.exec(head)?.[1];
  return key === undefined ? undefined : encoder.encode(key);
}

/**
 * Looks for the beginning of the next job where braces cannot be trusted any more: a comma, a brace, and the key that jobs of this file begin with
 * (`, {"account":`). No string of a JSON file can hold that, since quotes in it are escaped. Fed byte by byte.
 */
export class MarkFinder {
  readonly #key: Uint8Array;
  #taken: number[] = [];
  /** Bytes of the key that were met; −1 before the comma, −2 after it. */
  #met = -1;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  /** What of the job was passed when {@link push} said so: from its brace to the colon. */
  get taken(): Uint8Array {
    return Uint8Array.from(this.#taken);
  }

  /** @returns whether this byte is the colon after the key: the job began {@link taken} bytes ago */
  push(byte: number): boolean {
    if (this.#met === -1) {
      if (byte === COMMA) this.#met = -2;
    } else if (this.#met === -2) {
      if (byte === OPEN_OBJECT) this.#begin();
      else if (!isBlank(byte) && byte !== COMMA) this.#met = -1;
    } else return this.#inside(byte);
    return false;
  }

  #begin(): void {
    this.#met = 0;
    this.#taken = [OPEN_OBJECT];
  }

  #inside(byte: number): boolean {
    const met = this.#met;
    this.#taken.push(byte);
    if (met === this.#key.length && byte === COLON) {
      this.#met = -1;
      return true;
    }
    if (met < this.#key.length && byte === this.#key[met]) this.#met++;
    else if (!((met === 0 || met === this.#key.length) && isBlank(byte) && this.#taken.length < MOST_BYTES)) {
      this.#met = byte === COMMA ? -2 : -1;
    }
    return false;
  }
}

/** Offsets at which jobs seem to begin, beyond the first byte. */
export function findMarks(bytes: Uint8Array, key: Uint8Array): number[] {
  const finder = new MarkFinder(key);
  const marks: number[] = [];
  bytes.forEach((byte, at) => {
    if (finder.push(byte)) marks.push(at + 1 - finder.taken.length);
  });
  return marks;
}

/** The parts that marks cut bytes into, each with its first line, without the one after the last mark. */
export function* partsOf(
  bytes: Uint8Array,
  marks: readonly number[],
  firstLine: number,
): Generator<{ bytes: Uint8Array; line: number }> {
  let [from, line] = [0, firstLine];
  for (const mark of marks) {
    const part = bytes.subarray(from, mark);
    yield { bytes: part, line };
    line += countNewlines(part);
    from = mark;
  }
}
