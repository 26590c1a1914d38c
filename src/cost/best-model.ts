import type { TrackedRuns } from '../model/tracked-run.ts';
import { metricAt, metricOf } from './metric-of-runs.ts';
import { nestedModel, tuneFor, wholeModel } from './named-model.ts';
import type { ChosenMetric, ModelAndTune, TierInput } from './tier-choice.ts';

interface Candidate {
  /** Row of the table that has the metric. */
  readonly row: number;
  readonly attempt: number;
  readonly value: number;
}

/**
 * The run that is best by a metric, and its sweep. Undefined where no run has one that is known to be better one way.
 *
 * @throws AppError when the user names a metric that cannot be followed
 */
export function bestModel(input: TierInput): ModelAndTune | undefined {
  if (input.ledger.table.tracked.length === 0 && input.metric === undefined) return undefined;
  const metric = metricOf(input);
  if (metric === undefined) return undefined;
  const candidates = candidatesFor(input, metric);
  const [first] = candidates;
  if (first === undefined) return undefined;
  const best = candidates.reduce((found, each) => (isBetter(each, found, metric) ? each : found), first);
  const { table, nested } = input.ledger;
  const id = table.jobId.at(best.row);
  const rule = `run ${id}, the best of ${candidates.length} by ${metric.name} (${metric.goal}: ${Number(best.value.toPrecision(6))})`;
  const ofNested = nested.find(({ row }) => row === best.row)?.run;
  const sessions = nested.filter((each) => each.run === ofNested);
  const singleModel =
    ofNested === undefined
      ? wholeModel(input, best.attempt, rule)
      : nestedModel(input, sessions, `${rule}: the time of its jobs in which it ran`);
  return { singleModel, singleTune: tuneFor(input, best.attempt, singleModel, `run ${id}`) };
}

/** Runs that have the metric: each row once. */
function candidatesFor({ ledger }: TierInput, { name }: ChosenMetric): Candidate[] {
  const { table, row, count, nested } = ledger;
  const tracked: TrackedRuns = table.tracked;
  const places = [
    ...Array.from({ length: count }, (_, attempt) => ({ row: row[attempt] as number, attempt })),
    ...nested.map((each) => ({ row: each.row, attempt: each.attempt })),
  ];
  return places
    .map((place) => ({ ...place, value: metricAt(tracked, place.row, name) }))
    .filter(({ value }) => !Number.isNaN(value));
}

/** Of equals the first in order of submission stands. */
const isBetter = (one: Candidate, other: Candidate, { goal }: ChosenMetric): boolean =>
  goal === 'min' ? one.value < other.value : one.value > other.value;
