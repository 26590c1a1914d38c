/**
 * Numbers kept by small codes and forgotten all at once: clearing costs nothing, however many codes there are. A sweep uses a few of its family's values; an array of all of them
 * for each sweep would make the cost grow with the square of the project.
 */
export class CodeMarks {
  #round = 0;
  #rounds = new Uint32Array(1024);
  #values = new Uint32Array(1024);

  /** Forgets everything; codes from now on are below `codes`. */
  clear(codes: number): void {
    this.#round++;
    if (codes <= this.#rounds.length && this.#round < 2 ** 32) return;
    this.#round = 1;
    this.#rounds = new Uint32Array(Math.max(codes, this.#rounds.length) * 2);
    this.#values = new Uint32Array(this.#rounds.length);
  }

  /** The number kept for a code; −1 when there is none. */
  get(code: number): number {
    return this.#rounds[code] === this.#round ? (this.#values[code] as number) : -1;
  }

  set(code: number, value: number): void {
    this.#rounds[code] = this.#round;
    this.#values[code] = value;
  }
}
