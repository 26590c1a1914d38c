import { BACKSLASH, CLOSE_LIST, CLOSE_OBJECT, NEWLINE, OPEN_LIST, OPEN_OBJECT, QUOTE } from './bytes.ts';

/** What a byte outside of strings does. */
const [PLAIN, QUOTES, ENDS_LINE, OPENS, CLOSES] = [0, 1, 2, 3, 4];
const KINDS = new Uint8Array(256);
KINDS[QUOTE] = QUOTES;
KINDS[NEWLINE] = ENDS_LINE;
for (const byte of [OPEN_LIST, OPEN_OBJECT]) KINDS[byte] = OPENS;
for (const byte of [CLOSE_LIST, CLOSE_OBJECT]) KINDS[byte] = CLOSES;

/** Finds where a JSON object or list ends, over any number of blocks: counts braces and brackets outside of strings. */
export class Balance {
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Deepest nesting seen. */
  deepest = 0;
  /** Newlines passed. */
  lines = 0;

  reset(): void {
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.deepest = 0;
    this.lines = 0;
  }

  /**
   * Goes on from `start`, which is the opening byte at first.
   *
   * @param end offset after the last byte to look at
   * @returns offset after the closing byte; −1 when it is not among these bytes
   */
  scan(bytes: Uint8Array, start: number, end: number): number {
    let depth = this.#depth;
    for (let at = this.#inString ? this.#passString(bytes, start, end) : start; at < end; at++) {
      const kind = KINDS[bytes[at] as number];
      if (kind === PLAIN) continue;
      if (kind === QUOTES) at = this.#passString(bytes, at + 1, end) - 1;
      else if (kind === ENDS_LINE) this.lines++;
      else if (kind === OPENS) this.deepest = Math.max(this.deepest, ++depth);
      else if (--depth <= 0) return at + 1;
    }
    this.#depth = depth;
    return -1;
  }

  /**
   * Passes over a string from within it: gives the offset after its closing quote, or `end`. A newline ends it too: no JSON holds one in a string, so
   * a quote was lost, and the damage should not reach beyond its line.
   */
  #passString(bytes: Uint8Array, start: number, end: number): number {
    let at = start;
    if (this.#escaped && at < end && bytes[at] !== NEWLINE) at++;
    this.#escaped = this.#escaped && start >= end;
    this.#inString = false;
    for (; at < end; at++) {
      const byte = bytes[at];
      if (byte === QUOTE) return at + 1;
      if (byte === NEWLINE) return at;
      if (byte !== BACKSLASH || bytes[at + 1] === NEWLINE) continue;
      this.#escaped = at + 1 >= end;
      at++;
    }
    this.#inString = true;
    return end;
  }
}
