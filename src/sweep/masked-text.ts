import { textOfBytes } from '../model/text-of-bytes.ts';
import { VALUE } from './command-shape.ts';
import { hashBytes } from './hash-bytes.ts';
import { word } from './scan-command.ts';
import { isDigit, isLetter } from './scan-number.ts';
import { SCHEDULER_SLOT, type Slots } from './slots.ts';

const MASK = VALUE.charCodeAt(0);

/** Scratch space: the bytes of the text masked last. */
let masked = new Uint8Array(1024);

/** A text of which the slots are known, with each of its values masked by {@link VALUE}. Of use until its slots are filled anew. */
export class MaskedText {
  readonly #bytes: Uint8Array;
  readonly #start: number;
  readonly #end: number;
  readonly #slots: Slots;

  constructor(bytes: Uint8Array, start: number, end: number, slots: Slots) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#slots = slots;
  }

  text(): string {
    return textOfBytes(masked, 0, this.#mask());
  }

  /** A hash of the masked text, for which it is not decoded. */
  hash(): number {
    const size = this.#mask();
    return hashBytes(masked, 0, size);
  }

  /**
   * The values that may be a word, or a part of one: letters, and perhaps a digit.
   *
   * @param isToldToScheduler whether those of the scheduler are among them, which is told the name itself
   */
  words(isToldToScheduler = true): string[] {
    const words: string[] = [];
    for (let slot = 0; slot < this.#slots.count; slot++) {
      if (!isToldToScheduler && this.#slots.origin(slot) === SCHEDULER_SLOT) continue;
      const [from, to] = [this.#slots.valueStart(slot), this.#slots.valueEnd(slot)];
      if (mayBeInWord(this.#bytes, from, to)) words.push(word(this.#bytes, from, to));
    }
    return words;
  }

  /** Writes the masked text into the scratch space. @returns its size in bytes */
  #mask(): number {
    const { count } = this.#slots;
    if (masked.length < this.#end - this.#start + count) masked = new Uint8Array(2 * (this.#end - this.#start + count));
    let size = 0;
    let at = this.#start;
    for (let slot = 0; slot <= count; slot++) {
      const to = slot < count ? this.#slots.valueStart(slot) : this.#end;
      while (at < to) masked[size++] = this.#bytes[at++] as number;
      if (slot === count) break;
      masked[size++] = MASK;
      at = this.#slots.valueEnd(slot);
    }
    return size;
  }
}

function mayBeInWord(bytes: Uint8Array, start: number, end: number): boolean {
  let digits = 0;
  for (let at = start; at < end; at++) {
    if (isDigit(bytes[at])) digits++;
    else if (!isLetter(bytes[at])) return false;
    if (digits > 1) return false;
  }
  return end > start;
}
