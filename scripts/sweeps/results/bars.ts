import type { SetName } from '../logs/labelled-log.ts';
import type { Level } from '../logs/levels.ts';

/** Pairwise F1 that the project set itself, where no sweep needs to have an id of its own. */
const GENERATED = { ids: 0.99, names: 0.97, times: 0.85 };

const HARD = { ids: 0.95, names: 0.93, times: 0.6 };

/** By set and level; what the labels of others leave open has none. */
const BARS: Readonly<Record<SetName, Partial<Record<Level, number>>>> = {
  easy: GENERATED,
  // Here each sweep has one, at the level that hides nothing.
  'easy-2': { ...GENERATED, full: 1 },
  lisa: GENERATED,
  hard: HARD,
  'hard-2': { ...HARD, full: 0.99 },
  algoperf: { full: 0.97, withheld: 0.8 },
  benchmarks: {},
  slurm: {},
  wandb: { full: 1 },
};

/** The bar of a set at a level; undefined where there is none. */
export const barOf = (set: SetName, level: Level): number | undefined => BARS[set][level];

/** Parts of the sweeps that are to have the right kind, and all parameters and values. */
export const JUDGEMENT_BARS = { kinds: 0.95, parameters: 0.98 } as const;
