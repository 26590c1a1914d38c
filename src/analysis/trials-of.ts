import { hasMetrics, metricAmong, metricAt } from '../cost/metric-of-runs.ts';
import type { TierInput } from '../cost/tier-choice.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { FoundTrial, SweepFindings, TriedParameter } from '../model/sweep.ts';
import type { ChosenMetric, SweepTrials, Trial } from '../model/trial.ts';
import { ARRAY_TASK } from '../sweep/factor-table.ts';
import type { GpusOfRow } from './shares.ts';
import { NestedTrials } from './trials/nested-trials.ts';
import { type Taken, takenByAttempts } from './trials/taken.ts';

export interface TrialSource extends Pick<ProjectFacts, 'costOf'> {
  readonly ledger: Ledger;
  readonly findings: SweepFindings;
  readonly gpusOf: GpusOfRow;
  /** What the user compares runs by. */
  readonly metric: TierInput['metric'];
}

/** Gives the trials of a sweep by its index: its attempts joined to runs, or the runs that a tracker saw inside of them, with what each tried, took and measured. */
export function trialReader(source: TrialSource): ProjectFacts['trialsOf'] {
  const nested = new NestedTrials(source);
  return (index) => trialsOf(source, nested, index);
}

function trialsOf(source: TrialSource, nested: NestedTrials, index: number): SweepTrials {
  const { findings, ledger } = source;
  const parameters = findings.triedIn(index).map(numbersApart);
  const found = findings.trialsIn?.(index) ?? runsOf(source, nested, index, parameters.length);
  const rows = found.flatMap((trial) => trial.rows);
  const metric = hasMetrics(ledger) ? metricAmong(source, rows) : undefined;
  const trials = found.map(
    (trial): Trial => ({
      attempts: trial.attempts,
      values: trial.values,
      ...takenBy(source, nested, trial),
      metric: metric === undefined ? Number.NaN : lastMetric(ledger, trial.rows, metric),
    }),
  );
  return { parameters, trials, ...(metric === undefined ? {} : { metric }) };
}

/** The number of an array's task says which run it is, not what it tried. */
const numbersApart = (tried: TriedParameter): TriedParameter =>
  tried.key === ARRAY_TASK ? { ...tried, role: 'array' } : tried;

/** The attempts of a sweep by their runs, in order of the first attempt of each. What the only tracked run inside of them measured is theirs. */
function runsOf({ ledger, findings }: TrialSource, nested: NestedTrials, index: number, width: number): FoundTrial[] {
  const runs = new Map<number, number[]>();
  for (const attempt of findings.sweeps[index]?.members ?? []) {
    const number = ledger.run[attempt] as number;
    const attempts = runs.get(number);
    if (attempts === undefined) runs.set(number, [attempt]);
    else attempts.push(attempt);
  }
  return [...runs.values()].map((attempts) => ({
    attempts,
    rows: [...attempts.map((attempt) => ledger.row[attempt] as number), ...nested.rowsOfOnly(attempts)],
    values: Array.from({ length: width }, (_, parameter) => findings.valueIn(attempts[0] as number, parameter)),
  }));
}

/** A run that had its attempts to itself took all of them; of others, what it had of theirs. */
function takenBy(source: TrialSource, nested: NestedTrials, trial: FoundTrial): Taken {
  return nested.areShared(trial.attempts) ? nested.takenBy(trial) : takenByAttempts(source, trial.attempts);
}

/** The latest record that measured anything speaks for the run. */
function lastMetric({ table }: Ledger, rows: readonly number[], { name }: ChosenMetric): number {
  const values = rows.map((row) => metricAt(table, row, name));
  return values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
}
