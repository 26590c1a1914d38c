import { quantileSorted } from 'simple-statistics';
import type { Closeness, MetricSpread, RepeatNoise, Robustness } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import type { Goal } from '../model/trial.ts';
import { byConfiguration, type Observation } from './observations.ts';

/** Fewer values have no spread worth telling, and fewer configurations no share that is close to the best. */
const LEAST_FOR_SPREAD = 4;
const LEAST_FOR_ROBUSTNESS = 8;

/** Fewer degrees of freedom say little of noise. Our own judgement. */
const LEAST_FREEDOM_OF_NOISE = 4;

/** How far a metric differs between runs; undefined of fewer than four. Quantiles as of simple-statistics 7. */
export function spreadOf(runs: readonly Observation[]): MetricSpread | undefined {
  if (runs.length < LEAST_FOR_SPREAD) return undefined;
  const sorted = runs.map(({ y }) => y).sort((a, b) => a - b);
  const [lowest, highest] = [sorted[0] as number, sorted.at(-1) as number];
  const mean = lowest === highest ? lowest : sorted.reduce((sum, y) => sum + y, 0) / sorted.length;
  const variance = sorted.reduce((sum, y) => sum + (y - mean) ** 2, 0) / (sorted.length - 1);
  return {
    runs: sorted.length,
    mean,
    variance,
    deviation: Math.sqrt(variance),
    middleHalf: quantileSorted(sorted, 0.75) - quantileSorted(sorted, 0.25),
    lowest,
    highest,
  };
}

/** How much repeats of one configuration differ, pooled over configurations; undefined where too few ran twice. */
export function noiseOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): RepeatNoise | undefined {
  const repeated = byConfiguration(runs, parameters).filter((group) => group.length > 1);
  const count = repeated.reduce((sum, group) => sum + group.length, 0);
  const freedom = count - repeated.length;
  if (freedom < LEAST_FREEDOM_OF_NOISE) return undefined;
  const squares = repeated.map(squaresWithin).sort((a, b) => a - b);
  const deviation = Math.sqrt(squares.reduce((sum, each) => sum + each, 0) / freedom);
  return { deviation, configurations: repeated.length, runs: count, freedom };
}

function squaresWithin(group: readonly Observation[]): number {
  const mean = meanOf(group);
  return group.reduce((sum, { y }) => sum + (y - mean) ** 2, 0);
}

const meanOf = (group: readonly Observation[]): number => group.reduce((sum, { y }) => sum + y, 0) / group.length;

/** How many configurations are close to the best that was seen; undefined of fewer than eight. */
export function robustnessOf(
  parameters: readonly TriedParameter[],
  runs: readonly Observation[],
  goal: Goal,
  noise: RepeatNoise | undefined,
): Robustness | undefined {
  const values = byConfiguration(runs, parameters).map(meanOf);
  if (values.length < LEAST_FOR_ROBUSTNESS) return undefined;
  const best = goal === 'max' ? Math.max(...values) : Math.min(...values);
  const shareWithin = (distance: number): number =>
    values.filter((value) => Math.abs(value - best) <= distance * (1 + 1e-9)).length / values.length;
  const close: Closeness[] = [];
  if (haveOneSign(values)) {
    close.push({ within: 'one-percent', share: shareWithin(0.01 * Math.abs(best)) });
    close.push({ within: 'five-percent', share: shareWithin(0.05 * Math.abs(best)) });
  }
  if (noise !== undefined && noise.deviation > 0) close.push({ within: 'noise', share: shareWithin(noise.deviation) });
  return close.length === 0 ? undefined : { configurations: values.length, best, close };
}

/** A per cent of a value means something only where no value is on the other side of 0. */
const haveOneSign = (values: readonly number[]): boolean =>
  values.every((value) => value > 0) || values.every((value) => value < 0);
