/** Longer pauses between samples than this many usual ones are no measurement. FORMATS of W&B; our own judgement. */
const LONGEST_GAP = 5;
/** Intervals looked at to tell what is usual; those after them are held against that. */
const INTERVALS_KEPT = 4096;

/** A quantity that is sampled over time, integrated by trapezoids. Pauses of the sampler are left out and not bridged. */
export class PowerIntegral {
  /** Lengths of the intervals and the areas under them, while it is not known which are usual. */
  #lengths: number[] = [];
  #areas: number[] = [];
  #longest = Number.NaN;
  #seconds = 0;
  #area = 0;
  #lastTime = Number.NaN;
  #lastValue = Number.NaN;

  /** @param time epoch seconds; a sample that is not later than the one before it is left out */
  add(time: number, value: number): void {
    const length = time - this.#lastTime;
    if (!Number.isFinite(value) || !Number.isFinite(time) || length <= 0) return;
    if (length > 0) this.#take(length, (length * (value + this.#lastValue)) / 2);
    this.#lastTime = time;
    this.#lastValue = value;
  }

  /** Seconds that are covered by samples, and the integral over them. */
  finish(): { readonly seconds: number; readonly area: number } {
    if (Number.isNaN(this.#longest)) this.#settle();
    return { seconds: this.#seconds, area: this.#area };
  }

  #take(length: number, area: number): void {
    if (!Number.isNaN(this.#longest)) {
      this.#add(length, area);
      return;
    }
    this.#lengths.push(length);
    this.#areas.push(area);
    if (this.#lengths.length === INTERVALS_KEPT) this.#settle();
  }

  #settle(): void {
    const sorted = [...this.#lengths].sort((a, b) => a - b);
    if (sorted.length === 0) return;
    this.#longest = LONGEST_GAP * (sorted[Math.floor(sorted.length / 2)] as number);
    for (const [index, length] of this.#lengths.entries()) this.#add(length, this.#areas[index] as number);
    [this.#lengths, this.#areas] = [[], []];
  }

  #add(length: number, area: number): void {
    if (length > this.#longest) return;
    this.#seconds += length;
    this.#area += area;
  }
}
