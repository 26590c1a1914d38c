/** When runs were submitted. */
export interface Submitted {
  /** By position: epoch seconds; NaN when unknown. */
  readonly submit: Float64Array;
  /** How much pauses tell: all where submissions are known; starts tell when machines were free. */
  readonly pausesTell: number;
}

/** A pause after which a loop is surely over, seconds. Our own judgement: loops of `sbatch` take seconds to minutes. */
const LONGEST_PAUSE = 2 * 3600;
/** Pauses that tell what is usual for those who submit one run at a time. */
const RECENT = 5;
/**
 * Bits for each doubling of a pause beyond what is usual, and again beyond a working session, in seconds; how many times the median pause is usual, and how short the median may
 * be, seconds. Our own judgement.
 */
const PAUSE = { bits: 3, session: 6 * 3600, usual: 4, shortest: 8 };

/** How much a pause speaks against one sweep, in bits. */
export function pauseBits(seconds: number, usual: number): number {
  if (!(seconds > usual)) return 0;
  const session = Math.max(usual, PAUSE.session);
  // Logarithms take longer than all else here, and most pauses are within a session.
  const beyondSession = seconds > session ? Math.log2(seconds / session) : 0;
  return PAUSE.bits * (Math.log2(seconds / usual) + beyondSession);
}

/** Parts runs, in order of submission, where a pause is longer than any loop makes, and than is usual there. */
export function splitAtPauses({ submit, pausesTell }: Submitted, positions: Uint32Array): Uint32Array[] {
  const parts: Uint32Array[] = [];
  let from = 0;
  for (let index = 1; index < positions.length; index++) {
    const pause = pauseBefore(submit, positions, index);
    if (!(pause > LONGEST_PAUSE / pausesTell)) continue; // nearly all, and sorting takes longer
    if (!(pause > PAUSE.usual * usualBefore(submit, positions, from, index))) continue;
    parts.push(positions.subarray(from, index));
    from = index;
  }
  if (from < positions.length) parts.push(positions.subarray(from));
  return parts;
}

/** Seconds between the submission of the run at a place and of the one before it. */
const pauseBefore = (submit: Float64Array, positions: Uint32Array, index: number): number =>
  (submit[positions[index] as number] as number) - (submit[positions[index - 1] as number] as number);

/** The median of the last few pauses between the run at a place and one before it. */
function usualBefore(submit: Float64Array, positions: Uint32Array, from: number, index: number): number {
  const recent: number[] = [];
  for (let before = Math.max(from + 1, index - RECENT); before < index; before++)
    recent.push(pauseBefore(submit, positions, before));
  return recent.sort(ascending)[recent.length >> 1] ?? 0;
}

/** Numbers by size. */
export const ascending = (a: number, b: number): number => a - b;

/** Pauses are of one rhythm when they differ by no more than this, and so many of the next ones do. */
const RHYTHM = { times: 1.5, near: 4, fewest: 2 };

/** What the pause before each run of a burst speaks against one sweep, in bits. */
export interface Pauses {
  readonly alone: Float64Array;
  /** The same, where a pause like those around it, as between waves, says nothing. */
  readonly amongOthers: Float64Array;
}

/** Weighs the pauses within a burst. */
export function pausesOf({ submit, pausesTell }: Submitted, burst: Uint32Array): Pauses {
  const before = new Float64Array(burst.length);
  let longest = 0;
  for (let index = 1; index < burst.length; index++) {
    const pause = pauseBefore(submit, burst, index);
    before[index] = pause;
    if (pause > longest) longest = pause;
  }
  // Within most loops none is.
  if (longest <= PAUSE.usual * PAUSE.shortest) return { alone: before.fill(0), amongOthers: before };
  const median = before.slice(1).sort()[(burst.length - 1) >> 1] ?? 0;
  const usual = PAUSE.usual * Math.max(median, PAUSE.shortest);
  const alone = new Float64Array(burst.length);
  for (let index = 1; index < burst.length; index++)
    alone[index] = pausesTell * pauseBits(before[index] as number, usual);
  const amongOthers = alone.slice();
  for (const at of inRhythm(before, usual)) amongOthers[at] = 0;
  return { alone, amongOthers };
}

/** The places of pauses that are longer than usual, and like others around them. */
function inRhythm(pauses: Float64Array, usual: number): number[] {
  const long: number[] = [];
  for (let index = 0; index < pauses.length; index++) if ((pauses[index] as number) > usual) long.push(index);
  const found: number[] = [];
  for (let place = 0; place < long.length; place++)
    if (countAlike(pauses, long, place) >= RHYTHM.fewest) found.push(long[place] as number);
  return found;
}

/** How many of the long pauses around one are like it. */
function countAlike(pauses: Float64Array, long: readonly number[], place: number): number {
  const pause = pauses[long[place] as number] as number;
  let alike = 0;
  for (let near = Math.max(0, place - RHYTHM.near); near <= Math.min(long.length - 1, place + RHYTHM.near); near++) {
    const ratio = (pauses[long[near] as number] as number) / pause;
    if (near !== place && ratio <= RHYTHM.times && ratio >= 1 / RHYTHM.times) alike++;
  }
  return alike;
}
