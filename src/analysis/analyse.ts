import { chooseTiers } from '../cost/choose-tiers.ts';
import { causesOfCosts, costUsage, ratesUsed } from '../cost/cost-usage.ts';
import { equivalentsOf } from '../cost/equivalents.ts';
import { metricAt } from '../cost/metric-of-runs.ts';
import { gpuReader } from '../cost/recognise-gpus.ts';
import type { TierInput } from '../cost/tier-choice.ts';
import { AppError } from '../errors.ts';
import { buildLedger } from '../ledger/build-ledger.ts';
import type { Selection } from '../ledger/select-attempts.ts';
import type { Diagnostics, Reject } from '../model/diagnostic.ts';
import type { AttemptLabels, CostedSweep, ProjectFacts } from '../model/facts.ts';
import type { InputFile, JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { OutputMetric } from '../model/output-metric.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { Sweep } from '../model/sweep.ts';
import type { ChosenMetric } from '../model/trial.ts';
import { secondsToHours } from '../model/units.ts';
import { summarise } from '../stats/summarise.ts';
import { findSweeps } from '../sweep/find-sweeps.ts';
import { EQUIVALENTS } from '../tables/carbon/equivalents.ts';
import { costingOf, costTiers, type Measure } from './costing.ts';
import { noteOutputs } from './note-outputs.ts';
import { noteHardware } from './notes.ts';
import { sensitivityIn } from './sensitivity-in.ts';
import { type GpusOfRow, gpuHoursByState, sharesByModel, sharesByState, sharesByUser } from './shares.ts';
import { timelineOf } from './timeline.ts';
import { claimsOf, type ToldSweeps } from './told-sweeps.ts';
import { trackingIn } from './tracking-in.ts';
import { trialReader } from './trials-of.ts';
import { wallHistogramOf } from './wall-histogram.ts';

/** What was read, as `ingest` hands it over. */
export interface AnalysisInput {
  readonly table: JobTable;
  readonly inputs: readonly InputFile[];
  readonly counts: Reconciliation;
  readonly rejects: readonly Reject[];
  readonly diagnostics: Diagnostics;
}

export interface AnalysisOptions {
  readonly projectName: string;
  readonly version: string;
  readonly method: Method;
  readonly selection: Selection;
  /** Job id of the model that was published. */
  readonly final?: string | undefined;
  /** By which metric runs are compared, and which way it is better. */
  readonly metric?: TierInput['metric'];
  /** A metric that stands in output files of jobs. */
  readonly outputMetric?: OutputMetric | undefined;
  /** What the user says of sweeps. */
  readonly told?: ToldSweeps | undefined;
  /** Told when a stage begins, for a progress bar. */
  readonly onStage?: (stage: Stage) => void;
}

/** What takes a while: counting attempts, finding sweeps, adding up what was used. */
export type Stage = 'ledger' | 'sweeps' | 'usage';

/**
 * From records to facts: counts attempts, finds sweeps, costs the three tiers.
 *
 * @throws AppError when no job can be counted, the published job is not in the logs, or what the user says of sweeps cannot be followed
 */
export function analyse(input: AnalysisInput, options: AnalysisOptions): ProjectFacts {
  const { diagnostics } = input;
  const { ledger, findings } = countAndGroup(input, options);
  options.onStage?.('usage');
  const gpusOf = gpuReader(ledger.table);
  const { method, measure, usage, measurements, costOf } = costingOf(ledger, gpusOf, options.method, diagnostics);
  const sweeps = findings.sweeps.map((sweep) => costSweep(sweep, ledger, gpusOf, measure, method));
  const { final, metric } = options;
  const chosen = chooseTiers({ ledger, usage, sweeps, sweepOf: findings.sweepOf, measure, final, metric });
  const span = spanOf(ledger);
  const costs = costUsage(usage, method);
  noteHardware(ledger, usage, gpusOf, diagnostics);
  const gpusOfAttempt = (attempt: number) => gpusOf(ledger.row[attempt] as number);
  const trialsOf = trialReader({ ledger, findings, gpusOf, costOf, metric });
  return {
    generator: { name: 'runledger', version: options.version },
    project: { name: options.projectName, ...span, days: (span.end - span.start) / 86_400 },
    method,
    assumptions: ratesUsed(usage, method),
    inputs: input.inputs,
    ledger,
    usage,
    ...(measurements === undefined ? {} : { measurements }),
    ...trackingIn(ledger, gpusOf),
    wallSummary: summarise(hoursThatRan(ledger)),
    costs,
    equivalents: equivalentsOf(costs.co2eKg, EQUIVALENTS),
    causes: causesOfCosts(usage, method),
    tiers: costTiers(chosen, method),
    ...metricIn(ledger, chosen.metric),
    findings,
    sweeps,
    byState: sharesByState(ledger, gpusOf),
    byModel: sharesByModel(ledger, gpusOf),
    byUser: sharesByUser(ledger, gpusOf),
    timeline: timelineOf(ledger, span.start, span.end, gpusOf),
    wallHistogram: wallHistogramOf(ledger),
    diagnostics: diagnostics.list(),
    rejects: input.rejects,
    gpusOf: gpusOfAttempt,
    ...namesIn(ledger),
    trialsOf,
    ...sensitivityIn(sweeps, trialsOf, gpusOfAttempt),
    costOf,
  };
}

function countAndGroup(
  { table, counts, diagnostics }: AnalysisInput,
  { selection, told, outputMetric, onStage }: AnalysisOptions,
): Pick<ProjectFacts, 'ledger' | 'findings'> {
  onStage?.('ledger');
  const ledger = buildLedger(table, counts, diagnostics, selection);
  if (ledger.count === 0) throw nothingCounted(ledger, diagnostics);
  if (outputMetric !== undefined) noteOutputs(ledger, outputMetric, diagnostics);
  onStage?.('sweeps');
  return { ledger, findings: findSweeps(ledger, claimsOf(ledger, told, diagnostics)) };
}

/** Wall hours of attempts that ran. Filtering and mapping the column would hold four of it at a time, and this is where memory peaks. */
function hoursThatRan({ wall, count }: Ledger): Float64Array {
  const hours = new Float64Array(count);
  let ran = 0;
  for (const seconds of wall) if (seconds > 0) hours[ran++] = secondsToHours(seconds);
  return hours.subarray(0, ran);
}

function nothingCounted({ table }: Ledger, diagnostics: Diagnostics): AppError {
  if (table.records > 0) return new AppError({ code: 'nothing-selected', records: table.records });
  return new AppError({ code: 'no-attempts', reasons: reasonsIn(diagnostics) });
}

const reasonsIn = (diagnostics: Diagnostics): string[] =>
  diagnostics
    .list()
    .filter(({ severity }) => severity === 'error')
    .map(({ message, examples: [place] }) =>
      place === undefined ? message : `${place.file}:${place.line}: ${message}`,
    );

/** From the first start to the last end, epoch seconds; NaN when nothing ran. */
function spanOf(ledger: Ledger): { start: number; end: number } {
  let [start, end] = [Number.NaN, Number.NaN];
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [from, to] = [ledger.start[attempt] as number, ledger.end[attempt] as number];
    // Some logs tell how long a job ran and not when.
    if (!((ledger.wall[attempt] as number) > 0) || Number.isNaN(from)) continue;
    if (!(start <= from)) start = from;
    if (!(end >= to)) end = to;
  }
  return { start, end };
}

