import { type FamilyAxis, narrowTo } from './family-axes.ts';
import { type Occasion, type Segment, segmentOf } from './segments.ts';
import type { Overlap } from './tried-cells.ts';

/** An axis of more values than this is not tried as what tells two sweeps apart. */
const MOST_LEVELS = 32;

/** Two sweeps among fewer runs would not be told apart. */
const FEWEST_RUNS = 8;
/** Parts must be so much shorter said. */
const MARGIN_BITS = 10;
/** And so much where a part is drawn at random, which many partings would shorten a little. */
const CLEAR_MARGIN_BITS = 30;
/** Two sweeps that drip take turns of so many runs or more on average; draws of one sweep change with every run. */
const TURN = 3;

/**
 * Takes apart runs of two sweeps that came at the same time: runs are parted by the values of one axis, and parts are put together again where that is shorter said (values that
 * go with the same others). Stays as it is where no axis gives less.
 */
export function unmix(occasion: Occasion, segment: Segment): Segment[] {
  const { positions, isArray, description } = segment;
  const savedAtMost = Math.min(description.excess, description.closeExcess);
  if (isArray || positions.length < FEWEST_RUNS || savedAtMost <= MARGIN_BITS) return [segment];
  const { descriptions } = occasion;
  const before = descriptions.taken;
  const best = bestParts(occasion, segment);
  descriptions.giveBack(before);
  if (best.length === 0) return [segment];
  return best.flatMap((part) => unmix(occasion, segmentOf(occasion, part)));
}

/** The runs of the parts that are shortest said; none where the whole is. */
function bestParts(occasion: Occasion, segment: Segment): readonly Uint32Array[] {
  const { positions } = segment;
  const narrow = { ...occasion, family: narrowTo(occasion.family, positions) };
  let best: readonly Segment[] = [];
  let fewest = segmentOf(narrow, positions).description.bits;
  for (const axis of narrow.family.axes) {
    const parts = partsBy(axis, positions);
    if (parts.length < 2 || parts.length > MOST_LEVELS) continue;
    const joined = agglomerate(narrow, parts);
    const bits = bitsOf(joined);
    const areLaidOut = joined.every(isLaidOut);
    const margin = areLaidOut ? MARGIN_BITS : CLEAR_MARGIN_BITS;
    if (joined.length < 2 || bits >= fewest - margin) continue;
    if (!areLaidOut && !takeTurns(segment, joined)) continue;
    fewest = bits;
    best = joined;
  }
  return best.map((part) => part.positions);
}

const isLaidOut = ({ description }: Segment): boolean => description.isLaidOut;

function bitsOf(parts: readonly Segment[]): number {
  let bits = 0;
  for (const part of parts) bits += part.description.bits;
  return bits;
}

function partsBy({ factor }: FamilyAxis, positions: Uint32Array): Uint32Array[] {
  const parts = new Map<number, number[]>();
  for (const position of positions) {
    const code = factor.codes[position] as number;
    if (parts.get(code)?.push(position) === undefined) parts.set(code, [position]);
    if (parts.size > MOST_LEVELS) break;
  }
  return [...parts.values()].map((part) => new Uint32Array(part));
}

/** Whether the parts come by turns, some runs of one and then some of another. */
function takeTurns({ positions }: Segment, parts: readonly Segment[]): boolean {
  const partOf = new Map<number, number>();
  for (const [index, part] of parts.entries()) for (const position of part.positions) partOf.set(position, index);
  let turns = 1;
  for (let at = 1; at < positions.length; at++) {
    if (partOf.get(positions[at] as number) !== partOf.get(positions[at - 1] as number)) turns++;
  }
  return positions.length >= TURN * turns;
}

/** Scratch space, of the parts held against each other last. */
const overlap: Overlap = { cells: 0, settled: 0, of: 0 };

/** A part, and what joining it with each part before it would save, in bits. */
interface Joinable {
  readonly segment: Segment;
  readonly bits: number;
  readonly saves: number[];
}

/** Joins parts two by two, always those that save most, as long as any do. */
function agglomerate(occasion: Occasion, parts: readonly Uint32Array[]): Segment[] {
  const open: Joinable[] = [];
  for (const positions of parts) addTo(open, segmentOf(occasion, positions));
  for (;;) {
    const best = mostSaved(open);
    if (best.left < 0) return open.map(({ segment }) => segment);
    const [right] = open.splice(best.right, 1) as [Joinable];
    const [left] = open.splice(best.left, 1) as [Joinable];
    for (const [at, { saves }] of open.entries()) {
      if (at >= best.right - 1) saves.splice(best.right, 1);
      if (at >= best.left) saves.splice(best.left, 1);
    }
    addTo(open, segmentOf(occasion, union(left.segment.positions, right.segment.positions)));
  }
}

/** Adds a part, and what joining it with each of the others would save. */
function addTo(open: Joinable[], segment: Segment): void {
  const { bits } = segment.description;
  const saves: number[] = [];
  for (const other of open) {
    other.segment.description.overlap(segment.description, overlap);
    saves.push(other.bits + bits - other.segment.description.bitsWith(segment.description, overlap));
  }
  open.push({ segment, bits, saves });
}

/** The two parts that save most when they are joined; −1 where none save anything. */
function mostSaved(open: readonly Joinable[]): { readonly left: number; readonly right: number } {
  let most = 0;
  let best = { left: -1, right: -1 };
  for (const [right, { saves }] of open.entries()) {
    for (let left = 0; left < saves.length; left++) {
      const saved = saves[left] as number;
      if (saved <= most) continue;
      most = saved;
      best = { left, right };
    }
  }
  return best;
}

/** Two ascending lists as one. */
function union(left: Uint32Array, right: Uint32Array): Uint32Array {
  const both = new Uint32Array(left.length + right.length);
  both.set(left);
  both.set(right, left.length);
  return both.sort();
}
