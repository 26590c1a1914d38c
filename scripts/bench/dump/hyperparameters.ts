import type { Random } from '../../fixtures/lisa/random.ts';

/** One choice of hyperparameters, as it stands in a job's name and in its command. */
export interface Trial {
  /** E.g. `_lr0.1_do0.3`. */
  readonly suffix: string;
  /** E.g. ` --lr 0.1 --dropout 0.3`. */
  readonly flags: string;
}

/** A hyperparameter: its abbreviation in names, its flag, and the values of grids in the order people add them. */
interface Axis {
  readonly short: string;
  readonly flag: string;
  readonly values: readonly string[];
  /** Range of log-uniform draws; absent where only grids make sense. */
  readonly range?: readonly [low: number, high: number];
}

const AXES: readonly Axis[] = [
  { short: 'lr', flag: 'lr', values: ['0.001', '0.0003', '0.003', '0.0001', '0.01', '0.1'], range: [1e-5, 1e-1] },
  { short: 'do', flag: 'dropout', values: ['0.1', '0.3', '0.5', '0.2', '0.4'], range: [0.05, 0.6] },
  { short: 'bs', flag: 'batch-size', values: ['32', '64', '128', '256', '16'] },
  { short: 'hid', flag: 'hidden-size', values: ['256', '512', '1024', '128'] },
  { short: 'nl', flag: 'num-layers', values: ['2', '4', '6', '12'] },
  { short: 'wd', flag: 'weight-decay', values: ['0', '1e-5', '1e-4', '1e-2'], range: [1e-6, 1e-1] },
  { short: 'wu', flag: 'warmup-steps', values: ['0', '1000', '4000', '8000'] },
  { short: 'ls', flag: 'label-smoothing', values: ['0', '0.1', '0.2'], range: [0.01, 0.3] },
  { short: 'opt', flag: 'optimizer', values: ['adamw', 'adam', 'sgd'] },
  { short: 's', flag: 'seed', values: ['1', '2', '3', '4', '5', '6', '7', '8'] },
];

const [SMALLEST_SWEEP, LARGEST_SWEEP] = [4, 200];
const RANDOM_SEARCHES = 0.25;

/** The trials of one sweep, 4 to 200: a grid, or a random search. */
export const drawTrials = (random: Random): readonly Trial[] =>
  random.chance(RANDOM_SEARCHES) ? drawRandomSearch(random) : drawGrid(random);

function drawGrid(random: Random): readonly Trial[] {
  for (;;) {
    const axes = random.shuffle(AXES).slice(0, random.integer(2, 4));
    const lists = axes.map((axis) => axis.values.slice(0, random.integer(2, axis.values.length)));
    const size = lists.reduce((product, values) => product * values.length, 1);
    if (size >= SMALLEST_SWEEP && size <= LARGEST_SWEEP) return crossProduct(axes, lists);
  }
}

/** All combinations, the last axis turning fastest, as nested loops of a shell script submit them. */
function crossProduct(axes: readonly Axis[], lists: readonly (readonly string[])[]): readonly Trial[] {
  return axes.reduce<readonly Trial[]>(
    (trials, axis, index) =>
      trials.flatMap((trial) => (lists[index] ?? []).map((value) => extended(trial, axis, value))),
    [{ suffix: '', flags: '' }],
  );
}

function drawRandomSearch(random: Random): readonly Trial[] {
  const axes = random.shuffle(AXES.filter((axis) => axis.range !== undefined)).slice(0, random.integer(2, 3));
  return Array.from({ length: random.integer(10, 100) }, () =>
    axes.reduce((trial, axis) => extended(trial, axis, drawValue(random, axis)), { suffix: '', flags: '' }),
  );
}

/** Log-uniform, three digits. */
function drawValue(random: Random, { range: [low, high] = [1, 1] }: Axis): string {
  return (low * (high / low) ** random.uniform()).toPrecision(3);
}

const extended = (trial: Trial, axis: Axis, value: string): Trial => ({
  suffix: `${trial.suffix}_${axis.short}${value}`,
  flags: `${trial.flags} --${axis.flag} ${value}`,
});
