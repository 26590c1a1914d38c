import type { ChosenMetric } from '../model/trial.ts';
import { hasMetrics, metricAt, metricOf } from './metric-of-runs.ts';
import { heldInAll, heldInJobs, modelAndTune } from './named-model.ts';
import type { ModelAndTune, TierInput } from './tier-choice.ts';

interface Candidate {
  /** Row of the table that has the metric. */
  readonly row: number;
  readonly attempt: number;
  readonly value: number;
  readonly isNested: boolean;
}

/**
 * The run that is best by a metric, and its sweep. Undefined where no run has one that is known to be better one way, or where the user names none and runs share jobs: what such a run took
 * could not be told from `jobs.csv`, which has jobs.
 *
 * @throws AppError when the user names a metric that cannot be followed
 */
export function bestModel(input: TierInput): ModelAndTune | undefined {
  if (!hasMetrics(input.ledger) && input.metric === undefined) return undefined;
  const metric = metricOf(input);
  if (metric === undefined) return undefined;
  const candidates = candidatesFor(input, metric);
  const [first] = candidates;
  if (first === undefined || (input.metric === undefined && candidates.some(({ isNested }) => isNested)))
    return undefined;
  const best = candidates.reduce((found, each) => (isBetter(each, found, metric) ? each : found), first);
  const { table, nested } = input.ledger;
  const id = table.jobId.at(best.row);
  const rule = `run ${id}, the best of ${candidates.length} by ${metric.name} (${metric.goal}: ${Number(best.value.toPrecision(6))})`;
  const ofNested = nested.find(({ row }) => row === best.row)?.run;
  const sessions = nested.filter((each) => each.run === ofNested);
  const held = ofNested === undefined ? heldInAll(input.ledger, best.attempt) : heldInJobs(input.ledger, sessions);
  const told = ofNested === undefined ? rule : `${rule}: the time of its jobs in which it ran`;
  return { ...modelAndTune(input, { ...best, held }, told, `run ${id}`, id), metric };
}

/** Runs that have the metric: each row once. */
function candidatesFor({ ledger }: TierInput, { name }: ChosenMetric): Candidate[] {
  const { table, row, count, nested } = ledger;
  const places = [
    ...Array.from({ length: count }, (_, attempt) => ({ row: row[attempt] as number, attempt, isNested: false })),
    ...nested.map((each) => ({ row: each.row, attempt: each.attempt, isNested: true })),
  ];
  return places
    .map((place) => ({ ...place, value: metricAt(table, place.row, name) }))
    .filter(({ value }) => !Number.isNaN(value));
}

/** Of equals the first in order of submission stands. */
const isBetter = (one: Candidate, other: Candidate, { goal }: ChosenMetric): boolean =>
  goal === 'min' ? one.value < other.value : one.value > other.value;
