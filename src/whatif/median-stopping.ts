import { medianOf } from '../stats/summarise.ts';
import { type CurvePoint, type CurveRun, partOf } from './curve-runs.ts';

/** So many runs must have ended before any is stopped, as in Optuna's MedianPruner. */
const WARM_UP = 5;

/** What came of stopping early. */
export interface StoppedEarly {
  /** Of the cost of all runs, 0 to 1. */
  readonly used: number;
  /** How much worse the best that is left is than the best of all, in scores. */
  readonly loss: number;
  readonly stopped: number;
  /** How long it takes, hours; NaN where runs begin when they really began. */
  readonly hours: number;
}

/**
 * The median rule (Golovin et al. 2017): a run is stopped at a point where the best that it has seen is worse than the median of what the runs that had ended by then had averaged up to the same
 * point. Runs start when they really started, and one counts as ended only from when it really ended: nothing of the future is known. A run that was stopped never counts as ended.
 */
export function medianStopping(runs: readonly CurveRun[]): StoppedEarly {
  const stops = medianStops(runs);
  return outcomeOf(runs, (run) => stops.get(run));
}

/** Which runs the rule stops, and when: epoch seconds. */
export function medianStops(runs: readonly CurveRun[]): ReadonlyMap<CurveRun, number> {
  const stops = new Map<CurveRun, number>();
  const points = runs.flatMap((run) => run.points.map((point) => ({ run, point })));
  points.sort((a, b) => a.point.time - b.point.time || a.point.reached - b.point.reached);
  const averages = new Map(runs.map((run) => [run, runningAverages(run)]));
  const best = new Map<CurveRun, number>();
  for (const { run, point } of points) {
    if (stops.has(run) || Number.isNaN(point.score)) continue;
    const seen = Math.max(best.get(run) ?? Number.NEGATIVE_INFINITY, point.score);
    best.set(run, seen);
    const ended = runs.filter((other) => other !== run && other.end <= point.time && !stops.has(other));
    if (ended.length < WARM_UP) continue;
    const others = ended.map((other) => averageAt(other, averages.get(other) ?? [], point.reached));
    const isLast = point === run.points.at(-1);
    if (!isLast && seen < medianOf(others.filter((average) => !Number.isNaN(average)))) stops.set(run, point.time);
  }
  return stops;
}

/** @param stopOf epoch seconds at which a run was stopped; undefined for one that went to its end */
function outcomeOf(runs: readonly CurveRun[], stopOf: (run: CurveRun) => number | undefined): StoppedEarly {
  const cost = runs.reduce((sum, run) => sum + run.cost, 0);
  const left = runs.filter((run) => stopOf(run) === undefined);
  const used = runs.reduce((sum, run) => sum + run.cost * partOf(run, stopOf(run) ?? run.end), 0);
  return {
    used: cost > 0 ? used / cost : 1,
    loss: bestScore(runs) - bestScore(left),
    stopped: runs.length - left.length,
    hours: Number.NaN,
  };
}

/** The best of the values that runs came to; −Infinity where none has one. */
export const bestScore = (runs: readonly CurveRun[]): number =>
  Math.max(...runs.map(({ score }) => (Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score)));

/** The mean of all values up to each point. */
function runningAverages({ points }: CurveRun): number[] {
  let [sum, count] = [0, 0];
  return points.map(({ score }) => {
    if (!Number.isNaN(score)) [sum, count] = [sum + score, count + 1];
    return sum / count;
  });
}

/** What a run had averaged when it had come so far. */
function averageAt({ points }: CurveRun, averages: readonly number[], reached: number): number {
  let [from, to] = [0, points.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((points[middle] as CurvePoint).reached <= reached + 1e-9) from = middle + 1;
    else to = middle;
  }
  return averages[from - 1] ?? Number.NaN;
}
