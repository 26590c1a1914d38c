import type { SweepKind } from '../model/sweep.ts';
import { CodeMarks } from './code-marks.ts';
import { areDrawn, FEWEST_JUDGED } from './drawn-values.ts';
import { ARRAY_TASK } from './factor-table.ts';
import type { Axis } from './found-sweep.ts';

/** What was tried, in order of submission. */
export interface Search {
  readonly axes: readonly Axis[];
  /** For each run, one after the other, the code of its value on each axis. */
  readonly codes: ArrayLike<number>;
  readonly runs: number;
  /** Whether most runs were submitted when earlier ones had ended: what to try could follow from results. */
  readonly isSequential: () => boolean;
}

/** Thresholds of our own judgement, tried on labelled logs (`npm run bench:sweeps`). */
const GRID_COVERAGE = 0.8;
/** Where so many repeat before the last combination came, in parts of the combinations, they were drawn. */
const OFTEN_AGAIN = 0.3;
/** Repeats are even when their numbers differ by no more of their mean. */
const EVEN = 0.25;
const FEWEST_COUNTED = 4;
/** A search moves when values follow the ones before them by so many standard errors. */
const MOVES = 1.64;
/** And only when the values of a search without end follow each other so closely: of many runs, any trace of order would be significant. */
const LEAST_ORDER = 0.15;
/** Nearly all combinations of a star differ from its centre on one axis. */
const STAR = 0.95;

/** Tells how a search chose what to try: all combinations, at random, following its own results, or only other seeds. */
export function searchKind(search: Search): SweepKind {
  const parameters = parametersIn(search);
  if (search.axes.every(({ key }) => key === ARRAY_TASK)) return 'unclear';
  if (parameters.length === 0) return 'seeds';
  if (parameters.length === 1 && isCount(search.axes[parameters[0] as number] as Axis)) return 'seeds';
  const tried = distinctCells(search, parameters);
  const drawn = parameters.filter((axis) => areDrawn((search.axes[axis] as Axis).values, tried.length));
  if (drawn.length > 0) return search.isSequential() && moves(search, tried, drawn) ? 'adaptive' : 'random';
  if (search.runs >= FEWEST_JUDGED && isDrawnAgain(search, tried)) return 'random';
  const product = parameters.reduce((cells, axis) => cells * (search.axes[axis] as Axis).values.length, 1);
  if (tried.length >= GRID_COVERAGE * product) return 'grid';
  if (tried.length < FEWEST_JUDGED) return 'unclear';
  if (isStar(search, tried, parameters)) return 'mixed';
  return isLoop(search, tried, parameters) ? 'grid' : 'random';
}

/** The axes that were searched: what a run is about, a dataset or a model, where nothing else varies. */
function parametersIn({ axes }: Search): number[] {
  const of = (wanted: Axis['role']): number[] =>
    axes.flatMap(({ role, key }, index) => (role === wanted && key !== ARRAY_TASK ? [index] : []));
  const parameters = of('parameter');
  return parameters.length > 0 ? parameters : of('context');
}

/**
 * Whether combinations came again before all had come, though no seed tells the runs apart, as when they are drawn from a few. A grid that is tried again comes after the first, and
 * repeats are as many of each.
 */
