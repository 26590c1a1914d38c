import type { Interval, OtherReading, Reading } from '../model/audit.ts';
import type { Figure } from './claim-figures.ts';
import type { Equation } from './equations.ts';
import { solve } from './evaluate.ts';
import { namesIn } from './formula.ts';
import { EVERYTHING, intersect } from './interval.ts';
import { holdsWith, sidesOf, strictly } from './judge.ts';
import type { Judged } from './judged.ts';

/**
 * What a figure would have to read for every equation that it takes part in to hold, to as many digits as it is printed with. Undefined when no reading does that.
 *
 * @param own all equations in which the figure stands
 */
export function otherReadingOf(figure: Figure, own: readonly Judged[]): OtherReading | undefined {
  // Words such as "about" are no ground to change another figure.
  const strict = own.filter(({ outcome }) => outcome !== 'vague').map(({ equation }) => equation);
  let [feasible, core]: [Interval | undefined, Interval | undefined] = [EVERYTHING, EVERYTHING];
  for (const equation of strict) {
    const solved = solvedFor(equation, figure);
    if (solved === undefined) return undefined;
    feasible = feasible && intersect(feasible, printedWithin(solved, figure.reading));
    core = core && intersect(core, solved);
  }
  if (feasible === undefined) return undefined;
  const reads = printedIn(feasible, core ?? feasible, figure.reading);
  if (reads === undefined) return undefined;
  const interval = intervalOf(reads, figure.reading);
  if (!strict.every((equation) => holdsWith(equation, figure.id, interval))) return undefined;
  const { id, title, says, at, reading } = figure;
  return { figure: id, title, says, at, kind: reading.kind, print: reading.print, reads, fits: core ?? feasible };
}

/** What the figure must be for this equation alone. */
function solvedFor(equation: Equation, { id }: Figure): Interval | undefined {
  const name = [...equation.figures].find(([, figure]) => figure.id === id)?.[0];
  if (name === undefined) return undefined;
  const { left, right } = equation.formula;
  const isLeft = namesIn(left).includes(name);
  if (isLeft && namesIn(right).includes(name)) return undefined;
  const [ofLeft, ofRight] = sidesOf(equation, strictly(equation));
  const isOrder = equation.formula.relation === '≤';
  const target = isLeft
    ? { low: isOrder ? Number.NEGATIVE_INFINITY : ofRight.low, high: ofRight.high }
    : { low: ofLeft.low, high: isOrder ? Number.POSITIVE_INFINITY : ofLeft.high };
  return solve(isLeft ? left : right, target, name, strictly(equation));
}

/** Half of the last printed digit, base units; nothing for what is exact. */
const halfOf = ({ kind, print }: Reading): number =>
  kind === 'exact' ? 0 : 0.5 * 10 ** -print.decimals * print.factor;

/** Which printed values stand for something in the interval. */
function printedWithin({ low, high }: Interval, reading: Reading): Interval {
  const half = halfOf(reading);
  return {
    low: reading.kind === 'at-least' ? Number.NEGATIVE_INFINITY : low - half,
    high: reading.kind === 'at-most' ? Number.POSITIVE_INFINITY : high + half,
  };
}

/** What a printed value stands for. */
function intervalOf(value: number, reading: Reading): Interval {
  const half = halfOf(reading);
  return {
    low: reading.kind === 'at-most' ? 0 : value - half,
    high: reading.kind === 'at-least' ? Number.POSITIVE_INFINITY : value + half,
  };
}

/**
 * The printed value nearest to the middle of `core` that lies in `feasible`, or to its end where it is open to the other side; undefined when none does, or it would not be above 0.
 */
function printedIn(feasible: Interval, core: Interval, { print, value }: Reading): number | undefined {
  const grid = 10 ** -print.decimals * print.factor;
  const ends = [core.low, core.high].filter((end) => Number.isFinite(end) && end > 0);
  const middle = ends.length === 0 ? value : ends.reduce((sum, end) => sum + end, 0) / ends.length;
  const nearest = [Math.round(middle / grid), Math.floor(feasible.high / grid), Math.ceil(feasible.low / grid)]
    .filter(Number.isFinite)
    .map((steps) => steps * grid);
  return nearest.find((each) => each > 0 && intersect(feasible, { low: each, high: each }) !== undefined);
}
