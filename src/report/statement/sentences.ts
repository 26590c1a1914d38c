import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, grouped, percent, usdSpan, withRange } from '../render/format.ts';
import { lostShare } from '../render/outcome.ts';

/** What no statement from logs can cover. */
export const NOT_COVERED =
  'Not covered: work that is in none of these logs, idle machines, storage, network and the making of the hardware.';

/** `Titan X (72%), M40 (28%)`; empty where no GPU was used. */
export const hardwareOf = ({ usage }: ProjectFacts): string =>
  [...usage.gpuHoursByModel].map(([model, hours]) => `${model} (${percent(hours / usage.gpuHours)})`).join(', ');

/** Hours in the unit in which the project is counted: GPU-hours, or CPU-core-hours where there are none. */
export function totalOf({ usage }: ProjectFacts): string {
  return usage.gpuHours > 0 || usage.cpuHours === 0
    ? `${amount(usage.gpuHours)} GPU-hours`
    : `${amount(usage.cpuHours)} CPU-core-hours`;
}

/** Preliminary, failed and abandoned runs, in a sentence. */
export function lostSentence({ byState }: ProjectFacts): string {
  const share = lostShare(byState.map(({ key, gpuHours }) => [key, gpuHours] as const));
  return Number.isFinite(share)
    ? `The totals include preliminary, failed and abandoned runs: ${percent(share)} of the GPU-hours went to attempts that did not complete.`
    : 'The totals include preliminary, failed and abandoned runs.';
}

const tierSentence = ({ tiers }: ProjectFacts): string =>
  `Training one model takes ${amount(tiers.singleModel.gpuHours)} GPU-hours (${tiers.singleModel.rule}); the tuning that found it took ${amount(tiers.singleTune.gpuHours)} GPU-hours (${tiers.singleTune.rule}).`;

const costSentence = ({ costs, method }: ProjectFacts): string =>
  `Estimated electricity is ${withRange(costs.energyKwh, amount)} kWh, emissions ${withRange(costs.co2eKg, amount)} kg CO2e (location-based), cloud rent of the same GPUs ${usdSpan(costs.cloudUsd)}; ranges and sources under the method “${method.name}” are in the report.`;

/** The paragraph of an appendix: all that was used, what one model and one tuning took of it, what was lost, what it cost, what is missing. */
export function appendixSentences(facts: ProjectFacts): readonly string[] {
  const { usage, project, sweeps } = facts;
  const hardware = hardwareOf(facts);
  const on = hardware === '' ? '' : ` on ${hardware}`;
  const days = Number.isFinite(project.days) ? ` over ${amount(project.days)} days` : '';
  return [
    `The project took ${totalOf(facts)}${on}${days}: ${grouped(usage.attempts)} attempts in ${grouped(sweeps.length)} hyperparameter sweeps and single jobs.`,
    tierSentence(facts),
    lostSentence(facts),
    costSentence(facts),
    NOT_COVERED,
  ];
}

/** How long single attempts took: `4,789 attempts took 0.05 to 216 h of wall time each (mean 50.1 h, median 48.9 h)`. */
export const runTimes = ({ wallSummary: { min, mean, median, max }, usage }: ProjectFacts): string =>
  usage.attemptsThatRan === 0
    ? 'no attempt has a known duration'
    : `${counted(usage.attemptsThatRan, 'attempt')} took ${amount(min)} to ${amount(max)} h of wall time each (mean ${amount(mean)} h, median ${amount(median)} h)`;
