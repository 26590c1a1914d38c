import { REJECT_TEXT_LENGTH } from '../../../model/diagnostic.ts';
import { countNewlines, NEWLINE } from './bytes.ts';
import type { CutHandler } from './cut-handler.ts';
import { MarkFinder } from './marks.ts';

/** Where the next job begins: its first bytes, and their line. */
interface Found {
  readonly bytes: Uint8Array;
  readonly line: number;
}

/** Passes over what stands between two jobs and is none, up to the next job. All of it is one record that is set aside. */
export class LostPlace {
  readonly #handler: CutHandler;
  #finder = new MarkFinder(new Uint8Array());
  #line = 1;
  #firstLine = 1;
  #text: number[] | undefined;

  constructor(handler: CutHandler) {
    this.#handler = handler;
  }

  /**
   * @param key that jobs begin with
   * @param isRecord whether what is passed over is a record of its own, and not the rest of one that was set aside before
   */
  enter(key: Uint8Array, line: number, isRecord: boolean): void {
    this.#finder = new MarkFinder(key);
    this.#line = line;
    this.#firstLine = line;
    this.#text = isRecord ? [] : undefined;
  }

  push(byte: number): Found | undefined {
    if (byte === NEWLINE) this.#line++;
    if (this.#text !== undefined && this.#text.length < REJECT_TEXT_LENGTH) this.#text.push(byte);
    if (!this.#finder.push(byte)) return undefined;
    this.leave();
    const bytes = this.#finder.taken;
    return { bytes, line: this.#line - countNewlines(bytes) };
  }

  /** The next job was found, or the file ends. */
  leave(): void {
    if (this.#text !== undefined) this.#handler.spoilt('damaged', Uint8Array.from(this.#text), this.#firstLine);
    this.#text = undefined;
  }
}