function costSweep(sweep: Sweep, ledger: Ledger, gpusOf: GpusOfRow, measure: Measure, method: Method): CostedSweep {
  const usage = measure(sweep.members, sweep.shares);
  let [start, end] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const attempt of sweep.members) {
    const submit = ledger.table.submit.at(ledger.row[attempt] as number);
    const begin = Number.isNaN(submit) ? (ledger.start[attempt] as number) : submit;
    if (begin < start) start = begin;
    if ((ledger.wall[attempt] as number) > 0 && (ledger.end[attempt] as number) > end)
      end = ledger.end[attempt] as number;
  }
  return {
    sweep,
    usage,
    costs: costUsage(usage, method),
    start: Number.isFinite(start) ? start : Number.NaN,
    end: Number.isFinite(end) ? end : Number.NaN,
    gpuHoursByState: gpuHoursByState(ledger, sweep, gpusOf),
  };
}

/** The metric by which the model was chosen, and what each attempt has of it. */
const metricIn = ({ table, row }: Ledger, metric: ChosenMetric | undefined): Pick<ProjectFacts, 'metric'> =>
  metric === undefined
    ? {}
    : { metric: { name: metric.name, valueOf: (attempt) => metricAt(table, row[attempt] as number, metric.name) } };

/** What attempts and jobs are called. */
const namesIn = (ledger: Ledger): Pick<ProjectFacts, 'labelsOf' | 'idsOf'> => ({
  labelsOf: (attempt) => labelsOf(ledger, attempt),
  idsOf: (row) => ({ jobId: ledger.table.jobId.at(row), jobIdRaw: ledger.table.jobIdRaw.at(row) }),
});

function labelsOf({ table, row }: Ledger, attempt: number): AttemptLabels {
  const at = row[attempt] as number;
  const [name, user, account] = [table.name.at(at), table.user.at(at), table.account.at(at)];
  return { name, user, account, cluster: table.cluster.at(at), partition: table.partition.at(at) };
}
