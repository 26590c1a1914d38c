import type { ProjectFacts } from '../model/facts.ts';
import type { ChosenMetric } from '../model/trial.ts';
import { runId } from './run-id.ts';

/** The best run of a sweep, as the files of the report have it. */
export interface BestRun extends ChosenMetric {
  readonly runId: string;
  readonly value: number;
}

/** Undefined where the runs of the sweep are not compared by a metric. */
export function bestRun(facts: ProjectFacts, sweep: number): BestRun | undefined {
  const best = facts.bestOf(sweep);
  if (best === undefined) return undefined;
  const { trial, metric } = best;
  return { ...metric, runId: runId(facts, trial.attempts[0] as number), value: trial.metric };
}
