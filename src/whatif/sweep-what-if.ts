import type { Sweep } from '../model/sweep.ts';
import type { SweepTrials } from '../model/trial.ts';
import {
  LEAST_CONFIGURATIONS,
  LEAST_TO_LEARN,
  type LeftOut,
  type NotReplayed,
  type Replay,
  type SweepWhatIf,
} from '../model/what-if.ts';
import { chanceOfNone } from '../stats/log-factorial.ts';
import { type CurveOf, curveRuns } from './curve-runs.ts';
import { bestOfDraw, expectedBest, halfOf } from './expected-best.ts';
import { rungsFor } from './halving.ts';
import { inHindsight } from './in-hindsight.ts';
import { learnedReplays } from './learned-replays.ts';
import { knownScores, type Pool, poolFacts, poolOf, totalOf } from './pool.ts';
import { goodCount, randomReplays } from './random-replays.ts';
import { type SideBySide, sideBySide } from './side-by-side.ts';
import { stoppingReplays } from './stopping-replays.ts';

/** Replays that learn take time with the square of the configurations, those that stop with that of the runs: larger sweeps are replayed in random order alone. */
const MOST_TO_LEARN = 200;
const MOST_TO_STOP = 200;

/** All replays of all projects begin with these random numbers: the same logs give the same figures. */
const SEED = 20_190_605;

/** A sweep otherwise, or why nothing is said of it. */
export function sweepWhatIf(
  index: number,
  { kind }: Pick<Sweep, 'kind'>,
  trials: SweepTrials,
  curveOf: CurveOf,
): SweepWhatIf | keyof LeftOut {
  const { metric } = trials;
  if (metric === undefined) return 'withoutMetric';
  if (kind === 'seeds') return 'seeds';
  const pool = poolOf(trials, metric.goal);
  const scores = knownScores(pool);
  if (scores.length < LEAST_CONFIGURATIONS) return 'tooFew';
  if (scores[0] === scores.at(-1) || !(totalOf(pool.configurations).cost > 0)) return 'constant';
  const beside = sideBySide(pool.configurations);
  const stopping = stoppingOf(pool, beside, curveOf);
  const learned = learnedOf(pool, beside);
  const hindsight = inHindsight(pool);
  return {
    ...{ sweep: index, kind, metric, pool: poolFacts(pool), expectedBest: expectedBest(pool) },
    secondHalf: secondHalfOf(pool, scores),
    ...(hindsight === undefined ? {} : { hindsight }),
    replays: [...randomReplays(pool, SEED), ...learned.replays, ...stopping.replays],
    good: goodCount(scores.length),
    concurrency: beside.concurrency,
    notReplayed: [...learned.not, ...stopping.not],
  };
}

function secondHalfOf({ configurations }: Pool, scores: readonly number[]): SweepWhatIf['secondHalf'] {
  const all = configurations.length;
  const half = halfOf(all);
  const left = (all - half) / all;
  const total = totalOf(configurations);
  return {
    gain: (scores.at(-1) as number) - bestOfDraw(scores, all, half).mean,
    chanceOfBest: chanceOfNone(all, scores.filter((score) => score === scores.at(-1)).length, half),
    configurations: all - half,
    gpuHours: total.gpuHours * left,
    cloudUsd: total.cloudUsd * left,
  };
}

interface Replayed {
  readonly replays: readonly Replay[];
  readonly not: readonly NotReplayed[];
}

const not = (reason: NotReplayed): Replayed => ({ replays: [], not: [reason] });

function learnedOf(pool: Pool, beside: SideBySide): Replayed {
  const { configurations, parameters } = pool;
  if (configurations.length < LEAST_TO_LEARN) return not('too-few-to-learn');
  if (configurations.length > MOST_TO_LEARN) return not('too-many-to-learn');
  const isTold = configurations.every(({ values }) => values.every((value) => value >= 0));
  if (parameters.length === 0 || !isTold) return not('values-untold');
  if (!(beside.concurrency > 0)) return not('times-untold');
  return { replays: learnedReplays(pool, beside, SEED), not: [] };
}

function stoppingOf(pool: Pool, beside: SideBySide, curveOf: CurveOf): Replayed {
  if (pool.configurations.length > MOST_TO_STOP) return not('too-many-to-stop');
  const runs = curveRuns(pool, curveOf);
  if (runs === undefined) return not('no-curves');
  return { replays: stoppingReplays(pool, runs, beside, SEED), not: rungsFor(runs) > 0 ? [] : ['curves-begin-late'] };
}
