import type { MetricCurve } from '../model/metric-curve.ts';
import type { Trial } from '../model/trial.ts';
import type { Pool } from './pool.ts';

/** A configuration that ran once and of which the way of the metric is known. */
export interface CurveRun {
  /** Epoch seconds. */
  readonly start: number;
  readonly end: number;
  readonly cost: number;
  /** More is better; NaN where it came to no value. */
  readonly score: number;
  /** In order: how far the longest run of the sweep had come at its end is 1. */
  readonly points: readonly CurvePoint[];
}

export interface CurvePoint {
  readonly reached: number;
  /** Epoch seconds. */
  readonly time: number;
  readonly score: number;
}

export type CurveOf = (trial: Trial) => MetricCurve | undefined;

/** Runs of which no curve is known may be this part of the pool: they are left as they were. Our own judgement. */
const MOST_WITHOUT = 0.1;

/**
 * The configurations of a pool with how they went. Undefined where too few have a curve of two points or more, ran once, or have times: then nothing that stops early can be replayed.
 */
export function curveRuns({ configurations, goal }: Pool, curveOf: CurveOf): CurveRun[] | undefined {
  const found = configurations.flatMap(({ runs, cost, score }) => {
    const [run, ...others] = runs;
    const curve = run === undefined || others.length > 0 ? undefined : curveOf(run);
    if (run === undefined || curve === undefined || !(run.end > run.start)) return [];
    return [{ start: run.start, end: run.end, cost, score, curve }];
  });
  const withCurve = found.filter(({ curve }) => curve.values.length > 1);
  if (withCurve.length < (1 - MOST_WITHOUT) * configurations.length) return undefined;
  const hasSteps = withCurve.every(({ curve }) => (curve.steps[curve.steps.length - 1] as number) > 0);
  const resource = (curve: MetricCurve, start: number, at: number): number =>
    hasSteps ? (curve.steps[at] as number) : (curve.times[at] as number) - start;
  const most = Math.max(...withCurve.map(({ curve, start }) => resource(curve, start, curve.values.length - 1)));
  if (!(most > 0)) return undefined;
  return withCurve.map(({ curve, ...run }) => ({
    ...run,
    points: Array.from(curve.values, (value, at) => ({
      reached: resource(curve, run.start, at) / most,
      time: curve.times[at] as number,
      score: goal === 'max' ? value : -value,
    })),
  }));
}

/** The last point at or before a part of the budget; undefined where the run has none so early. */
export const pointAt = ({ points }: CurveRun, reached: number): CurvePoint | undefined =>
  points.findLast((point) => point.reached <= reached + 1e-9 && !Number.isNaN(point.score));

/** What of a run's cost is spent when it is stopped at a part of the budget: all of it where it ended before. */
export function costUntil(run: CurveRun, reached: number): number {
  const next = run.points.find((point) => point.reached >= reached - 1e-9);
  return next === undefined ? run.cost : run.cost * partOf(run, next.time);
}

/** The part of a run that has passed at a time, 0 to 1. */
export const partOf = ({ start, end }: CurveRun, time: number): number =>
  Number.isNaN(time) ? 1 : Math.min(1, Math.max(0, (time - start) / (end - start)));
