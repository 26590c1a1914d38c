import type { Replay } from '../model/what-if.ts';
import { bestOfDraw, halfOf } from './expected-best.ts';
import { knownScores, type Pool, totalOf } from './pool.ts';
import { at, costOfPart, type FirstHit, firstHit } from './random-order.ts';

/** The best tenth counts as good, one configuration at least. Our own judgement. */
export const goodCount = (known: number): number => Math.ceil(known / 10);

/** The replays in random order: half of the configurations, and all until the best or a good one has run. */
export function randomReplays(pool: Pool, seed: number): Replay[] {
  const scores = knownScores(pool);
  const good = goodCount(scores.length);
  const replays = [halfAtRandom(pool, scores, seed), untilFirst(pool, scores, 1, seed)];
  return good > 1 ? [...replays, untilFirst(pool, scores, good, seed)] : replays;
}

function halfAtRandom(pool: Pool, scores: readonly number[], seed: number): Replay {
  const { configurations } = pool;
  const all = configurations.length;
  const drawn = halfOf(all);
  const total = totalOf(configurations);
  const best = scores.at(-1) as number;
  const { mean, low } = bestOfDraw(scores, all, drawn);
  const [least, most] = costOfPart(
    configurations.map(({ cost }) => cost),
    drawn,
    seed,
  );
  return {
    id: 'half-at-random',
    ...savings(total, { value: drawn / all, low: least / total.cost, high: most / total.cost }),
    regret: { mean: best - mean, high: best - low },
    stretch: Number.NaN,
    isHindsight: false,
  };
}

function untilFirst(pool: Pool, scores: readonly number[], targets: number, seed: number): Replay {
  const { configurations } = pool;
  const least = scores.at(-targets) as number;
  const total = totalOf(configurations);
  const hit: FirstHit = firstHit(
    configurations.map(({ cost }) => cost),
    configurations.map(({ score }) => score >= least),
    seed,
  );
  // The first of the targets to come is any of them, with the same chance.
  const losses = scores
    .filter((score) => score >= least)
    .map((score) => (scores.at(-1) as number) - score)
    .sort((a, b) => a - b);
  return {
    id: targets === 1 ? 'random-until-best' : 'random-until-good',
    ...savings(total, {
      value: hit.cost / total.cost,
      low: hit.costLow / total.cost,
      high: hit.costHigh / total.cost,
    }),
    regret: { mean: losses.reduce((sum, loss) => sum + loss, 0) / losses.length, high: at(losses, 0.9) },
    stretch: Number.NaN,
    isHindsight: true,
  };
}

/** Parts of the cost that were used, as savings. Where costs are very uneven the mean can lie outside of four fifths of the orders: then the range is widened to it. */
export function savings(
  total: { readonly gpuHours: number; readonly cloudUsd: number },
  used: { readonly value: number; readonly low: number; readonly high: number },
): Pick<Replay, 'saved' | 'savedGpuHours' | 'savedUsd'> {
  const part = (share: number): number => Math.min(1, Math.max(0, 1 - share));
  const value = part(used.value);
  const saved = { low: Math.min(value, part(used.high)), value, high: Math.max(value, part(used.low)) };
  return { saved, savedGpuHours: value * total.gpuHours, savedUsd: value * total.cloudUsd };
}
