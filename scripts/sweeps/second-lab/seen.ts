import type { SLURM_LEVELS } from '../logs/levels.ts';

/** What of a log is seen at a level. */
export interface Seen {
  /** Ids of arrays, and those that people or tools give their sweeps. */
  readonly ids: boolean;
  /** Names of jobs; without, one name for all jobs of a person. */
  readonly names: boolean;
  readonly commands: boolean;
}

/**
 * What is seen at each level. A log is written anew for each, so that tasks of arrays have names and submit lines of their own where ids are
 * hidden, as if they had been submitted in a loop.
 */
export const SEEN: Readonly<Record<(typeof SLURM_LEVELS)[number], Seen>> = {
  full: { ids: true, names: true, commands: true },
  ids: { ids: false, names: true, commands: true },
  names: { ids: false, names: false, commands: true },
  commands: { ids: false, names: true, commands: false },
  times: { ids: false, names: false, commands: false },
};
