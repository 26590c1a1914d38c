import type { Goal, SweepTrials, Trial } from '../model/trial.ts';
import type { PoolFacts } from '../model/what-if.ts';

/** A configuration that was tried, with all of its runs. */
export interface Configuration {
  /** For each parameter that is no seed the index of its value; −1 where it is not known. */
  readonly values: readonly number[];
  /** In order of submission. */
  readonly runs: readonly Trial[];
  /** Mean over its runs that have a value, turned so that more is better; NaN where none has. */
  readonly score: number;
  readonly gpuHours: number;
  readonly cloudUsd: number;
  readonly wallHours: number;
  /** What it weighs when parts of a sweep are told: GPU-hours, or wall hours where no GPU is known. */
  readonly cost: number;
}

/** What can be drawn from when a sweep is replayed: nothing but what was really run. */
export interface Pool {
  readonly goal: Goal;
  readonly configurations: readonly Configuration[];
  /** What a parameter was tried at, for those that are no seed. */
  readonly parameters: SweepTrials['parameters'];
}

/** The runs of a sweep as the configurations that they tried. */
export function poolOf({ parameters, trials }: SweepTrials, goal: Goal): Pool {
  const kept = [...parameters.keys()].filter((index) => parameters[index]?.role !== 'replicate');
  const ran = trials.filter(({ wallHours, metric }) => wallHours > 0 || !Number.isNaN(metric));
  const byGpu = ran.some(({ gpuHours }) => gpuHours > 0);
  const groups = new Map<string, Trial[]>();
  for (const [place, trial] of ran.entries()) {
    const values = kept.map((index) => trial.values[index] as number);
    // Where a value is not known, or none is, nothing says that two runs tried the same.
    const isTold = values.length > 0 && values.every((value) => value >= 0);
    const key = isTold ? values.join(',') : `run ${place}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [trial]);
    else group.push(trial);
  }
  return {
    goal,
    configurations: [...groups.values()].map((runs) => configurationOf(runs, kept, goal, byGpu)),
    parameters: kept.map((index) => parameters[index] as SweepTrials['parameters'][number]),
  };
}

function configurationOf(runs: readonly Trial[], kept: readonly number[], goal: Goal, byGpu: boolean): Configuration {
  const measured = runs.map(({ metric }) => metric).filter((metric) => Number.isFinite(metric));
  const mean = measured.reduce((sum, metric) => sum + metric, 0) / measured.length;
  const sum = (of: (run: Trial) => number): number =>
    runs
      .map(of)
      .filter((each) => each > 0)
      .reduce((all, each) => all + each, 0);
  const [gpuHours, wallHours] = [sum((run) => run.gpuHours), sum((run) => run.wallHours)];
  return {
    values: kept.map((index) => runs[0]?.values[index] ?? -1),
    runs,
    score: goal === 'max' ? mean : -mean,
    gpuHours,
    wallHours,
    cloudUsd: sum((run) => run.cloudUsd),
    cost: byGpu ? gpuHours : wallHours,
  };
}

/** A score as the metric was logged. */
export const metricOf = (score: number, goal: Goal): number => (goal === 'max' ? score : -score);

/** Scores of a pool that are known, the worst first. */
export const knownScores = ({ configurations }: Pool): number[] =>
  configurations
    .map(({ score }) => score)
    .filter((score) => !Number.isNaN(score))
    .sort((a, b) => a - b);

/** What configurations took in all. */
export function totalOf(
  configurations: readonly Pick<Configuration, 'gpuHours' | 'cloudUsd' | 'cost'>[],
): Pick<Configuration, 'gpuHours' | 'cloudUsd' | 'cost'> {
  const sum = (field: 'gpuHours' | 'cloudUsd' | 'cost'): number =>
    configurations.reduce((all, each) => all + each[field], 0);
  return { gpuHours: sum('gpuHours'), cloudUsd: sum('cloudUsd'), cost: sum('cost') };
}

/** The pool as the report tells it. */
export function poolFacts(pool: Pool): PoolFacts {
  const { configurations, goal } = pool;
  const scores = knownScores(pool);
  const { gpuHours, cloudUsd } = totalOf(configurations);
  return {
    configurations: configurations.length,
    gpuHours,
    cloudUsd,
    runs: configurations.reduce((sum, { runs }) => sum + runs.length, 0),
    withoutMetric: configurations.length - scores.length,
    repeated: configurations.filter(({ runs }) => runs.length > 1).length,
    best: metricOf(scores.at(-1) ?? Number.NaN, goal),
    worst: metricOf(scores[0] ?? Number.NaN, goal),
  };
}
