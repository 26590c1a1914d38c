/** After how many pages that worked a larger one is tried again. Our own judgement: a failed try may take a minute. */
const PAGES_BEFORE_GROWTH = 20;

/** How much is asked for at a time: half as much after each time that it was too much, and more again once that has worked for a while. */
export class PageSize {
  readonly #most: number;
  #size: number;
  #worked = 0;

  constructor(most: number) {
    this.#most = most;
    this.#size = most;
  }

  get size(): number {
    return this.#size;
  }

  halve(): void {
    this.#size = Math.max(1, Math.floor(this.#size / 2));
    this.#worked = 0;
  }

  worked(): void {
    if (++this.#worked < PAGES_BEFORE_GROWTH) return;
    this.#size = Math.min(this.#most, this.#size * 2);
    this.#worked = 0;
  }
}
