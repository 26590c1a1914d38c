/**
 * Finds the earlier entry that is the same as a new one, among up to `capacity` entries, in 4 bytes an entry or two: an open-addressing hash
 * table of entry numbers. A `Map` with a string key for each of a million jobs costs 100 MB and most of a second.
 */
export class RowIndex {
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(capacity: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(2, capacity) * 1.5));
    this.#slots = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
  }

  /**
   * The slot of the entry with this hash for which `same` holds, or of the place where it would stand. Read it with {@link at}, fill it with
   * {@link set}.
   */
  slot(hash: number, same: (entry: number) => boolean): number {
    let slot = Math.imul(hash, 0x9e3779b1) & this.#mask;
    for (let entry = this.#slots[slot] as number; entry !== -1; entry = this.#slots[slot] as number) {
      if (same(entry)) return slot;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }

  /** The entry in a slot, or −1. */
  at(slot: number): number {
    return this.#slots[slot] as number;
  }

  set(slot: number, entry: number): void {
    this.#slots[slot] = entry;
  }
}
