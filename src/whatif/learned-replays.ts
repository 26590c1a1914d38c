import type { Replay } from '../model/what-if.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { axisOf } from './axes.ts';
import { halfOf } from './expected-best.ts';
import { knownScores, type Pool, totalOf } from './pool.ts';
import { at } from './random-order.ts';
import { goodCount, savings } from './random-replays.ts';
import { type Ended, replayPool, type Sampler } from './replay-pool.ts';
import { randomSampler, TpeSampler } from './samplers.ts';
import type { SideBySide } from './side-by-side.ts';

/** Repetitions of a replay, each with random numbers of its own. */
const REPETITIONS = 100;

/** What one repetition comes to under one rule of stopping. */
interface Outcome {
  readonly used: number;
  readonly loss: number;
  readonly hours: number;
}

interface Outcomes {
  readonly atHalf: Outcome;
  readonly atGood: Outcome;
}

/**
 * A search that learns from what has ended, with as many configurations side by side as there really were: half of the configurations, and all until a good one has ended. Each is held against
 * random order with the same number side by side: where it is no better, beyond what chance makes of so many repetitions, it saves nothing.
 */
export function learnedReplays(pool: Pool, { concurrency, busyHours }: SideBySide, seed: number): Replay[] {
  const { configurations } = pool;
  const slots = Math.max(1, Math.round(concurrency));
  const random = seededRandom(seed);
  const axes = pool.parameters.map(axisOf);
  const scoreOf = (index: number): number => configurations[index]?.score ?? Number.NaN;
  const half = halfOf(configurations.length);
  const repeat = (sampler: () => Sampler): Outcomes[] =>
    Array.from({ length: REPETITIONS }, () =>
      outcomesOf(pool, replayPool(configurations, slots, sampler(), scoreOf), half),
    );
  const learned = repeat(() => new TpeSampler(configurations, axes, random));
  const blind = repeat(() => randomSampler(configurations.length, random));
  const halves = [learned, blind].map((all) => all.map(({ atHalf }) => atHalf)) as [Outcome[], Outcome[]];
  const hits = [learned, blind].map((all) => all.map(({ atGood }) => atGood)) as [Outcome[], Outcome[]];
  return [
    replayOf('tpe-half', pool, halves[0], busyHours, !isLess(halves[0], halves[1], 'loss')),
    replayOf('tpe-until-good', pool, hits[0], busyHours, !isLess(hits[0], hits[1], 'used')),
  ];
}

/** One repetition under both rules: the first half of what began, to its end; and all until a good one has ended. It goes no further than these need. */
function outcomesOf(pool: Pool, run: Iterable<Ended>, half: number): Outcomes {
  const { configurations } = pool;
  const scores = knownScores(pool);
  const [top, least] = [scores.at(-1) as number, scores.at(-goodCount(scores.length)) as number];
  let [used, best, hours, left] = [0, Number.NEGATIVE_INFINITY, 0, half];
  let atGood: Outcome | undefined;
  for (const { index, time, order, begunCost } of run) {
    const { score, cost } = configurations[index] as Pool['configurations'][number];
    if (score >= least) atGood ??= { used: begunCost, loss: top - score, hours: time };
    if (order < half) {
      used += cost;
      if (score > best) best = score;
      [hours, left] = [time, left - 1];
    }
    if (left === 0 && atGood !== undefined) break;
  }
  return { atHalf: { used, loss: top - best, hours }, atGood: atGood as Outcome };
}

const meanOf = (outcomes: readonly Outcome[], field: keyof Outcome): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[field], 0) / outcomes.length;

/** Whether repetitions come to less than others by more than chance makes of as many: two standard errors of the difference. */
function isLess(some: readonly Outcome[], others: readonly Outcome[], field: keyof Outcome): boolean {
  const varianceOf = (outcomes: readonly Outcome[]): number => {
    const mean = meanOf(outcomes, field);
    return outcomes.reduce((sum, outcome) => sum + (outcome[field] - mean) ** 2, 0) / (outcomes.length - 1);
  };
  const error = Math.sqrt((varianceOf(some) + varianceOf(others)) / some.length);
  return meanOf(others, field) - meanOf(some, field) > 2 * error;
}

function replayOf(
  id: 'tpe-half' | 'tpe-until-good',
  { configurations }: Pool,
  outcomes: readonly Outcome[],
  busyHours: number,
  loses: boolean,
): Replay {
  const total = totalOf(configurations);
  const used = outcomes.map((outcome) => outcome.used / total.cost).sort((a, b) => a - b);
  const losses = outcomes.map(({ loss }) => loss).sort((a, b) => a - b);
  return {
    id,
    ...savings(total, { value: meanOf(outcomes, 'used') / total.cost, low: at(used, 0.1), high: at(used, 0.9) }),
    regret: { mean: meanOf(outcomes, 'loss'), high: at(losses, 0.9) },
    stretch: meanOf(outcomes, 'hours') / busyHours,
    isHindsight: id === 'tpe-until-good',
    ...(loses ? { losesTo: 'random' as const } : {}),
  };
}
