import { calibrate } from '../cost/calibrate.ts';
import { AttemptCosts } from '../cost/cost-attempt.ts';
import { costUsage } from '../cost/cost-usage.ts';
import { extrasOf } from '../cost/extras.ts';
import { measureUsage } from '../cost/measure-usage.ts';
import { weighMeasurements } from '../cost/measurements.ts';
import { untoldReader } from '../cost/recognise-gpus.ts';
import type { ChosenTier, ChosenTiers } from '../cost/tier-choice.ts';
import type { Diagnostics } from '../model/diagnostic.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Method } from '../model/method.ts';
import type { Tier, Tiers } from '../model/tier.ts';
import type { Measurements, Usage } from '../model/usage.ts';
import { measurementsOf, noteMeasurements } from './measurements-of.ts';
import type { GpusOfRow } from './shares.ts';

/** Adds up what attempts held. */
export type Measure = (attempts: Iterable<number>, shares?: ReadonlyMap<number, number>) => Usage;

/** How a project is costed. */
export interface Costing {
  /** The method, with the draws that were measured in these logs. */
  readonly method: Method;
  readonly measure: Measure;
  /** Of all attempts. */
  readonly usage: Usage;
  readonly measurements: Measurements | undefined;
  readonly costOf: (attempt: number) => { readonly energyKwh: number; readonly cloudUsd: number };
}

/** Weighs what the logs measured, and sets the method by it. Says what was made of the measurements. */
export function costingOf(ledger: Ledger, gpusOf: GpusOfRow, stated: Method, diagnostics: Diagnostics): Costing {
  const found = weighMeasurements(ledger, gpusOf);
  const evidence = stated.measured === undefined ? undefined : found;
  const { method, calibrations } = evidence
    ? calibrate(stated, ledger, gpusOf, evidence)
    : { method: stated, calibrations: [] };
  const pricedPartitions = method.partitionPrice && new Set(method.partitionPrice.keys());
  const isUntold = untoldReader(ledger.table);
  const measure: Measure = (attempts, shares) =>
    measureUsage({ ledger, gpusOf, isUntold, evidence, pricedPartitions }, attempts, shares);
  const usage = measure(everyAttempt(ledger));
  const uncalibrated = new AttemptCosts(ledger, gpusOf, stated, evidence);
  const measurements = evidence && measurementsOf(ledger, usage, uncalibrated, evidence, calibrations);
  noteMeasurements(ledger, found, measurements, diagnostics);
  const costs = new AttemptCosts(ledger, gpusOf, method, evidence);
  return { method, measure, usage, measurements, costOf: (attempt) => costs.of(attempt) };
}

function* everyAttempt(ledger: Ledger): Generator<number> {
  for (let attempt = 0; attempt < ledger.count; attempt++) yield attempt;
}

export const costTiers = ({ singleModel, singleTune, project }: ChosenTiers, method: Method): Tiers => ({
  singleModel: costTier(singleModel, method),
  singleTune: costTier(singleTune, method),
  project: costTier(project, method),
});

function costTier({ usage, ...chosen }: ChosenTier, method: Method): Tier {
  const { attempts, gpuHours, wallHours, cpuHours, untold } = usage;
  const amounts = { attempts, gpuHours, wallHours, cpuHours, ...(untold === undefined ? {} : { untold }) };
  return { ...amounts, ...chosen, costs: costUsage(usage, method), extras: extrasOf(usage, method) };
}
