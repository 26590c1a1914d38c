import type { Replay } from '../model/what-if.ts';
import { seeded } from '../stats/seeded.ts';
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

/**
 * A search that learns from what has ended, with as many configurations side by side as there really were: half of the configurations, and all until a good one has ended. Each is held against
 * random order with the same number side by side: where it is no better, it saves nothing.
 */
export function learnedReplays(pool: Pool, { concurrency, busyHours }: SideBySide, seed: number): Replay[] {
  const { configurations } = pool;
  const slots = Math.max(1, Math.round(concurrency));
  const random = seeded(seed);
  const axes = pool.parameters.map(axisOf);
  const scoreOf = (index: number): number => configurations[index]?.score ?? Number.NaN;
  const runs = (sampler: () => Sampler): Ended[][] =>
    Array.from({ length: REPETITIONS }, () => replayPool(configurations, slots, sampler(), scoreOf));
  const learned = runs(() => new TpeSampler(configurations, axes, random));
  const blind = runs(() => randomSampler(configurations.length, random));
  const half = halfOf(configurations.length);
  const halves = [learned, blind].map((all) => all.map((run) => afterHalf(pool, run, half))) as [Outcome[], Outcome[]];
  const hits = [learned, blind].map((all) => all.map((run) => afterGood(pool, run))) as [Outcome[], Outcome[]];
  return [
    replayOf('tpe-half', pool, halves[0], busyHours, meanOf(halves[0], 'loss') >= meanOf(halves[1], 'loss')),
    replayOf('tpe-until-good', pool, hits[0], busyHours, meanOf(hits[0], 'used') >= meanOf(hits[1], 'used')),
  ];
}

/** The first half of what began, to its end. */
function afterHalf({ configurations }: Pool, run: readonly Ended[], half: number): Outcome {
  // What began in the first half ends whatever is begun after it.
  const began = [...run].sort((a, b) => a.order - b.order).slice(0, half);
  const best = Math.max(...began.map(({ index }) => orWorst(configurations[index]?.score)));
  return {
    used: began.reduce((sum, { index }) => sum + (configurations[index]?.cost ?? 0), 0),
    loss: bestOf(configurations) - best,
    hours: Math.max(...began.map(({ time }) => time)),
  };
}

function afterGood(pool: Pool, run: readonly Ended[]): Outcome {
  const scores = knownScores(pool);
  const least = scores.at(-goodCount(scores.length)) as number;
  const scoreOf = ({ index }: Ended): number => pool.configurations[index]?.score ?? Number.NaN;
  const hit = run.find((ended) => scoreOf(ended) >= least) as Ended;
  return { used: hit.begunCost, loss: (scores.at(-1) as number) - scoreOf(hit), hours: hit.time };
}

const orWorst = (score: number | undefined): number =>
  score === undefined || Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;

const bestOf = (configurations: Pool['configurations']): number =>
  Math.max(...configurations.map(({ score }) => orWorst(score)));

const meanOf = (outcomes: readonly Outcome[], field: keyof Outcome): number =>
  outcomes.reduce((sum, outcome) => sum + outcome[field], 0) / outcomes.length;

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
