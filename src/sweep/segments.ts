import { Description } from './description.ts';
import { type FamilyAxes, narrowTo } from './family-axes.ts';
import { LONGEST_PART, partsOf, shortestCut } from './shortest-cut.ts';
import type { IsSettled } from './tried-cells.ts';

/** Runs of a family that one submission brought, and what they try. */
export interface Segment {
  /** Ascending. */
  readonly positions: Uint32Array;
  readonly isArray: boolean;
  readonly description: Description;
}

/** What is known of a family's runs, by position. */
export interface Occasion {
  readonly family: FamilyAxes;
  /** Epoch seconds; NaN when unknown. */
  readonly submit: (position: number) => number;
  readonly isSettled: IsSettled;
  /** How much pauses tell: all where submissions are known; starts tell when machines were free. */
  readonly pausesTell: number;
}

/** A pause after which a loop is surely over, seconds. Our own judgement: loops of `sbatch` take seconds to minutes. */
const LONGEST_PAUSE = 2 * 3600;
/** Pauses that tell what is usual for those who submit one run at a time. */
const RECENT = 5;
/** Places at which a burst is tried to be cut. More would cost time and find little. */
const MOST_CUTS = 96;
/**
 * Bits for each doubling of a pause beyond what is usual, and again beyond a working session, in seconds; how many times the median pause is usual, and how short the median may
 * be, seconds. Our own judgement.
 */
const PAUSE = { bits: 3, session: 6 * 3600, usual: 4, shortest: 8 };

/** How much a pause speaks against one sweep, in bits. */
export function pauseBits(seconds: number, usual: number): number {
  if (!(seconds > usual)) return 0;
  const beyondSession = Math.max(0, Math.log2(seconds / Math.max(usual, PAUSE.session)));
  return PAUSE.bits * (Math.log2(seconds / usual) + beyondSession);
}

/** Cuts runs, in order of submission, where a pause or what they try says that another sweep begins. */
export function cutSegments(occasion: Occasion, positions: Uint32Array): Segment[] {
  return splitAtPauses(occasion, positions).flatMap((burst) => cutBurst(occasion, burst));
}

/** Describes some runs as one. */
export function segmentOf({ family, isSettled }: Occasion, positions: Uint32Array, isArray = false): Segment {
  return { positions, isArray, description: new Description(family).add(positions, isSettled) };
}

function splitAtPauses({ submit, pausesTell }: Occasion, positions: Uint32Array): Uint32Array[] {
  const parts: Uint32Array[] = [];
  const pauseBefore = (index: number): number =>
    submit(positions[index] as number) - submit(positions[index - 1] as number);
  let from = 0;
  for (let index = 1; index < positions.length; index++) {
    const pause = pauseBefore(index);
    if (!(pause > LONGEST_PAUSE / pausesTell)) continue; // nearly all, and sorting takes longer
    const recent: number[] = [];
    for (let before = Math.max(from + 1, index - RECENT); before < index; before++) recent.push(pauseBefore(before));
    const usual = recent.sort((a, b) => a - b)[recent.length >> 1] ?? 0;
    if (!(pause > PAUSE.usual * usual)) continue;
    parts.push(positions.subarray(from, index));
    from = index;
  }
  if (from < positions.length) parts.push(positions.subarray(from));
  return parts;
}

/** Pauses are of one rhythm when they differ by no more than this, and so many of the next ones do. */
const RHYTHM = { times: 1.5, near: 4, fewest: 2 };

/** What the pause before each run of a burst speaks against one sweep, in bits. */
interface Pauses {
  readonly alone: Float64Array;
  /** The same, where a pause like those around it, as between waves, says nothing. */
  readonly amongOthers: Float64Array;
}

function pausesOf({ submit, pausesTell }: Occasion, burst: Uint32Array): Pauses {
  const before = new Float64Array(burst.length);
  let longest = 0;
  for (let index = 1; index < burst.length; index++) {
    const pause = submit(burst[index] as number) - submit(burst[index - 1] as number);
    before[index] = pause;
    if (pause > longest) longest = pause;
  }
  // Within most loops none is.
  if (longest <= PAUSE.usual * PAUSE.shortest) return { alone: before.fill(0), amongOthers: before };
  const median = before.slice(1).sort()[(burst.length - 1) >> 1] ?? 0;
  const usual = PAUSE.usual * Math.max(median, PAUSE.shortest);
  const alone = before.map((pause) => pausesTell * pauseBits(pause, usual));
  const amongOthers = alone.slice();
  for (const at of inRhythm(before, usual)) amongOthers[at] = 0;
  return { alone, amongOthers };
}

