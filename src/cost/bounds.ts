import type { Range } from '../model/estimate.ts';
import type { CauseShare } from '../model/tier.ts';
import { middleOf, type Part, type Reach, type Spread } from './spread.ts';

// A figure depends on causes that are independent of each other: how hard GPUs worked, which grid, what building. Each may be anywhere between its bounds (−1 … 1; 0 is its middle). Not all
// are at their worst at once: the range of the figure is what it is at the least and the most favourable point at distance 1 from the middle of all, which one cause alone reaches at its bound.
// Where the bounds of the causes are the 5th and 95th percentile of log-normal distributions, that is the figure's own 5th and 95th percentile (first-order reliability method), or a little
// more: exact for a product; at most 4 % wider for GPUs and 16 % for processors alone than 40,000 random draws (`test/cost/bounds.test.ts`). As the largest and the smallest value over one set of points, the
// bounds never shrink when something becomes dearer, and those of a whole lie within the sums of those of its parts.

type Side = keyof Reach;

/** What moves the parts of a figure, as numbers. */
interface Moves {
  readonly causes: readonly string[];
  /** Of part p and cause c at `p × causes + c`: the logarithm by which the cause moves the part at its bound, on either side. */
  readonly moves: Readonly<Record<Side, Float64Array>>;
}

/** The parts after those that lead here, and what moves all of those. */
interface Known {
  readonly next: WeakMap<Part['causes'], Known>;
  moves?: Moves;
}

/** What moves figures, by what moves each of their parts: thousands of sweeps share a handful. */
const known: Known = { next: new WeakMap() };

function movesOf(parts: readonly Part[]): Moves {
  let at = known;
  for (const { causes } of parts) {
    const next: Known = at.next.get(causes) ?? { next: new WeakMap() };
    at.next.set(causes, next);
    at = next;
  }
  at.moves ??= findMoves(parts);
  return at.moves;
}

function findMoves(parts: readonly Part[]): Moves {
  const causes = [...new Set(parts.flatMap((part) => [...part.causes.keys()]))].sort();
  const on = (side: Side, sign: number): Float64Array =>
    Float64Array.from(parts.flatMap((part) => causes.map((cause) => sign * (part.causes.get(cause)?.[side] ?? 0))));
  return { causes, moves: { up: on('up', 1), down: on('down', -1) } };
}

/** A figure as numbers: parts by causes. */
interface Dense {
  readonly causes: readonly string[];
  readonly values: Float64Array;
  /** Of {@link Moves}, on one side. */
  readonly moves: Float64Array;
}

function denseOf(figure: Spread, side: Side): Dense {
  const parts = alike(figure);
  const { causes, moves } = movesOf(parts);
  return { causes, values: Float64Array.from(parts, ({ value }) => value), moves: moves[side] };
}

/** Parts that are moved by one and the same thing are one: a project has many of them, by model and by year. */
function alike(figure: Spread): readonly Part[] {
  const byCauses = new Map<ReadonlyMap<string, Reach>, number>();
  for (const { value, causes } of figure) byCauses.set(causes, (byCauses.get(causes) ?? 0) + value);
  return [...byCauses].map(([causes, value]) => ({ value, causes }));
}

interface Extreme {
  readonly causes: readonly string[];
  /** Where it is: by cause, 0 to 1, the squares of which add up to 1. All 0 where nothing moves the figure. */
  readonly point: Float64Array;
  readonly figure: number;
}

const MOST_STEPS = 200;

/** How close the point comes to where the figure is extreme. The figure's own error is the square of it, since it is flat there. */
const CLOSE = 1e-8;

/** The largest (or the smallest) figure at distance 1: a fixed point at which the figure's slope points away from the middle. Loops over numbers: a project has thousands of sweeps. */
function extremeOf(figure: Spread, side: Side): Extreme {
  const dense = denseOf(figure, side);
  const { causes } = dense;
  const [point, slope] = [new Float64Array(causes.length), new Float64Array(causes.length)];
  // Halfway on the way down, where whole steps would swing around the smallest figure.
  const inertia = side === 'up' ? 0 : 1;
  let value = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    value = slopeAt(dense, point, slope);
    if (moveTowards(point, slope, step === 0 ? 0 : inertia) < CLOSE) break;
  }
  return { causes, point, figure: causes.length === 0 ? value : slopeAt(dense, point, slope) };
}

/** The figure at a point; into `slope` goes the direction in which it changes most, of length 1. */
function slopeAt({ values, causes, moves }: Dense, point: Float64Array, slope: Float64Array): number {
  slope.fill(0);
  let figure = 0;
  for (let part = 0, first = 0; part < values.length; part++, first += causes.length) {
    let moved = 0;
    for (let cause = 0; cause < causes.length; cause++)
      moved += (moves[first + cause] as number) * (point[cause] as number);
    const weight = (values[part] as number) * Math.exp(moved);
    figure += weight;
    for (let cause = 0; cause < causes.length; cause++) {
      slope[cause] = (slope[cause] as number) + weight * Math.abs(moves[first + cause] as number);
    }
  }
  toLengthOne(slope);
  return figure;
}

function toLengthOne(vector: Float64Array): void {
  let squares = 0;
  for (let at = 0; at < vector.length; at++) squares += (vector[at] as number) ** 2;
  const length = Math.sqrt(squares);
  if (!(length > 0)) return;
  for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as number) / length;
}

/** Moves a point to another, or some of the way. @returns how far it went, along the axis on which it went farthest */
function moveTowards(point: Float64Array, target: Float64Array, inertia: number): number {
  let farthest = 0;
  const before = point.slice();
  for (let at = 0; at < point.length; at++) point[at] = inertia * (before[at] as number) + (target[at] as number);
  toLengthOne(point);
  for (let at = 0; at < point.length; at++)
    farthest = Math.max(farthest, Math.abs((point[at] as number) - (before[at] as number)));
  return farthest;
}

/** The range of a figure. With one cause it is that cause's own. */
export function rangeOf(figure: Spread): Range {
  const value = middleOf(figure);
  const [low, high] = [extremeOf(figure, 'down').figure, extremeOf(figure, 'up').figure];
  return { low: Math.min(low, value), value, high: Math.max(high, value) };
}

/** The figure with one cause alone at its bound. */
function withCause(figure: Spread, cause: string, side: Side): number {
  const sign = side === 'up' ? 1 : -1;
  return figure.reduce((sum, part) => sum + part.value * Math.exp(sign * (part.causes.get(cause)?.[side] ?? 0)), 0);
}

/** What makes a figure a range, the largest cause first. The shares add up to 1: the squares of how far each cause is from its middle at the range's ends, the mean of both. */
export function causesOfRange(figure: Spread): CauseShare[] {
  const shares = new Map<string, number>();
  const ends = [extremeOf(figure, 'down'), extremeOf(figure, 'up')].filter(({ point }) => point.some((at) => at > 0));
  for (const { causes, point } of ends) {
    for (const [index, cause] of causes.entries()) {
      shares.set(cause, (shares.get(cause) ?? 0) + (point[index] as number) ** 2 / ends.length);
    }
  }
  return [...shares]
    .map(([cause, share]) => ({
      ...{ cause, low: withCause(figure, cause, 'down'), high: withCause(figure, cause, 'up') },
      share,
    }))
    .sort((a, b) => b.share - a.share || (a.cause < b.cause ? -1 : 1));
}