function isDrawnAgain({ axes, codes, runs }: Search, tried: readonly number[]): boolean {
  const again = (tried.at(-1) as number) - (tried.length - 1);
  if (tried.length < 2 || axes.some(({ role }) => role !== 'parameter') || again <= OFTEN_AGAIN * tried.length)
    return false;
  const counts = new Map<string, number>();
  for (let run = 0; run < runs; run++) {
    let cell = '';
    for (let axis = 0; axis < axes.length; axis++) cell += `${codes[run * axes.length + axis]},`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  const [fewest, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
  return most - fewest > Math.max(1, (EVEN * runs) / counts.size);
}

/** Numbers without a name that count from nought or one: repeats of a run, told by position. */
function isCount({ key, values }: Axis): boolean {
  const numbers = values.map(Number).sort((a, b) => a - b);
  return (
    /^(?:argument|name)\d+$/.test(key) &&
    numbers.length >= FEWEST_COUNTED &&
    (numbers[0] as number) <= 1 &&
    numbers.every((number, index) => number === (numbers[0] as number) + index)
  );
}

/** Whether runs went through the values of some axis one after the other, as a loop does; what it lacks was left out or cut short. */
function isLoop({ axes, codes }: Search, tried: readonly number[], parameters: readonly number[]): boolean {
  return parameters.some((axis) => {
    const value = (run: number): number => codes[run * axes.length + axis] as number;
    const changes = tried.filter((run, index) => index > 0 && value(run) !== value(tried[index - 1] as number)).length;
    return changes === (axes[axis] as Axis).values.length - 1;
  });
}

/** So many combinations are marked in an array that is used again and again; of more a set is made. */
const MOST_MARKED = 1 << 20;
const marks = new CodeMarks();

/** The first run of each combination of parameters. */
function distinctCells(search: Search, parameters: readonly number[]): number[] {
  // One more: what has no value has a code above all others.
  const sizes = parameters.map((axis) => (search.axes[axis] as Axis).values.length + 1);
  const product = sizes.reduce((cells, size) => cells * size, 1);
  const met = new Set<number | string>();
  const first: number[] = [];
  marks.clear(product <= MOST_MARKED ? product : 0);
  for (let run = 0; run < search.runs; run++) {
    if (product <= MOST_MARKED) {
      const cell = cellOf(search, parameters, sizes, run);
      if (marks.get(cell) < 0) first.push(run);
      marks.set(cell, run);
    } else {
      const areFew = product <= Number.MAX_SAFE_INTEGER;
      const cell = areFew ? cellOf(search, parameters, sizes, run) : textOfCell(search, parameters, run);
      if (met.size < met.add(cell).size) first.push(run);
    }
  }
  return first;
}

/** The combination that a run tried, as a number below the product of the sizes. */
function cellOf({ axes, codes }: Search, parameters: readonly number[], sizes: readonly number[], run: number): number {
  let cell = 0;
  for (let index = 0; index < parameters.length; index++) {
    const size = sizes[index] as number;
    const code = codes[run * axes.length + (parameters[index] as number)] as number;
    cell = cell * size + Math.min(code, size - 1);
  }
  return cell;
}

const textOfCell = ({ axes, codes }: Search, parameters: readonly number[], run: number): string =>
  parameters.map((axis) => codes[run * axes.length + axis]).join();

/** One factor at a time: each combination differs from one of them on one axis. */
function isStar({ axes, codes }: Search, tried: readonly number[], parameters: readonly number[]): boolean {
  const value = (run: number, axis: number): number => codes[run * axes.length + axis] as number;
  const base = parameters.map((axis) => mostFrequent(tried.map((run) => value(run, axis))));
  const offBase = tried.map((run) => parameters.filter((axis, index) => value(run, axis) !== base[index]).length);
  return parameters.length > 1 && offBase.filter((count) => count <= 1).length >= STAR * tried.length;
}

function mostFrequent(codes: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/**
 * Whether values follow the ones before them: the von Neumann ratio of successive differences, which is 2 for values in random order. Runs of a kind on each axis count together.
 */
function moves({ axes, codes }: Search, tried: readonly number[], drawn: readonly number[]): boolean {
  const scores = drawn.map((axis) => {
    const { values } = axes[axis] as Axis;
    const series = onItsScale(tried.map((run) => Number(values[codes[run * axes.length + axis] as number])));
    const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
    const spread = series.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const steps = series.slice(1).reduce((sum, value, index) => sum + (value - (series[index] as number)) ** 2, 0);
    // Under a random order the ratio has mean 2 and variance near 4/n (von Neumann, 1941).
    const order = spread === 0 ? 0 : (2 - steps / spread) / 2;
    return order < LEAST_ORDER ? 0 : order * Math.sqrt(series.length);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.sqrt(scores.length) > MOVES;
}

/** Numbers over more than a factor of 20 on a logarithmic scale. */
function onItsScale(numbers: readonly number[]): readonly number[] {
  const least = numbers.reduce((smaller, number) => Math.min(smaller, number));
  const most = numbers.reduce((larger, number) => Math.max(larger, number));
  return least > 0 && most > 20 * least ? numbers.map(Math.log) : numbers;
}