/** The places of pauses that are longer than usual, and like others around them. */
function inRhythm(pauses: Float64Array, usual: number): number[] {
  const long: number[] = [];
  for (let index = 0; index < pauses.length; index++) if ((pauses[index] as number) > usual) long.push(index);
  return long.filter((at, place) => {
    const pause = pauses[at] as number;
    const near = long.slice(Math.max(0, place - RHYTHM.near), place + RHYTHM.near + 1);
    const alike = near.filter((other) => {
      const ratio = (pauses[other] as number) / pause;
      return other !== at && ratio <= RHYTHM.times && ratio >= 1 / RHYTHM.times;
    });
    return alike.length >= RHYTHM.fewest;
  });
}

/** Nobody ends a sweep and begins another within this, in seconds, unless a script does both; what speaks against it, in bits. Our own judgement. */
const HURRIED = { seconds: 30, bits: 12 };

/** What speaks against a cut before a run, where another came just before it: a loop goes on to its next run at once, unless it is of something else. */
export function hurriedBits({ submit, pausesTell, family }: Occasion, before: number, after: number): number {
  const pause = submit(after) - submit(before);
  if (pausesTell < 1 || !(pause >= 0 && pause <= HURRIED.seconds)) return 0;
  const isOther = family.axes.some(({ factor: { isWord, codes } }) => isWord && codes[before] !== codes[after]);
  return isOther ? 0 : HURRIED.bits;
}

/** The cut into parts that takes the fewest bits in all: pauses within parts, and what each part tries. */
function cutBurst(occasion: Occasion, burst: Uint32Array): Segment[] {
  const whole = segmentOf(occasion, burst);
  if (burst.length < 2) return [whole];
  const pauses = pausesOf(occasion, burst);
  const waitedInAll = pauses.amongOthers.reduce((sum, bits) => sum + bits, 0);
  if (whole.description.excess + waitedInAll <= 0) return [whole];
  const narrow = narrowTo(occasion.family, burst);
  const edges = [...placesToCut(narrow, burst, pauses.alone), burst.length];
  // Of a longer burst the whole is not tried, and it is parted in any case.
  const isTried = edges.length - 1 <= LONGEST_PART;
  if (isTried && whole.description.closeExcess + waitedInAll <= 0) return [whole];
  const description = new Description(narrow);
  const costs = edges.map((edge) =>
    edge > 0 && edge < burst.length ? hurriedBits(occasion, burst[edge - 1] as number, burst[edge] as number) : 0,
  );
  const best = shortestCut(edges, costs, (from) => {
    description.clear();
    let waited = 0;
    return (begin, stop) => {
      description.add(burst, occasion.isSettled, begin, stop);
      for (let index = Math.max(begin, from + 1); index < stop; index++) waited += pauses.amongOthers[index] as number;
      return description.bits + waited;
    };
  });
  return partsOf(best, edges).map(([from, end]) =>
    end - from === burst.length ? whole : segmentOf(occasion, burst.subarray(from, end)),
  );
}

/** Where a burst may be cut: before its first run, and where pauses and changes are rarest. */
function placesToCut({ axes }: FamilyAxes, burst: Uint32Array, pauses: Float64Array): number[] {
  const weights = pauses.slice();
  for (const { factor } of axes) {
    const changes: number[] = [];
    for (let index = 1; index < burst.length; index++) {
      if (factor.codes[burst[index] as number] !== factor.codes[burst[index - 1] as number]) changes.push(index);
    }
    const bits = Math.log2(burst.length / changes.length);
    for (const index of changes) weights[index] = (weights[index] as number) + bits;
  }
  const places: number[] = [];
  for (let index = 1; index < burst.length; index++) if ((weights[index] as number) > 0) places.push(index);
  if (places.length <= MOST_CUTS) return [0, ...places];
  places.sort((a, b) => (weights[b] as number) - (weights[a] as number) || a - b);
  return [0, ...places.slice(0, MOST_CUTS).sort((a, b) => a - b)];
}
