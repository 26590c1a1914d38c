import { pickWeighted } from '../../bench/dump/pick-weighted.ts';
import type { Random } from '../../fixtures/lisa/random.ts';
import { type Axis, SEED } from './axes.ts';
import { crossProduct, distinct } from './cells.ts';
import type { Cell, Design } from './lab.ts';

const MOST_VARIED = 3;
const [FEWEST_LEVELS, MOST_LEVELS] = [2, 4];
/** Larger grids are not repeated over seeds: one sweep of hundreds would outweigh all others in pairs. */
const MOST_REPEATED = 12;

type Draw = (random: Random, base: Cell, varied: readonly Axis[]) => Design;

const DRAWS: readonly (readonly [Draw, weight: number])[] = [
  [drawGrid, 0.5],
  [drawRandomSearch, 0.2],
  [drawRepeats, 0.1],
  [drawAdaptiveSearch, 0.1],
  [drawOneAtATime, 0.1],
];

/** The point that sweeps of a project begin with. */
export const drawBase = (random: Random, axes: readonly Axis[]): Cell =>
  Object.fromEntries(axes.map(({ short, values }) => [short, random.pick(values)]));

/**
 * What a sweep tries: a grid, a random search, repeats over seeds, a search that follows its results, or one thing at a time.
 *
 * @param varied what it shall vary; drawn where not given
 */
export function drawDesign(random: Random, axes: readonly Axis[], base: Cell, varied?: readonly Axis[]): Design {
  for (;;) {
    const chosen = varied ?? random.shuffle(axes).slice(0, random.integer(1, Math.min(MOST_VARIED, axes.length)));
    const design = pickWeighted(random, DRAWS)(random, base, chosen);
    if (design.cells.length > 1) return { ...design, varied: variedIn(design.cells, [...axes, SEED]) };
  }
}

const variedIn = (cells: readonly Cell[], axes: readonly Axis[]): Axis[] =>
  axes.filter(({ short }) => new Set(cells.map((cell) => cell[short])).size > 1);

/** Two to four values of each, some repeated over seeds, some with holes, some ended early. */
export function drawGrid(random: Random, base: Cell, varied: readonly Axis[]): Design {
  const levels = varied.map((axis) => [axis.short, drawLevels(random, axis)] as const);
  const points = levels.reduce((product, [, values]) => product * values.length, 1);
  const seeds = points <= MOST_REPEATED && random.chance(0.3) ? [[SEED.short, ['1', '2', '3']] as const] : [];
  let cells = crossProduct(base, [...levels, ...seeds]);
  if (cells.length > 6 && random.chance(0.2)) cells = cells.filter(() => random.chance(0.92));
  if (cells.length > 8 && random.chance(0.1))
    cells = cells.slice(0, Math.ceil(cells.length * random.between(0.6, 0.9)));
  return { kind: 'grid', base, varied, cells };
}

function drawLevels(random: Random, { values }: Axis): string[] {
  const count = Math.min(random.integer(FEWEST_LEVELS, MOST_LEVELS), values.length);
  const drawn = new Set(random.shuffle(values).slice(0, count));
  return values.filter((value) => drawn.has(value));
}

/** Draws from ranges. Without a range among them there would be nothing to tell it from a grid; then it has no cells. */
function drawRandomSearch(random: Random, base: Cell, varied: readonly Axis[]): Design {
  const cells = varied.some(({ range }) => range !== undefined)
    ? Array.from({ length: random.integer(8, 40) }, () => ({
        ...base,
        ...Object.fromEntries(varied.map((axis) => [axis.short, drawValue(random, axis)])),
      }))
    : [];
  return { kind: 'random', base, varied, cells: distinct(cells) };
}

function drawValue(random: Random, { range, values }: Axis): string {
  if (range === undefined) return random.pick(values);
  const { low, high, isLogarithmic } = range;
  return isLogarithmic ? plain(low * (high / low) ** random.uniform()) : random.between(low, high).toFixed(2);
}

/** Two digits, as Python prints them: `0.021`, `3.4e-05`. */
const plain = (value: number): string =>
  value >= 1e-4
    ? String(Number(value.toPrecision(2)))
    : value
        .toExponential(1)
        .replace(/e-(\d)$/, 'e-0$1')
        .replace('.0e', 'e');

function drawRepeats(random: Random, base: Cell): Design {
  const seeds = Array.from({ length: random.integer(3, 10) }, (_, index) => String(index + 1));
  return { kind: 'seeds', base, varied: [SEED], cells: crossProduct(base, [[SEED.short, seeds]]) };
}

/** A walk over the first range: each run starts from the one before. Long enough that it can be told from draws. */
function drawAdaptiveSearch(random: Random, base: Cell, varied: readonly Axis[]): Design {
  const walked = varied.find(({ range }) => range?.isLogarithmic);
  let place = random.between(-4, -2);
  const cells = Array.from({ length: random.integer(10, 24) }, () => {
    place += 0.5 * (random.uniform() + random.uniform() + random.uniform() - 1.5);
    return walked === undefined ? base : { ...base, [walked.short]: plain(10 ** place) };
  });
  return { kind: 'adaptive', base, varied, cells: distinct(cells) };
}

/** From the base along each axis. Along a single one, or two values of each of two, it would be a grid, or look like one ended early. */
function drawOneAtATime(random: Random, base: Cell, varied: readonly Axis[]): Design {
  const arms = varied.map((axis) => drawLevels(random, axis).filter((value) => value !== base[axis.short]));
  const cells = varied.flatMap(({ short }, index) => (arms[index] ?? []).map((value) => ({ ...base, [short]: value })));
  const isStar = arms.filter((arm) => arm.length > 1).length > 1;
  return { kind: 'mixed', base, varied, cells: isStar ? [base, ...cells] : [] };
}
