import type { Random } from '../../fixtures/lisa/random.ts';
import type { Codebase } from './codebase.ts';
import { type Hyperparameter, writeValue } from './hyperparameters.ts';
import type { Cell } from './project.ts';

/** A hyperparameter that is searched, and the values to be tried, as written. */
export interface Axis {
  readonly parameter: Hyperparameter;
  readonly values: readonly string[];
}

/** Fewer cells are no search, more are rare by hand. */
const FEWEST_CELLS = 6;
const MOST_CELLS = 96;

const searchable = ({ hyperparameters }: Codebase): Hyperparameter[] =>
  hyperparameters.filter(({ scale }) => scale !== 'seed');

/** Two to four axes of neighbouring values, whose product is 6 to 96 cells; repeats over seeds may be one of them. */
export function drawGrid(codebase: Codebase, random: Random): Axis[] {
  for (;;) {
    const count = random.pick([1, 2, 2, 2, 3, 3, 4]);
    const chosen = random.shuffle(searchable(codebase)).slice(0, count);
    const axes = chosen.map((parameter) => drawAxis(parameter, codebase, random));
    if (count > 1 && random.chance(0.2)) axes.push(seedAxis(codebase, random.integer(2, 3)));
    const cells = axes.reduce((product, { values }) => product * values.length, 1);
    if (cells >= FEWEST_CELLS && cells <= MOST_CELLS) return axes;
  }
}

/** Neighbours on the ladder, or words. */
function drawAxis(parameter: Hyperparameter, { notation }: Codebase, random: Random): Axis {
  const { scale, ladder } = parameter;
  const most = Math.min(ladder.length, scale === 'rate' ? 6 : 5);
  const length = scale === 'flag' ? 2 : random.integer(2, most);
  const from = random.integer(0, ladder.length - length);
  return { parameter, values: ladder.slice(from, from + length).map((value) => writeValue(value, notation)) };
}

/** Seeds 1 to `count`. */
export function seedAxis({ hyperparameters }: Codebase, count: number): Axis {
  const parameter = hyperparameters.find(({ scale }) => scale === 'seed') as Hyperparameter;
  return { parameter, values: Array.from({ length: count }, (_, index) => String(index + 1)) };
}

/** All combinations, the last axis fastest, as nested loops give them. */
export function gridCells(axes: readonly Axis[]): Cell[] {
  return axes.reduce<Cell[]>(
    (cells, { parameter, values }) =>
      cells.flatMap((cell) => values.map((value) => ({ ...cell, [parameter.key]: value }))),
    [{}],
  );
}

/** From a default cell, each axis in turn; the default once. */
export function oneFactorCells(axes: readonly Axis[]): Cell[] {
  const base: Cell = Object.fromEntries(axes.map(({ parameter, values }) => [parameter.key, values[0] as string]));
  const others = axes.flatMap(({ parameter, values }) =>
    values.slice(1).map((value) => ({ ...base, [parameter.key]: value })),
  );
  return [base, ...others];
}

/** What a random search draws: one rate at least, drawn from a continuum. */
export function drawRandomSpace(codebase: Codebase, random: Random): Hyperparameter[] {
  const all = random.shuffle(searchable(codebase));
  const rates = all.filter(({ scale }) => scale === 'rate' || scale === 'fraction');
  const first = rates[0];
  if (first === undefined) return [];
  return [first, ...all.filter((parameter) => parameter !== first).slice(0, random.integer(1, 3))];
}

/** One draw of each: rates log-uniformly, fractions uniformly, the rest from its ladder. */
export function drawPoint(space: readonly Hyperparameter[], { notation }: Codebase, random: Random): Cell {
  return Object.fromEntries(
    space.map(({ key, scale, ladder }) => {
      const [low, high] = [ladder[0], ladder.at(-1)] as [number, number];
      if (scale === 'rate') return [key, writeValue(Math.exp(random.between(Math.log(low), Math.log(high))), notation)];
      if (scale === 'fraction') return [key, writeValue(random.between(low, high), notation)];
      return [key, writeValue(random.pick(ladder), notation)];
    }),
  );
}

/** A finer grid around a cell of a coarse one; undefined where no axis is a number that can be refined. */
export function refineAround(
  best: Cell,
  axes: readonly Axis[],
  { notation }: Codebase,
  random: Random,
): Axis[] | undefined {
  const numeric = axes.filter(({ parameter: { scale } }) => scale === 'rate' || scale === 'fraction');
  if (numeric.length === 0) return undefined;
  return axes.flatMap((axis) => {
    const centre = Number(best[axis.parameter.key]);
    if (!numeric.includes(axis)) return [];
    const steps = random.pick([
      [0.5, 0.7, 1.4, 2],
      [0.6, 0.8, 1, 1.25, 1.6],
      [0.7, 0.85, 1.2, 1.5],
    ]);
    const values =
      axis.parameter.scale === 'rate' || centre === 0
        ? steps.map((step) => (centre || 0.02) * step)
        : [-0.05, -0.02, 0.02, 0.05].map((step) => centre + step).filter((value) => value > 0);
    return [{ parameter: axis.parameter, values: values.map((value) => writeValue(value, notation)) }];
  });
}
