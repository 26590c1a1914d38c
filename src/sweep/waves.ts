import type { Occasion, Segment } from './segments.ts';

/** Runs in a wave: fewer come together by chance, more are a loop. Our own judgement. */
const [FEWEST, MOST] = [3, 32];
/** Pauses between waves differ by no more than this. */
const ALIKE = 1.5;
/** Runs of one wave follow each other within this, seconds. */
const WITHIN = 300;
/** Waves among which the next wave may be, where two sweeps drip at a time. */
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
  /** How many runs the first and the last wave of each segment have. */
  readonly #sizes = new Map<Segment, { readonly first: number; readonly last: number }>();

  constructor({ submit }: Occasion, segments: readonly Segment[]) {
    const waves = segments.flatMap((segment) => {
      const own = wavesIn(segment, submit);
      this.#sizes.set(segment, { first: own[0]?.size ?? 0, last: own.at(-1)?.size ?? 0 });
      return own;
    });
    waves.forEach(({ size, end }, place) => {
      if (size < FEWEST || size > MOST) return;
      const alike = waves.slice(place + 1, place + 1 + 2 * AHEAD).filter((wave) => wave.size === size);
      for (const [at, second] of alike.slice(0, AHEAD).entries()) {
        const pause = second.begin - end;
        const goesOn = alike.slice(at + 1).some((third) => areAlike(third.begin - second.end, pause));
        if (goesOn) this.#note(size, pause);
      }
    });
  }

  /** Whether waves of so many runs were seen. */
  areOf(runs: number): boolean {
    return this.#rhythms.has(runs);
  }

  /** Whether a segment goes on with the wave after the last of another, the pause between them being as usual. */
  isNext(last: Segment, next: Segment, pause: number): boolean {
    if (this.#rhythms.size === 0) return false; // mostly
    const [before, after] = [this.#sizes.get(last)?.last ?? 0, this.#sizes.get(next)?.first ?? 0];
    const rhythm = this.#rhythms.get(before);
    if (rhythm === undefined || after > before) return false;
    return pause * ALIKE >= rhythm.shortest && pause <= rhythm.longest * ALIKE;
  }

  #note(size: number, pause: number): void {
    const { shortest = pause, longest = pause } = this.#rhythms.get(size) ?? {};
    this.#rhythms.set(size, { shortest: Math.min(shortest, pause), longest: Math.max(longest, pause) });
  }
}

/** Runs that came together: when, in epoch seconds, and how many. */
interface Wave {
  readonly begin: number;
  end: number;
  size: number;
}

function wavesIn({ positions }: Segment, submit: Occasion['submit']): Wave[] {
  const waves: Wave[] = [];
  let wave: Wave | undefined;
  for (const position of positions) {
    const at = submit(position);
    if (wave !== undefined && at - wave.end <= WITHIN) {
      wave.end = at;
      wave.size++;
    } else {
      wave = { begin: at, end: at, size: 1 };
      waves.push(wave);
    }
  }
  return waves;
}

const areAlike = (a: number, b: number): boolean => a <= ALIKE * b && b <= ALIKE * a;
