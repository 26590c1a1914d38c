import { labLogs } from './lab-logs.ts';
import type { LabelledLog, SetName } from './labelled-log.ts';
import { SETS } from './labelled-log.ts';
import type { Level } from './levels.ts';
import { lisaLogs } from './lisa-logs.ts';
import { algoperfLogs, slurmLogs, wandbLogs } from './shared-data.ts';

/** Which logs to look at. */
export interface Choice {
  /** Generated logs of each set are of the seeds from `first` on. */
  readonly first: number;
  readonly seeds: number;
  /** All where not given. */
  readonly set?: SetName;
  readonly level?: Level;
}

/** The seed of the study that is checked in. */
const LISA_SEED = 2019;

/** The labelled logs, one set after the other; generated when asked for. */
export function* allLogs({ first, seeds, set, level }: Choice): Generator<LabelledLog> {
  const drawn = Array.from({ length: seeds }, (_, index) => first + index);
  for (const name of SETS) {
    if (set !== undefined && set !== name) continue;
    for (const log of logsOf(name, drawn)) if (level === undefined || level === log.level) yield log;
  }
}

function* logsOf(set: SetName, seeds: readonly number[]): Generator<LabelledLog> {
  if (set === 'easy' || set === 'hard') for (const seed of seeds) yield* labLogs(set, seed);
  if (set === 'lisa') for (const seed of [LISA_SEED, ...seeds]) yield* lisaLogs(seed);
  if (set === 'slurm') yield* slurmLogs();
  if (set === 'algoperf') yield* algoperfLogs();
  if (set === 'wandb') yield* wandbLogs();
}
