import type { Reader } from '../source.ts';

/** The most that is kept of a file that should be small. Our own judgement: summaries with histograms take some megabytes. */
const MOST_BYTES = 32 << 20;

/** Keeps a small file as text. */
export class SmallFile implements Reader {
  readonly #decoder = new TextDecoder();
  readonly #done: (text: string, isWhole: boolean) => void;
  #text = '';
  #bytes = 0;

  /** @param done gets the text, and whether it is all of it: files of over 32 MiB are cut */
  constructor(done: (text: string, isWhole: boolean) => void) {
    this.#done = done;
  }

  feed(bytes: Uint8Array): void {
    this.#bytes += bytes.length;
    if (this.#bytes <= MOST_BYTES) this.#text += this.#decoder.decode(bytes, { stream: true });
  }

  end(): void {
    this.#done(this.#text + this.#decoder.decode(), this.#bytes <= MOST_BYTES);
  }
}
