import type { Occasion, Segment } from './segments.ts';

/** Runs in a wave: fewer come together by chance, more are a loop. Our own judgement. */
const [FEWEST, MOST] = [3, 32];
/** Pauses between waves differ by no more than this. */
const ALIKE = 1.5;
/** Runs of one wave follow each other within this, seconds. */
const WITHIN = 300;
/** Machines come free within half a day: what comes later was thought of anew, however regularly. Seconds; our own judgement. */
const LONGEST_PAUSE = 43_200;
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
  readonly #submit: Float64Array;
  readonly #rhythms = new Map<number, Rhythm>();

  constructor({ submit }: Occasion, segments: readonly Segment[]) {
    this.#submit = submit;
    const waves: Wave[] = [];
    for (const segment of segments) addWaves(waves, segment, submit);
    for (let place = 0; place < waves.length; place++) {
      const { size } = waves[place] as Wave;
      if (size >= FEWEST && size <= MOST) this.#noteAfter(waves, place);
    }
  }

  /** Whether waves of so many runs were seen. */
  areOf(runs: number): boolean {
    return this.#rhythms.has(runs);
  }

  /** Whether a segment goes on with the wave after the last of another, the pause between them being as usual. */
  isNext(last: Segment, next: Segment, pause: number): boolean {
    if (this.#rhythms.size === 0 || pause > LONGEST_PAUSE) return false; // mostly
    const before = lastWave(last, this.#submit);
    const rhythm = this.#rhythms.get(before);
    if (rhythm === undefined) return false;
    const isAsUsual = pause * ALIKE >= rhythm.shortest && pause <= rhythm.longest * ALIKE;
    return isAsUsual && firstWave(next, this.#submit) <= before;
  }

  /** Notes the pauses after a wave, to one of the same size, that go on behind that. */
  #noteAfter(waves: readonly Wave[], place: number): void {
    const { size, end } = waves[place] as Wave;
    const alike: Wave[] = [];
    for (let next = place + 1; next < Math.min(waves.length, place + 1 + 2 * AHEAD); next++)
      if (waves[next]?.size === size) alike.push(waves[next] as Wave);
    for (let at = 0; at < Math.min(alike.length, AHEAD); at++) {
      const second = alike[at] as Wave;
      const pause = second.begin - end;
      if (goesOn(alike, at, pause)) this.#note(size, pause);
    }
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

function addWaves(waves: Wave[], { positions }: Segment, submit: Float64Array): void {
  let wave: Wave | undefined;
  for (const position of positions) {
    const at = submit[position] as number;
    if (wave !== undefined && at - wave.end <= WITHIN) {
      wave.end = at;
      wave.size++;
    } else {
      wave = { begin: at, end: at, size: 1 };
      waves.push(wave);
    }
  }
}

/** How many runs the first wave of a segment has; all that are more than {@link MOST} are as many. */
function firstWave({ positions }: Segment, submit: Float64Array): number {
  let size = 1;
  while (size <= MOST && isTogether(positions, size, submit)) size++;
  return size;
}

/** The same of its last wave. */
function lastWave({ positions }: Segment, submit: Float64Array): number {
  let size = 1;
  while (size <= MOST && isTogether(positions, positions.length - size, submit)) size++;
  return size;
}

/** Whether the run at a place follows soon on the one before it. */
const isTogether = (positions: Uint32Array, place: number, submit: Float64Array): boolean =>
  place > 0 &&
  place < positions.length &&
  (submit[positions[place] as number] as number) - (submit[positions[place - 1] as number] as number) <= WITHIN;

/** Whether a wave behind one of these comes after a like pause. */
function goesOn(alike: readonly Wave[], at: number, pause: number): boolean {
  const { end } = alike[at] as Wave;
  for (let next = at + 1; next < alike.length; next++)
    if (areAlike((alike[next] as Wave).begin - end, pause)) return true;
  return false;
}

const areAlike = (a: number, b: number): boolean => a <= ALIKE * b && b <= ALIKE * a;
