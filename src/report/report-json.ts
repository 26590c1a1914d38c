import { commandLine } from '../model/command.ts';
import type { Equivalent } from '../model/equivalent.ts';
import type { Estimate } from '../model/estimate.ts';
import type { CostedSweep, ProjectFacts } from '../model/facts.ts';
import { JOB_STATES } from '../model/job-state.ts';
import type { NestedRun } from '../model/ledger.ts';
import type { Rate } from '../model/method.ts';
import type { Costs, Extras, Tier } from '../model/tier.ts';
import type { Tracking } from '../model/tracking.ts';
import type { Unit } from '../model/units.ts';
import type { Measurements } from '../model/usage.ts';
import { type BestRun, bestRun } from './best-run.ts';
import { sensitivityJson } from './sensitivity-json.ts';
import { utcTime } from './utc-time.ts';
import { whatIfJson } from './what-if-json.ts';

/**
 * The project as data: `report.json`, schema `runledger/report@1`, as text in pieces. Units are in the names. Everything is indented but sweeps, of which there may be tens of
 * thousands: they stand one a line.
 */
export function* reportJson(facts: ProjectFacts): Generator<string> {
  yield `${JSON.stringify(beforeSweeps(facts), null, 2).slice(0, -2)},\n`;
  yield* sensitivityJson(facts);
  yield '  "sweeps": [';
  let lines: string[] = [];
  for (const [index, each] of facts.sweeps.entries()) {
    lines.push(`${index === 0 ? '' : ','}\n    ${JSON.stringify(sweep(each, bestRun(facts, index)))}`);
    if (lines.length < SWEEPS_PER_PIECE) continue;
    yield lines.join('');
    lines = [];
  }
  yield `${lines.join('')}\n  ],\n${JSON.stringify({ diagnostics: facts.diagnostics }, null, 2).slice(2)}\n`;
}

const SWEEPS_PER_PIECE = 500;

function beforeSweeps(facts: ProjectFacts): object {
  const { project, ledger } = facts;
  return {
    schema: 'runledger/report@1',
    generator: facts.generator,
    ...(facts.command === undefined ? {} : { command: commandLine(facts.command) }),
    ...(facts.command?.config === undefined ? {} : { configuration: facts.command.config }),
    project: { name: project.name, start: utcTime(project.start), end: utcTime(project.end), days: project.days },
    method: { name: facts.method.name, title: facts.method.title, assumptions: facts.assumptions.map(assumption) },
    inputs: facts.inputs,
    reconciliation: ledger.reconciliation,
    totals: totals(facts),
    ...(facts.causes === undefined ? {} : { causes: facts.causes }),
    ...(facts.equivalents === undefined ? {} : { equivalents: facts.equivalents.map(equivalent) }),
    ...(facts.measurements === undefined ? {} : { measurements: measurements(facts.measurements) }),
    ...(facts.tracking === undefined ? {} : { tracking: tracking(facts.tracking, facts) }),
    tiers: {
      singleModel: tier(facts.tiers.singleModel),
      singleTune: tier(facts.tiers.singleTune),
      project: tier(facts.tiers.project),
    },
    ...(facts.whatIf === undefined ? {} : { whatIf: whatIfJson(facts.whatIf, facts) }),
  };
}

const assumption = ({ name, value, low, high, unit, basis }: Rate) => ({ name, value, low, high, unit, basis });

function totals(facts: ProjectFacts) {
  const { usage, ledger, wallSummary } = facts;
  const byState = new Map(facts.byState.map(({ key, gpuHours }) => [key, gpuHours]));
  const always = JOB_STATES.filter((state) => !['requeued', 'resized', 'pending'].includes(state));
  const states = JOB_STATES.filter((state) => always.includes(state) || byState.has(state));
  return {
    attempts: usage.attempts,
    attemptsThatRan: usage.attemptsThatRan,
    runs: ledger.runs,
    wallHours: usage.wallHours,
    gpuHours: usage.gpuHours,
    ...untold(usage),
    cpuHours: usage.cpuHours,
    gpuHoursByModel: Object.fromEntries(usage.gpuHoursByModel),
    gpuHoursByState: Object.fromEntries(states.map((state) => [state, byState.get(state) ?? 0])),
    wallHoursPerAttempt: wallSummary,
    ...costs(facts.costs),
    ...extras(facts.tiers.project.extras),
  };
}

