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
import type { AttemptLabels, ProjectFacts } from '../model/facts.ts';
import type { InputFile, JobTable } from '../model/job-table.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { OutputMetric } from '../model/output-metric.ts';
import type { Reconciliation } from '../model/reconciliation.ts';
import type { ChosenMetric } from '../model/trial.ts';
import { secondsToHours } from '../model/units.ts';
import type { Usage } from '../model/usage.ts';
import { summarise } from '../stats/summarise.ts';
import { findSweeps } from '../sweep/find-sweeps.ts';
import { settingReader } from '../sweep/setting.ts';
import { EQUIVALENTS } from '../tables/carbon/equivalents.ts';
import { bestReader } from './best-of.ts';
import { chosenBy } from './chosen-by.ts';
import { costSweeps } from './cost-sweeps.ts';
import { costingOf, costTiers } from './costing.ts';
import { hostsOf } from './hosts-of.ts';
import { lossesOf } from './losses.ts';
import { noteOutputs } from './note-outputs.ts';
import { noteHardware } from './notes.ts';
import { overTime, type TimeOptions } from './over-time.ts';
import { sensitivityIn } from './sensitivity-in.ts';
import { type GpusOfRow, sharesIn } from './shares.ts';
import { spanOf } from './span-of.ts';
import { claimsOf, type ToldSweeps } from './told-sweeps.ts';
import { trackingIn } from './tracking-in.ts';
import { type TrialSource, trialReader } from './trials-of.ts';
import { wallHistogramOf } from './wall-histogram.ts';
import { whatIfIn } from './what-if-in.ts';

/** What was read, as `ingest` hands it over. */
export interface AnalysisInput {
  readonly table: JobTable;
  readonly inputs: readonly InputFile[];
  readonly counts: Reconciliation;
  readonly rejects: readonly Reject[];
  readonly diagnostics: Diagnostics;
}

export interface AnalysisOptions extends TimeOptions {
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
  const sweeps = costSweeps(findings.sweeps, { ledger, gpusOf, measure, method });
  const { final, metric } = options;
  const chosen = chosenBy(options.selection, diagnostics);
  const grouped = { ledger, usage, sweeps, sweepOf: findings.sweepOf, settingOf: settingReader(ledger) };
  const tiers = chooseTiers({ ...grouped, measure, final, metric, ...chosen });
  const span = spanOf(ledger);
  const costed = costsIn(usage, method);
  const project = { name: options.projectName, ...span, days: (span.end - span.start) / 86_400 };
  const trials = trialsIn({ ledger, findings, gpusOf, costOf, metric });
  noteHardware(ledger, usage, gpusOf, method, diagnostics);
  return {
    generator: { name: 'runledger', version: options.version },
    project,
    method,
    assumptions: ratesUsed(usage, method),
    inputs: input.inputs,
    ledger,
    ...chosen,
    usage,
    ...hostsIn(ledger, gpusOf, usage),
    ...(measurements === undefined ? {} : { measurements }),
    ...trackingIn(ledger, gpusOf),
    wallSummary: summarise(hoursThatRan(ledger)),
    ...costed,
    tiers: costTiers(tiers, method),
    ...metricIn(ledger, tiers.metric),
    findings,
    sweeps,
    ...sharesIn(ledger, gpusOf),
    ...overTime({ ledger, gpusOf, method, span, gpuHours: usage.gpuHours }, options),
    losses: lossesOf({ ledger, gpusOf, sweeps, sweepOf: findings.sweepOf, measure, method }),
    wallHistogram: wallHistogramOf(ledger),
    diagnostics: diagnostics.list(),
    rejects: input.rejects,
    gpusOf: (attempt) => gpusOf(ledger.row[attempt] as number),
    ...namesIn(ledger),
    ...trials,
    ...sensitivityIn({ ledger, sweeps, trialsOf: trials.trialsOf, gpusOf }),
    ...whatIfIn({ ledger, sweeps, trialsOf: trials.trialsOf, usage, costs: costed.costs, method, project, measure }),
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

function costsIn(usage: Usage, method: Method): Pick<ProjectFacts, 'costs' | 'equivalents' | 'causes'> {
  const costs = costUsage(usage, method);
  return { costs, equivalents: equivalentsOf(costs.co2eKg, EQUIVALENTS), causes: causesOfCosts(usage, method) };
}

function hostsIn(ledger: Ledger, gpusOf: GpusOfRow, { gpuHours }: Usage): Pick<ProjectFacts, 'hosts'> {
  const hosts = hostsOf(ledger, gpusOf, gpuHours > 0);
  return hosts === undefined ? {} : { hosts };
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

/** The metric by which the model was chosen, and what each attempt has of it. */
const metricIn = ({ table, row }: Ledger, metric: ChosenMetric | undefined): Pick<ProjectFacts, 'metric'> =>
  metric === undefined
    ? {}
    : { metric: { name: metric.name, valueOf: (attempt) => metricAt(table, row[attempt] as number, metric.name) } };

/** The runs of each sweep, and the best of them. */
function trialsIn(source: TrialSource): Pick<ProjectFacts, 'trialsOf' | 'bestOf'> {
  const trialsOf = trialReader(source);
  return { trialsOf, bestOf: bestReader(source.ledger, trialsOf) };
}

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
