import { benchmarkLogs } from './benchmark-logs.ts';
import { labLogs } from './lab-logs.ts';
import type { LabelledLog, SetName } from './labelled-log.ts';
import { SETS } from './labelled-log.ts';
import type { Level } from './levels.ts';
import { lisaLogs } from './lisa-logs.ts';
import { secondLabLogs } from './second-lab-logs.ts';
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

const GENERATED: Readonly<Partial<Record<SetName, (seed: number) => Iterable<LabelledLog>>>> = {
  easy: (seed) => labLogs('easy', seed),
  hard: (seed) => labLogs('hard', seed),
  'easy-2': (seed) => secondLabLogs('easy', seed),
  'hard-2': (seed) => secondLabLogs('hard', seed),
  lisa: lisaLogs,
  benchmarks: benchmarkLogs,
};

const OF_OTHERS: Readonly<Partial<Record<SetName, () => Iterable<LabelledLog>>>> = {
  slurm: slurmLogs,
  algoperf: algoperfLogs,
  wandb: wandbLogs,
};

function* logsOf(set: SetName, seeds: readonly number[]): Generator<LabelledLog> {
  for (const seed of set === 'lisa' ? [LISA_SEED, ...seeds] : seeds) yield* GENERATED[set]?.(seed) ?? [];
  yield* OF_OTHERS[set]?.() ?? [];
}
