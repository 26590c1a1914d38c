import { Description } from './description.ts';
import { hurriedBits, type Occasion, pauseBits, type Segment } from './segments.ts';
import type { Overlap } from './tried-cells.ts';
import { Waves } from './waves.ts';

/** Sweeps of one family that may go on at a time; the one that rested longest is closed first. */
const MOST_OPEN = 16;
/** Pauses that cost nothing, seconds: within a loop, before a retry of what failed, before what a grid lacks. Our own judgement. */
const FREE = { loop: 32, retry: 86_400, addition: 6 * 3600 };
/** Bits that speak for one sweep where runs try again what failed in it, and against it for each that tries again what had not. Our own judgement. */
const [RETRY_BITS, AGAIN_BITS] = [8, 12];
/** A sweep that has rested may rest so many times longer. */
const PATIENCE = 2;

/** Segments that make up one sweep. */
export class Draft {
  readonly segments: Segment[];
  readonly description: Description;
  /** Whether all segments are arrays. */
  isArray: boolean;
  retries = 0;
  additions = 0;
  /** How near its runs were to being grouped otherwise, in bits: 0 where nothing else was thinkable, 1 for each choice between two that are equally short. */
  doubt = 0;
  lastSubmit: number;
  #longestPause = 0;
  #lastPosition: number;

  constructor(occasion: Occasion, segment: Segment) {
    this.segments = [segment];
    this.isArray = segment.isArray;
    this.description = new Description(occasion.family).absorb(segment.description);
    this.lastSubmit = occasion.submit(segment.positions.at(-1) as number);
    this.#lastPosition = segment.positions.at(-1) as number;
  }

  get positions(): Uint32Array {
    const [{ positions: alone }, ...others] = this.segments as [Segment];
    if (others.length === 0) return alone;
    const all = new Uint32Array(this.description.runs);
    let at = 0;
    for (const { positions } of this.segments) {
      all.set(positions, at);
      at += positions.length;
    }
    return all.sort();
  }

  /** Bits that are saved when a segment is taken into the sweep; what is not above zero belongs elsewhere. */
  gain(occasion: Occasion, segment: Segment, waves: Waves): number {
    const { submit, pausesTell } = occasion;
    const { positions, description, isArray } = segment;
    // An array of which nothing tells what it tried has nothing in common with single runs.
    if (isArray !== this.isArray && (isArray ? description : this.description).isAlike) return Number.NEGATIVE_INFINITY;
    const overlap = this.description.overlap(description);
    const settled = description.isTelling ? overlap.settled : 0;
    // An array that counts anew is another array, not the same one again.
    if (isArray && settled > 0) return Number.NEGATIVE_INFINITY;
    // Nor are two arrays one of which nothing tells what they tried, unless as many tasks had failed.
    const fits = this.#fit(description, waves, overlap);
    if (isArray && !description.isTelling && fits !== 'retry') return Number.NEGATIVE_INFINITY;
    const pause = submit(positions[0] as number) - this.lastSubmit;
    const known = Math.max(description.isTelling ? PATIENCE * this.#longestPause : 0, FREE[fits]);
    const waited = pauseBits(pause, waves.isNext(this.segments.at(-1) as Segment, segment, pause) ? pause : known);
    const isCutApart = !isArray && positions[0] === this.#lastPosition + 1;
    const spoken =
      (fits === 'retry' ? RETRY_BITS : 0) +
      (isCutApart ? hurriedBits(occasion, this.#lastPosition, positions[0] as number) : 0) -
      AGAIN_BITS * settled -
      pausesTell * waited;
    // No more can be saved than all that the segment takes.
    if (description.bits + spoken <= 0) return description.bits + spoken;
    return this.description.bits + description.bits - this.description.bitsWith(description, overlap) + spoken;
  }

  /** What a segment is to the sweep: a retry of what failed, what its grid lacks, or neither. */
  #fit(
    description: Description,
    waves: Waves,
    { cells, settled, of }: Overlap = this.description.overlap(description),
  ): 'retry' | 'addition' | 'loop' {
    // Where nothing tells what runs tried, as many as failed may be tried again, unless so many often come at a time.
    if (!description.isTelling) {
      const isMany = description.runs > this.description.failed || waves.areOf(description.runs);
      return isMany ? 'loop' : 'retry';
    }
    if (cells === of && settled === 0) return 'retry';
    return cells === 0 && this.description.lacks(description) ? 'addition' : 'loop';
  }

  take({ submit }: Occasion, segment: Segment, waves: Waves): void {
    const pause = submit(segment.positions[0] as number) - this.lastSubmit;
    const fits = this.#fit(segment.description, waves);
    if (fits === 'retry') this.retries += segment.positions.length;
    else if (fits === 'addition') this.additions += segment.positions.length;
    else this.#longestPause = Math.max(this.#longestPause, pause);
    this.description.absorb(segment.description);
    this.segments.push(segment);
    this.isArray &&= segment.isArray;
    this.#lastPosition = Math.max(this.#lastPosition, segment.positions.at(-1) as number);
    this.lastSubmit = Math.max(this.lastSubmit, submit(segment.positions.at(-1) as number));
  }
}

/** Puts segments, in order of submission, together into sweeps: each goes where it saves most, or begins its own. */
export function joinSegments(occasion: Occasion, segments: readonly Segment[]): Draft[] {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  const waves = new Waves(occasion, segments);
  for (const segment of segments) {
    const { best, second } = bestTwo(open, (draft) => draft.gain(occasion, segment, waves));
    let taker = best.gain > 0 ? best.draft : undefined;
    if (taker === undefined) {
      taker = new Draft(occasion, segment);
      drafts.push(taker);
    } else {
      taker.take(occasion, segment, waves);
      open.splice(open.indexOf(taker), 1);
    }
    const doubt = doubtOf(best.gain > 0 ? best.gain - Math.max(0, second.gain) : -best.gain);
    taker.doubt += doubt;
    const other = taker === best.draft ? second.draft : best.draft;
    if (other !== undefined) other.doubt += doubt;
    open.push(taker);
    if (open.length > MOST_OPEN) open.shift();
  }
  return drafts;
}

/** A sweep that a segment may belong to, and what would be saved. */
interface Option {
  readonly draft: Draft | undefined;
  readonly gain: number;
}

function bestTwo(drafts: readonly Draft[], gainOf: (draft: Draft) => number): { best: Option; second: Option } {
  // Places and numbers, not options: of these a million runs made two million.
  let [best, second] = [-1, -1];
  let [most, next] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = 0; place < drafts.length; place++) {
    const gain = gainOf(drafts[place] as Draft);
    if (gain > most) {
      second = best;
      next = most;
      best = place;
      most = gain;
    } else if (gain > next) {
      second = place;
      next = gain;
    }
  }
  return { best: { draft: drafts[best], gain: most }, second: { draft: drafts[second], gain: next } };
}

/** Bits of doubt that remain when one choice is shorter by a margin, in bits: the other is as likely as it is short. */
const doubtOf = (margin: number): number => Math.log2(1 + 2 ** -margin);
