import { DASH } from './bytes.ts';

const STEPS = /^(?:!!str )?steps:/;
const TRES = /^(?:!!str )?tres:/;
const decoder = new TextDecoder();
const startsWith = (bytes: Uint8Array, from: number, key: RegExp): boolean =>
  key.test(decoder.decode(bytes.subarray(from, from + 16)));

/**
 * Tells the lines of YAML on what single steps used (`steps: … tres:`) from the rest. Nothing of it is read, it is half of a dump, and parsing is what
 * takes the time: without these lines a dump is read twice as fast.
 */
export class StepUsage {
  #inSteps = false;
  /** Spaces before the key whose lines are left out; −1 outside. */
  #below = -1;

  reset(): void {
    this.#inSteps = false;
    this.#below = -1;
  }

  /**
   * @param indent spaces before the line's text
   * @param depth the same, counted from the dash of the job; its keys are at 2
   */
  isPartOf(bytes: Uint8Array, indent: number, depth: number): boolean {
    if (depth === 2 && bytes[indent] !== DASH) this.#inSteps = startsWith(bytes, indent, STEPS);
    if (!this.#inSteps) return false;
    if (this.#below >= 0 && indent > this.#below) return true;
    this.#below = depth >= 4 && startsWith(bytes, indent, TRES) ? indent : -1;
    return this.#below >= 0;
  }
}
