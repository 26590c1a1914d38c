/** Something that people tune, and how they spell it. */
export interface Axis {
  /** In names of jobs: `lr`. */
  readonly short: string;
  /** As an option of the program, without dashes: `learning-rate`. */
  readonly long: string;
  /** As an option of one letter. */
  readonly letter: string;
  /** Values of grids, in their order. */
  readonly values: readonly string[];
  /** Where searches draw from; absent where only lists make sense. */
  readonly range?: { readonly low: number; readonly high: number; readonly isLogarithmic: boolean };
  /** A switch: `--use-char` or `--no-use-char`. Its values are `1` and `0`. */
  readonly isFlag?: true;
}

const logarithmic = (low: number, high: number) => ({ low, high, isLogarithmic: true });
const linear = (low: number, high: number) => ({ low, high, isLogarithmic: false });

const RATES = ['0.1', '0.03', '0.01', '3e-3', '1e-3', '3e-4', '1e-4', '3e-5'];

/** What a project may tune. */
export const AXES: readonly Axis[] = [
  { short: 'lr', long: 'lr', letter: 'l', values: RATES, range: logarithmic(1e-5, 1e-1) },
  { short: 'do', long: 'dropout', letter: 'd', values: ['0.1', '0.2', '0.3', '0.4', '0.5'], range: linear(0.1, 0.6) },
  { short: 'bs', long: 'batch-size', letter: 'b', values: ['16', '32', '64', '128', '256'] },
  { short: 'h', long: 'hidden', letter: 'z', values: ['128', '256', '300', '512', '768'] },
  {
    short: 'wd',
    long: 'weight-decay',
    letter: 'w',
    values: ['0', '1e-5', '1e-4', '1e-3', '1e-2'],
    range: logarithmic(1e-6, 1e-2),
  },
  { short: 'layers', long: 'num-layers', letter: 'n', values: ['1', '2', '3', '4', '6'] },
  { short: 'opt', long: 'optimizer', letter: 'o', values: ['adam', 'sgd', 'adamw', 'rmsprop'] },
  { short: 'wu', long: 'warmup', letter: 'u', values: ['100', '500', '1000', '4000'] },
  { short: 'char', long: 'char', letter: 'c', values: ['1', '0'], isFlag: true },
];

/** Repeats of the same run. */
export const SEED: Axis = { short: 'seed', long: 'seed', letter: 's', values: ['1', '2', '3', '4', '5'] };
