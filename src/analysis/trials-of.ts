import { hasMetrics, metricAmong, metricAt } from '../cost/metric-of-runs.ts';
import type { TierInput } from '../cost/tier-choice.ts';
import type { ProjectFacts } from '../model/facts.ts';
import { stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { SweepFindings, TriedParameter } from '../model/sweep.ts';
import type { ChosenMetric, SweepTrials, Trial } from '../model/trial.ts';
import { secondsToHours } from '../model/units.ts';
import { ARRAY_TASK } from '../sweep/factor-table.ts';
import { type GpusOfRow, gpusIn } from './shares.ts';

interface TrialSource extends Pick<ProjectFacts, 'costOf'> {
  readonly ledger: Ledger;
  readonly findings: SweepFindings;
  readonly gpusOf: GpusOfRow;
  /** What the user compares runs by. */
  readonly metric: TierInput['metric'];
}

/** Gives the trials of a sweep by its index: its attempts joined to runs, with what each tried, took and measured. */
export const trialReader =
  (source: TrialSource): ProjectFacts['trialsOf'] =>
  (index): SweepTrials => {
    const { findings, ledger } = source;
    const members = findings.sweeps[index]?.members ?? [];
    const runs = attemptsByRun(ledger, members);
    const rows = Array.from(members, (attempt) => ledger.row[attempt] as number);
    const metric = hasMetrics(ledger) ? metricAmong(source, rows) : undefined;
    const parameters = findings.triedIn(index).map(numbersApart);
    const trials = runs.map((attempts) => trialOf(source, attempts, parameters.length, metric));
    return { parameters, trials, ...(metric === undefined ? {} : { metric }) };
  };

/** The number of an array's task says which run it is, not what it tried. */
const numbersApart = (tried: TriedParameter): TriedParameter =>
  tried.key === ARRAY_TASK ? { ...tried, role: 'array' } : tried;

/** In order of the first attempt of each. */
function attemptsByRun({ run }: Ledger, members: Iterable<number>): number[][] {
  const runs = new Map<number, number[]>();
  for (const attempt of members) {
    const number = run[attempt] as number;
    const attempts = runs.get(number);
    if (attempts === undefined) runs.set(number, [attempt]);
    else attempts.push(attempt);
  }
  return [...runs.values()];
}

function trialOf(source: TrialSource, attempts: readonly number[], width: number, metric?: ChosenMetric): Trial {
  const { ledger, findings, gpusOf, costOf } = source;
  const [first, last] = [attempts[0] as number, attempts.at(-1) as number];
  let [wall, held, cloudUsd] = [0, 0, 0];
  for (const attempt of attempts) {
    const seconds = ledger.wall[attempt] as number;
    wall += seconds;
    held += seconds * gpusIn(gpusOf(ledger.row[attempt] as number));
    cloudUsd += costOf(attempt).cloudUsd;
  }
  return {
    attempts,
    values: Array.from({ length: width }, (_, parameter) => findings.valueIn(first, parameter)),
    state: stateOf(ledger.state[last] as number),
    start: ledger.start[first] as number,
    end: ledger.end[last] as number,
    wallHours: secondsToHours(wall),
    gpuHours: secondsToHours(held),
    cloudUsd,
    metric: metric === undefined ? Number.NaN : lastMetric(ledger, attempts, metric),
  };
}

/** The latest attempt that measured anything speaks for the run. */
function lastMetric({ table, row }: Ledger, attempts: readonly number[], { name }: ChosenMetric): number {
  const values = attempts.map((attempt) => metricAt(table, row[attempt] as number, name));
  return values.findLast((value) => !Number.isNaN(value)) ?? Number.NaN;
}
