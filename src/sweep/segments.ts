import { Description } from './description.ts';
import type { Descriptions } from './descriptions.ts';
import type { Factor } from './factor.ts';
import { type FamilyAxes, NO_AXES, narrowTo } from './family-axes.ts';
import { GrowingPart } from './growing-part.ts';
import { ascending, type Pauses, pausesOf, type Submitted, splitAtPauses } from './pauses.ts';
import { LONGEST_PART, partsOf, shortestCut } from './shortest-cut.ts';
import type { Settled } from './tried-cells.ts';

/** Runs of a family that one submission brought, and what they try. */
export interface Segment {
  /** Ascending. */
  readonly positions: Uint32Array;
  readonly isArray: boolean;
  readonly description: Description;
}

/** What is known of a family's runs, by position. */
export interface Occasion extends Submitted {
  readonly family: FamilyAxes;
  readonly settled: Settled;
  /** Of which the segments take theirs. */
  readonly descriptions: Descriptions;
}

/** Scratch space, of a part of the burst that is looked at. */
const part = new Description(NO_AXES);

/** Places at which a burst is tried to be cut. More would cost time and find little. */
const MOST_CUTS = 96;

/** Cuts runs, in order of submission, where a pause or what they try says that another sweep begins. */
export function cutSegments(occasion: Occasion, positions: Uint32Array): Segment[] {
  const segments: Segment[] = [];
  for (const burst of splitAtPauses(occasion, positions)) cutBurst(segments, occasion, burst);
  return segments;
}

/** Describes some runs as one. */
export function segmentOf(
  { family, settled, descriptions }: Occasion,
  positions: Uint32Array,
  isArray = false,
): Segment {
  return { positions, isArray, description: descriptions.take(family).add(positions, settled) };
}

/** Nobody ends a sweep and begins another within this, in seconds, unless a script does both; what speaks against it, in bits. Our own judgement. */
const HURRIED = { seconds: 30, bits: 12 };

/** What speaks against a cut before a run, where another came just before it: a loop goes on to its next run at once, unless it is of something else. */
export function hurriedBits({ submit, pausesTell, family }: Occasion, before: number, after: number): number {
  const pause = (submit[after] as number) - (submit[before] as number);
  if (pausesTell < 1 || !(pause >= 0 && pause <= HURRIED.seconds)) return 0;
  for (const { factor } of family.axes) if (factor.isWord && factor.codes[before] !== factor.codes[after]) return 0;
  return HURRIED.bits;
}

/** Adds the parts of the cut that takes the fewest bits in all: pauses within parts, and what each part tries. */
function cutBurst(segments: Segment[], occasion: Occasion, burst: Uint32Array): void {
  const { taken } = occasion.descriptions;
  const whole = segmentOf(occasion, burst);
  const edges = edgesOf(occasion, whole);
  if (edges === undefined) {
    segments.push(whole);
    return;
  }
  occasion.descriptions.giveBack(taken);
  const { narrow, places, pauses } = edges;
  const growing = new GrowingPart(part.begin(narrow), burst, occasion.settled, pauses.amongOthers);
  for (const [from, end] of partsOf(shortestCut(places, costsOf(occasion, burst, places), growing), places))
    segments.push(segmentOf(occasion, burst.subarray(from, end)));
}

/** Where a burst may be cut, its end included, and what tells; undefined where no cut can save anything. */
function edgesOf(
  occasion: Occasion,
  { positions: burst, description: whole }: Segment,
): { readonly narrow: FamilyAxes; readonly places: readonly number[]; readonly pauses: Pauses } | undefined {
  if (burst.length < 2) return undefined;
  const pauses = pausesOf(occasion, burst);
  let waitedInAll = 0;
  for (const bits of pauses.amongOthers) waitedInAll += bits;
  if (whole.excess + waitedInAll <= 0) return undefined;
  const narrow = narrowTo(occasion.family, burst);
  const places = placesToCut(narrow, burst, pauses.alone);
  places.push(burst.length);
  // Of a longer burst the whole is not tried, and it is parted in any case.
  const isTried = places.length - 1 <= LONGEST_PART;
  return isTried && whole.closeExcess + waitedInAll <= 0 ? undefined : { narrow, places, pauses };
}

/** What speaks against a cut at each place. */
function costsOf(occasion: Occasion, burst: Uint32Array, places: readonly number[]): number[] {
  const costs: number[] = [];
  for (const place of places) {
    const isWithin = place > 0 && place < burst.length;
    costs.push(isWithin ? hurriedBits(occasion, burst[place - 1] as number, burst[place] as number) : 0);
  }
  return costs;
}

/** Adds to each place where a value changes the bits that this tells: the more, the rarer. */
function weighChanges(weights: Float64Array, { codes }: Factor, burst: Uint32Array): void {
  let changes = 0;
  for (let index = 1; index < burst.length; index++)
    if (codes[burst[index] as number] !== codes[burst[index - 1] as number]) changes++;
  const bits = Math.log2(burst.length / changes);
  for (let index = 1; index < burst.length; index++)
    if (codes[burst[index] as number] !== codes[burst[index - 1] as number])
      weights[index] = (weights[index] as number) + bits;
}

/** Where a burst may be cut: before its first run, and where pauses and changes are rarest. */
function placesToCut({ axes }: FamilyAxes, burst: Uint32Array, pauses: Float64Array): number[] {
  const weights = pauses.slice();
  for (const { factor } of axes) weighChanges(weights, factor, burst);
  const places = [0];
  for (let index = 1; index < burst.length; index++) if ((weights[index] as number) > 0) places.push(index);
  if (places.length <= 1 + MOST_CUTS) return places;
  const heaviest = places.slice(1).sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  return [0, ...heaviest.slice(0, MOST_CUTS).sort(ascending)];
}
