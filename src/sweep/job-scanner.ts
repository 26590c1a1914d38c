import type { Ledger } from '../model/ledger.ts';
import type { TextColumn } from '../model/text-column.ts';
import { hashBytes } from './hash-bytes.ts';
import { CommandScanner, text } from './scan-command.ts';
import { scanName } from './scan-name.ts';
import { ID_SLOT, NAME_SLOT, Slots } from './slots.ts';

/**
 * Scans what is known of a job's experiment: user, account, cluster, directory (numbers masked), name and submit line. Jobs with the same template
 * differ in values only.
 */
export class JobScanner {
  readonly slots = new Slots();
  readonly #ledger: Ledger;
  #row = 0;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Scans an attempt; {@link slots} then holds what was found. */
  scan(attempt: number): void {
    const { table } = this.#ledger;
    const row = this.#ledger.row[attempt] as number;
    this.#row = row;
    const { slots } = this;
    slots.clear();
    for (const column of [table.user, table.account, table.cluster]) this.#code(column.code(row));
    const directory = table.workDir;
    scanName(directory.chunkOf(row), directory.start(row), endOf(directory, row), slots, ID_SLOT);
    slots.count = 0; // numbers in a directory's name set runs apart, but are no hyperparameters
    slots.literal(0);
    scanName(table.name.chunkOf(row), table.name.start(row), endOf(table.name, row), slots, NAME_SLOT);
    slots.ofName = slots.count;
    slots.literal(0);
    new CommandScanner(table.command.chunkOf(row), table.command.start(row), endOf(table.command, row), slots).scan();
  }

  /** The bytes that a slot of the attempt scanned last points into. */
  bytesOf(slot: number): Uint8Array {
    const { table } = this.#ledger;
    return this.#isOfName(slot) ? table.name.chunkOf(this.#row) : table.command.chunkOf(this.#row);
  }

  /** The word by which the log calls a slot; empty when it has none. */
  keyOf(slot: number): string {
    return text(this.bytesOf(slot), this.slots.keyStart[slot] as number, this.slots.keyEnd[slot] as number);
  }

  valueOf(slot: number): string {
    return text(this.bytesOf(slot), this.slots.valueStart[slot] as number, this.slots.valueEnd[slot] as number);
  }

  /** A hash of a slot's value: see {@link hashBytes}. */
  hashOf(slot: number): number {
    const { valueStart, valueEnd } = this.slots;
    return hashBytes(this.bytesOf(slot), valueStart[slot] as number, valueEnd[slot] as number);
  }

  /** Whose the attempt scanned last is: user, account, cluster and directory, its numbers masked. */
  owner(): string {
    const { table } = this.#ledger;
    const directory = table.workDir.at(this.#row).replace(/\d+/g, '\u0001');
    return [table.user, table.account, table.cluster].map((column) => column.at(this.#row)).join('\u0001') + directory;
  }

  /**
   * The attempt scanned last as text with its values masked by U+0001: what its template looks like. Name and command are separated by U+0000.
   */
  masked(): string {
    const { table } = this.#ledger;
    const row = this.#row;
    const slots = Array.from({ length: this.slots.count }, (_, slot) => slot);
    const parts = ([table.name, table.command] as const).map((column, index) => {
      let [at, out] = [column.start(row), ''];
      for (const slot of slots.filter((each) => this.#isOfName(each) === (index === 0))) {
        out += `${text(column.chunkOf(row), at, this.slots.valueStart[slot] as number)}\u0001`;
        at = this.slots.valueEnd[slot] as number;
      }
      return out + text(column.chunkOf(row), at, endOf(column, row));
    });
    return parts.join('\u0000');
  }

  #isOfName(slot: number): boolean {
    return slot < this.slots.ofName;
  }

  #code(code: number): void {
    for (let shift = 0; shift < 32; shift += 8) this.slots.literal((code >>> shift) & 0xff);
  }
}

const endOf = (column: TextColumn, row: number): number => column.start(row) + column.size(row);