/** Attempts of which the logs do not tell the GPUs: no GPU-hours of theirs are counted. */
const untold = ({ untold: some }: Pick<Tier, 'untold'>) => (some === undefined ? {} : { untoldGpus: some });

const measurements = ({ energy, rejected, utilisation, calibrations }: Measurements) => ({
  energy,
  rejected: { tooLow: rejected['too-low'], tooHigh: rejected['too-high'], impossible: rejected.impossible },
  utilisation: { ...utilisation, mean: Number.isNaN(utilisation.mean) ? null : utilisation.mean },
  calibrations,
});

const tracking = ({ timedBy, nested }: Tracking, facts: ProjectFacts) => ({
  timedBy,
  ...(nested === undefined
    ? {}
    : {
        nested: {
          ...nested,
          byRule: Object.fromEntries(nested.byRule),
          sessions: facts.ledger.nested.map(joined(facts)),
        },
      }),
});

/** A session inside of a job, and why it is believed to have run there. */
const joined =
  ({ ledger: { row }, idsOf }: ProjectFacts) =>
  ({ row: session, attempt, start, end, rule, confidence }: NestedRun) => {
    const job = idsOf(row[attempt] as number);
    return {
      run: idsOf(session).jobId,
      start: utcTime(start),
      end: utcTime(end),
      jobIdRaw: job.jobIdRaw || job.jobId,
      rule,
      confidence,
    };
  };

const equivalent = ({ name, kgEach, count, basis }: Equivalent) => ({ name, kgCo2eEach: kgEach, ...count, basis });

/** What a method can say beside the four figures. */
const extras = ({ embodiedKg, own }: Extras = {}) => ({
  ...(embodiedKg === undefined ? {} : { embodiedKg: bounds(embodiedKg) }),
  ...(own === undefined ? {} : { own: { gpuHours: own.gpuHours, purchaseUsd: bounds(own.purchaseUsd) } }),
});

const costs = ({ energyKwh, co2eKg, cloudUsd, electricityUsd }: Costs) => ({
  energyKwh: bounds(energyKwh),
  co2eKg: bounds(co2eKg),
  cloudUsd: bounds(cloudUsd),
  electricityUsd: bounds(electricityUsd),
});

const bounds = <U extends Unit>({ low, value, high, basis }: Estimate<U>) => ({ low, value, high, basis });

const tier = (tier: Tier) => ({
  attempts: tier.attempts,
  gpuHours: tier.gpuHours,
  wallHours: tier.wallHours,
  ...untold(tier),
  rule: tier.rule,
  ...(tier.sweepId === undefined ? {} : { sweepId: tier.sweepId }),
  ...costs(tier.costs),
  ...extras(tier.extras),
});

const sweep = ({ sweep, usage, start, end, costs: { cloudUsd, energyKwh } }: CostedSweep, best?: BestRun) => ({
  id: sweep.id,
  name: sweep.name,
  kind: sweep.kind,
  attempts: sweep.members.length,
  runs: sweep.runs,
  start: utcTime(start),
  end: utcTime(end),
  gpuHours: usage.gpuHours,
  cloudUsd: { low: cloudUsd.low, value: cloudUsd.value, high: cloudUsd.high },
  energyKwh: { low: energyKwh.low, value: energyKwh.value, high: energyKwh.high },
  parameters: sweep.parameters,
  coverage: Number.isNaN(sweep.coverage) ? null : sweep.coverage,
  confidence: sweep.confidence,
  evidence: sweep.evidence,
  explanation: sweep.explanation,
  missing: sweep.missing,
  ...(sweep.refines === undefined ? {} : { refines: sweep.refines }),
  ...(best === undefined ? {} : { best: { runId: best.runId, metric: best.name, goal: best.goal, value: best.value } }),
});
