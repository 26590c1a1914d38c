/**
 * Finds the earlier entry that is the same as a new one, among up to `capacity` entries, in 8 bytes an entry or three: an open-addressing hash
 * table of entry numbers and their hashes. A `Map` with a string key for each of a million jobs costs 100 MB and most of a second.
 */
export class RowIndex {
  /** An entry and its hash for each slot, side by side: a look takes one line of the processor's cache. */
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, capacity) * 1.5));
    this.#slots = new Int32Array(size * 2).fill(-1);
    this.#mask = size * 2 - 1;
  }

  /**
   * The slot of the entry with this hash for which `same` holds, or of the place where it would stand. Read it with {@link at}, fill it with
   * {@link set}.
   *
   * @param hash of which the lower 32 bits count
   */
  slot(hash: number, same: (entry: number) => boolean): number {
    const wanted = hash | 0;
    let slot = (Math.imul(wanted, 0x9e3779b1) << 1) & this.#mask;
    for (let entry = this.#slots[slot] as number; entry !== -1; entry = this.#slots[slot] as number) {
      if (this.#slots[slot + 1] === wanted && same(entry)) return slot;
      slot = (slot + 2) & this.#mask;
    }
    return slot;
  }

  /** The entry in a slot, or −1. */
  at(slot: number): number {
    return this.#slots[slot] as number;
  }

  /** @param hash by which the slot was found */
  set(slot: number, entry: number, hash: number): void {
    this.#slots[slot] = entry;
    this.#slots[slot + 1] = hash;
  }
}
