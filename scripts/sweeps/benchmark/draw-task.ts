import { HOUR } from '../../fixtures/lisa/calendar.ts';
import type { Random } from '../../fixtures/lisa/random.ts';

/** A task of a benchmark: a dataset and a model. */
export interface Task {
  readonly name: string;
  /** What its runs measure. */
  readonly measure: string;
  /** How one more run with a combination of hyperparameters goes. */
  readonly valueOf: (combination: number) => number;
  readonly secondsOf: (combination: number) => number;
}

/** How the tasks of a benchmark differ and do not. */
interface Habits {
  readonly measure: string;
  /** By combination: how much better or worse it is on all tasks, −1 to 1. */
  readonly common: readonly number[];
  /** Standard deviations between runs of one combination, as parts of the value and of the time. */
  readonly noise: { readonly value: number; readonly seconds: number };
  /** The same between combinations. */
  readonly spread: { readonly value: number; readonly seconds: number };
}

const [DIVERGES, MOST] = [0.04, 0.9995];
/** How much of the value and the time a diverged run has left. */
const DIVERGED = { value: 0.05, seconds: 0.3 };

/** Draws a task. Its level and its time are its own; combinations have an effect of which half is the same on all tasks. */
export function drawTask(random: Random, name: string, { measure, common, noise, spread }: Habits): Task {
  const isAccuracy = measure === 'val_accuracy';
  const level = isAccuracy ? random.between(0.3, 0.95) : random.logNormal(1, 1);
  const seconds = Math.exp(random.between(Math.log(HOUR / 6), Math.log(20 * HOUR)));
  const own = common.map((effect) => 0.5 * effect + 0.5 * random.between(-1, 1));
  const diverges = common.map(() => random.chance(DIVERGES));
  const lost = (combination: number, what: keyof typeof DIVERGED): number =>
    diverges[combination] === true ? DIVERGED[what] : 1;
  return {
    name,
    measure,
    valueOf: (combination) => {
      const value = random.logNormal(level * Math.exp(spread.value * (own[combination] as number)), noise.value);
      return Math.min(isAccuracy ? MOST : Number.POSITIVE_INFINITY, value * lost(combination, 'value'));
    },
    secondsOf: (combination) =>
      random.logNormal(seconds * Math.exp(spread.seconds * (common[combination] as number)), noise.seconds) *
      lost(combination, 'seconds'),
  };
}
