import { hasMetrics } from '../cost/metric-of-runs.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { BestTrial, ChosenMetric, Trial } from '../model/trial.ts';

/**
 * Gives the best run of a sweep by its index. Runs that did not finish are in the running with the last that they measured, as they are for the single model. Kept, as several files ask;
 * and no trial is looked at where no log has a metric, as a million jobs of a scheduler.
 */
export function bestReader(ledger: Ledger, trialsOf: ProjectFacts['trialsOf']): ProjectFacts['bestOf'] {
  if (!hasMetrics(ledger)) return () => undefined;
  const known = new Map<number, BestTrial | undefined>();
  return (sweep) => {
    if (!known.has(sweep)) known.set(sweep, bestAmong(trialsOf(sweep)));
    return known.get(sweep);
  };
}

function bestAmong({ trials, metric }: ReturnType<ProjectFacts['trialsOf']>): BestTrial | undefined {
  if (metric === undefined) return undefined;
  const measured = trials.filter((trial) => Number.isFinite(trial.metric));
  const [first, ...others] = measured;
  if (first === undefined) return undefined;
  const trial = others.reduce((best, each) => (isBetter(each, best, metric) ? each : best), first);
  return { trial, metric, among: measured.length };
}

/** Of equals the first in order of submission stands. */
const isBetter = (one: Trial, other: Trial, { goal }: ChosenMetric): boolean =>
  goal === 'min' ? one.metric < other.metric : one.metric > other.metric;
