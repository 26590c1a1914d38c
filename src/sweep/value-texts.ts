import { textOfBytes } from '../model/text-of-bytes.ts';
import { hashBytes } from './hash-bytes.ts';
import { HashTable } from './hash-table.ts';
import type { Slots } from './slots.ts';

const NUMBER = /^[+-]?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Equal values are the same value however they are written: `1e-3` and `0.001`. */
const canonical = (value: string): string => (NUMBER.test(value) ? String(Number(value)) : value);

/** All distinct values of a project by number: known by the hash of their bytes, so that each is decoded once. */
export class ValueTexts {
  readonly #byHash = new HashTable();
  readonly #bySame = new Map<string, number>();
  #scratch = new Uint32Array(0);
  readonly #texts: string[] = [];
  readonly #same: number[] = [];

  /** The number of the value at a slot of a text that was scanned. */
  numberOf(bytes: Uint8Array, slots: Slots, slot: number): number {
    const noted = slots.number(slot);
    if (noted >= 0) return noted;
    const start = slots.valueStart(slot);
    const end = slots.valueEnd(slot);
    const hash = hashBytes(bytes, start, end);
    const known = this.#byHash.get(hash);
    const number = known >= 0 ? known : this.#add(hash, textOfBytes(bytes, start, end));
    slots.note(slot, number);
    return number;
  }

  /** The value as written. */
  text(number: number): string {
    return this.#texts[number] as string;
  }

  /** The number of the first value that equals this one. */
  same(number: number): number {
    return this.#same[number] as number;
  }

  /** A number for each value, all zero: for whoever numbers some of them anew and sets them back to zero. */
  scratch(): Uint32Array {
    if (this.#scratch.length < this.#texts.length) this.#scratch = new Uint32Array(this.#texts.length);
    return this.#scratch;
  }

  #add(hash: number, text: string): number {
    const number = this.#texts.push(text) - 1;
    this.#byHash.set(hash, number);
    const key = canonical(text);
    const same = this.#bySame.get(key) ?? number;
    this.#bySame.set(key, same);
    this.#same.push(same);
    return number;
  }
}
