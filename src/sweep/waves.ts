import type { Occasion, Segment } from './segments.ts';

/** Runs in a wave: fewer come together by chance, more are a loop. Our own judgement. */
const [FEWEST, MOST] = [3, 32];
/** Pauses between waves differ by no more than this. */
const ALIKE = 1.5;
/** Segments among which the next wave may be, where two sweeps drip at a time. */
const AHEAD = 3;

/** The pauses, in seconds, after which waves of one size were seen to follow each other. */
interface Rhythm {
  shortest: number;
  longest: number;
}

/**
 * The habit of submitting a few runs at a time, as many as there are free machines, and the next ones hours later. Where waves of one size come at regular pauses, the pause between
 * two such waves says nothing.
 */
export class Waves {
  readonly #rhythms = new Map<number, Rhythm>();

  constructor({ submit }: Occasion, segments: readonly Segment[]) {
    const begin = ({ positions }: Segment): number => submit(positions[0] as number);
    const end = ({ positions }: Segment): number => submit(positions.at(-1) as number);
    segments.forEach((segment, place) => {
      const size = segment.positions.length;
      if (size < FEWEST || size > MOST) return;
      const alike = segments
        .slice(place + 1, place + 1 + 2 * AHEAD)
        .filter(({ positions }) => positions.length === size);
      for (const [at, second] of alike.slice(0, AHEAD).entries()) {
        const pause = begin(second) - end(segment);
        const goesOn = alike.slice(at + 1).some((third) => areAlike(begin(third) - end(second), pause));
        if (goesOn) this.#note(size, pause);
      }
    });
  }

  /** Whether waves of so many runs were seen. */
  areOf(runs: number): boolean {
    return this.#rhythms.has(runs);
  }

  /** Whether a segment is the next wave after another, the pause between them being as usual. */
  isNext(last: Segment, next: Segment, pause: number): boolean {
    const rhythm = this.#rhythms.get(last.positions.length);
    if (rhythm === undefined || next.positions.length > last.positions.length) return false;
    return pause * ALIKE >= rhythm.shortest && pause <= rhythm.longest * ALIKE;
  }

  #note(size: number, pause: number): void {
    const { shortest = pause, longest = pause } = this.#rhythms.get(size) ?? {};
    this.#rhythms.set(size, { shortest: Math.min(shortest, pause), longest: Math.max(longest, pause) });
  }
}

const areAlike = (a: number, b: number): boolean => a <= ALIKE * b && b <= ALIKE * a;
