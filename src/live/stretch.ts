import { days } from '../report/render/time.ts';

/** A stretch of time, ms from 1970. */
export type Stretch = readonly [start: number, end: number];

/** The least that can be looked at: a minute. */
const LEAST = 60_000;
const HALF = 0.5;

interface Follower {
  /** All of the time that it has. */
  readonly whole: Stretch;
  follow(stretch: Stretch | null): Promise<void>;
}

/** The stretch of time that all charts over time of the page show; null for all of it. */
export class SharedStretch {
  private readonly followers: Follower[] = [];
  private stretch: Stretch | null = null;

  /** A chart that shows the stretch from now on. */
  async join(follower: Follower): Promise<void> {
    this.followers.push(follower);
    if (this.stretch !== null) await follower.follow(this.stretch);
  }

  get isWhole(): boolean {
    return this.stretch === null;
  }

  /** `9 Jun 2017 to 28 Nov 2017`; empty while all is shown. */
  get words(): string {
    return this.stretch === null ? '' : `${days(this.stretch[0] / 1000, this.stretch[1] / 1000)} (UTC)`;
  }

  /** Shows a stretch in every chart, kept inside of the time that there is. */
  async set(stretch: Stretch | null): Promise<void> {
    this.stretch = stretch === null ? null : this.within(stretch);
    for (const follower of this.followers) await follower.follow(this.stretch);
  }

  /** Half as much about the middle, or with 2 twice as much. */
  scale(factor: number): Promise<void> {
    const [start, end] = this.stretch ?? this.whole;
    const [middle, reach] = [(start + end) * HALF, Math.max(LEAST, (end - start) * factor) * HALF];
    return this.set([middle - reach, middle + reach]);
  }

  /** Half a screen later, or with a negative part earlier. */
  shift(part: number): Promise<void> {
    const [start, end] = this.stretch ?? this.whole;
    const by = (end - start) * part;
    const [first, last] = this.whole;
    const kept = Math.min(Math.max(by, first - start), last - end);
    return this.set([start + kept, end + kept]);
  }

  private get whole(): Stretch {
    const starts = this.followers.map(({ whole }) => whole[0]);
    return [Math.min(...starts), Math.max(...this.followers.map(({ whole }) => whole[1]))];
  }

  private within([start, end]: Stretch): Stretch | null {
    const [first, last] = this.whole;
    const length = Math.max(LEAST, end - start);
    if (length >= last - first) return null;
    const from = Math.min(Math.max(start, first), last - length);
    return [from, from + length];
  }
}
