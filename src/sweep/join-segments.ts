import type { Description } from './description.ts';
import { pauseBits } from './pauses.ts';
import { hurriedBits, type Occasion, type Segment } from './segments.ts';
import type { Overlap } from './tried-cells.ts';
import { Waves } from './waves.ts';

/** Sweeps of one family that may go on at a time; the one that rested longest is closed first. With 16 generated labs scored the same, with 8 too. */
const MOST_OPEN = 12;
/** Pauses that cost nothing, seconds: within a loop, before a retry of what failed, before what a grid lacks. Our own judgement. */
const FREE = { loop: 32, retry: 86_400, addition: 6 * 3600 };
/** Bits that speak for one sweep where runs try again what failed in it, and against it for each that tries again what had not. Our own judgement. */
const [RETRY_BITS, AGAIN_BITS] = [8, 12];
/** After so long, seconds, what tries the same again is another search. Our own judgement. */
const ANEW_AFTER = 2 * 86_400;
/** A sweep that has rested may rest so many times longer. */
const PATIENCE = 2;

/** What a segment is to a sweep: a retry of what failed, what its grid lacks, or neither. */
type Fit = 'retry' | 'addition' | 'loop';

/** Scratch space, of the sweep and the segment held against each other last. */
const overlap: Overlap = { cells: 0, settled: 0, of: 0 };

/** Segments that make up one sweep. */
export class Draft {
  readonly segments: Segment[];
  /** Of the first segment: it takes in those of the others. */
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
    this.description = segment.description;
    this.lastSubmit = occasion.submit[segment.positions.at(-1) as number] as number;
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

  /**
   * Bits that are saved when a segment is taken into the sweep; what is not above zero belongs elsewhere.
   *
   * @param needed below this it does not matter how few: then they may be fewer than what is given
   */
  gain(occasion: Occasion, segment: Segment, waves: Waves, needed: number): number {
    const { description, isArray } = segment;
    // An array of which nothing tells what it tried has nothing in common with single runs.
    if (isArray !== this.isArray && (isArray ? description : this.description).isAlike) return Number.NEGATIVE_INFINITY;
    this.description.overlap(description, overlap);
    // An array that counts anew is another array, not the same one again.
    if (isArray && description.isTelling && overlap.settled > 0) return Number.NEGATIVE_INFINITY;
    if (this.#isRunAnew(occasion, segment)) return Number.NEGATIVE_INFINITY;
    const mayFit = this.#mayFit(description, waves);
    // Nor are two arrays one of which nothing tells what they tried, unless as many tasks had failed.
    if (isArray && !description.isTelling && mayFit !== 'retry') return Number.NEGATIVE_INFINITY;
    const { bits } = description;
    const isAsGood = mayFit !== 'addition' || this.description.lacks(description);
    const spoken = this.#spoken(occasion, segment, waves, isAsGood ? mayFit : 'loop');
    // No more can be saved than all that the segment takes.
    if (bits + spoken <= 0 || bits + spoken < needed) return bits + spoken;
    return this.description.bits + bits - this.description.bitsWith(description, overlap) + spoken;
  }

  /** Whether a segment tries again, long after, mostly what had ended well: the whole search a second time, which is another. Its {@link overlap} is known. */
  #isRunAnew({ submit }: Occasion, { positions, description }: Segment): boolean {
    // Of a single run, as mostly, it is not asked.
    if (overlap.of < 2 || 2 * overlap.settled <= overlap.of || !description.isTelling) return false;
    return (submit[positions[0] as number] as number) - this.lastSubmit > ANEW_AFTER;
  }

  /** What speaks for a segment besides what it tries, in bits, where its {@link overlap} is known. */
  #spoken(occasion: Occasion, segment: Segment, waves: Waves, fits: Fit): number {
    const { submit, pausesTell } = occasion;
    const { positions, description, isArray } = segment;
    const first = positions[0] as number;
    const pause = (submit[first] as number) - this.lastSubmit;
    const known = Math.max(description.isTelling ? PATIENCE * this.#longestPause : 0, FREE[fits]);
    const waited = waves.isNext(this.segments.at(-1) as Segment, segment, pause) ? 0 : pauseBits(pause, known);
    const isCutApart = !isArray && first === this.#lastPosition + 1;
    return (
      (fits === 'retry' ? RETRY_BITS : 0) +
      (isCutApart ? hurriedBits(occasion, this.#lastPosition, first) : 0) -
      AGAIN_BITS * (description.isTelling ? overlap.settled : 0) -
      pausesTell * waited
    );
  }

  /** What a segment is at best, where its {@link overlap} is known: whether it is what the grid lacks takes longer to find out. */
  #mayFit(description: Description, waves: Waves): Fit {
    // Where nothing tells what runs tried, as many as failed may be tried again, unless so many often come at a time.
    if (!description.isTelling) {
      const isMany = description.runs > this.description.failed || waves.areOf(description.runs);
      return isMany ? 'loop' : 'retry';
    }
    if (overlap.cells === overlap.of && overlap.settled === 0) return 'retry';
    return overlap.cells === 0 ? 'addition' : 'loop';
  }

  take({ submit }: Occasion, segment: Segment, waves: Waves): void {
    const { positions, description } = segment;
    this.description.overlap(description, overlap);
    const fits = this.#mayFit(description, waves);
    if (fits === 'retry') this.retries += positions.length;
    else if (fits === 'addition' && this.description.lacks(description)) this.additions += positions.length;
    else
      this.#longestPause = Math.max(this.#longestPause, (submit[positions[0] as number] as number) - this.lastSubmit);
    this.description.absorb(description);
    this.segments.push(segment);
    this.isArray &&= segment.isArray;
    this.#lastPosition = Math.max(this.#lastPosition, segment.positions.at(-1) as number);
    this.lastSubmit = Math.max(this.lastSubmit, submit[segment.positions.at(-1) as number] as number);
  }
}

/** Puts segments, in order of submission, together into sweeps: each goes where it saves most, or begins its own. */
export function joinSegments(occasion: Occasion, segments: readonly Segment[]): Draft[] {
  const drafts: Draft[] = [];
  const open: Draft[] = [];
  const waves = new Waves(occasion, segments);
  for (const segment of segments) {
    const { best, second } = bestTwo(open, (draft, needed) => draft.gain(occasion, segment, waves, needed));
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

/**
 * The two sweeps where most is saved; of equals, those that rested longer. Those that rested least are asked first: once these are known, of most others little need be.
 *
 * @param gainOf what is saved; of what is below the needed, something that is
 */
function bestTwo(
  drafts: readonly Draft[],
  gainOf: (draft: Draft, needed: number) => number,
): { best: Option; second: Option } {
  // Places and numbers, not options: of these a million runs made two million.
  let [best, second] = [-1, -1];
  let [most, next] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let place = drafts.length - 1; place >= 0; place--) {
    const gain = gainOf(drafts[place] as Draft, next);
    if (gain === Number.NEGATIVE_INFINITY) continue;
    if (gain >= most) {
      second = best;
      next = most;
      best = place;
      most = gain;
    } else if (gain >= next) {
      second = place;
      next = gain;
    }
  }
  return { best: { draft: drafts[best], gain: most }, second: { draft: drafts[second], gain: next } };
}

/** Bits of doubt that remain when one choice is shorter by a margin, in bits: the other is as likely as it is short. */
const doubtOf = (margin: number): number => Math.log2(1 + 2 ** -margin);
