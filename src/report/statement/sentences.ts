import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, grouped, percent, withRange } from '../render/format.ts';
import { period, withinSweeps } from '../render/headline.ts';
import { endings } from '../render/outcome.ts';
import { standIn } from '../render/stand-in.ts';
import { hoursOf, NOT_KNOWN, NOT_PRICED, rentOf, toldEnergy } from '../render/told.ts';

/** What no statement from logs can cover, and what these logs lack. */
export function notCovered({ usage, method }: ProjectFacts): string {
  const isHostMissing = usage.gpuHours > 0 && usage.cpuHours === 0 && method.cpuPower.high > 0;
  const host = isHostMissing ? 'processors and memory, which the logs do not tell, ' : '';
  return `Not covered: work that is in none of these logs, ${host}idle machines, storage, network and the making of the hardware.`;
}

/** `Titan X (72%), M40 (28%)`; empty where no GPU was used. */
export const hardwareOf = ({ usage }: ProjectFacts): string =>
  [...usage.gpuHoursByModel].map(([model, hours]) => `${model} (${percent(hours / usage.gpuHours)})`).join(', ');

/** Preliminary, failed and abandoned runs, in a sentence. */
export function lostSentence({ byState }: ProjectFacts): string {
  const { lost, open, unknown, all, lostAttempts } = endings(byState);
  const whole = 'The totals include preliminary, failed and abandoned runs';
  if (!(all > 0)) return `${whole}.`;
  if (unknown === all) return `${whole}; the logs do not tell how attempts ended.`;
  const none =
    lostAttempts === 0
      ? 'no GPU-hours went to attempts that failed or were cut off'
      : `of ${counted(lostAttempts, 'attempt')} that did not complete the logs tell no GPU-hours`;
  const ofLost =
    lost > 0 ? `${percent(lost / all)} of the GPU-hours went to attempts that failed or were cut off` : none;
  const ofOpen = open > 0 ? `, ${percent(open / all)} to attempts that still ran when the logs were written` : '';
  const ofUnknown =
    unknown > 0 ? `; how attempts with another ${percent(unknown / all)} ended, the logs do not tell` : '';
  return `${whole}: ${ofLost}${ofOpen}${ofUnknown}.`;
}

/** What one model and one tuning took, and how they were chosen; or why nothing is known of them. */
function tierSentence(facts: ProjectFacts): string {
  const { singleModel, singleTune } = facts.tiers;
  const why = standIn(facts);
  if (why !== undefined) return `What training one model and tuning it took is not known: ${why}.`;
  return `Training one model takes ${hoursOf(singleModel)} (${singleModel.rule}); the tuning that found it took ${hoursOf(singleTune)} (${singleTune.rule}).`;
}

function costSentence({ costs, usage, method }: ProjectFacts): string {
  const { energyKwh, co2eKg } = costs;
  const energy = toldEnergy(usage, energyKwh.value, `${withRange(energyKwh, amount)} kWh`);
  if (energy === NOT_KNOWN)
    return `Electricity, emissions and cloud rent cannot be estimated: the logs ${usage.untold === undefined ? 'tell neither GPUs nor processors' : 'do not tell the GPUs'}.`;
  const rent = rentOf(usage, costs);
  const rented = rent === NOT_PRICED ? 'cloud rent is priced for GPUs only' : `cloud rent of the same GPUs ${rent}`;
  const emissions = toldEnergy(usage, co2eKg.value, `${withRange(co2eKg, amount)} kg CO2e`);
  return `Estimated electricity is ${energy}, emissions ${emissions} (location-based), ${rented}; ranges and sources under the method “${method.name}” are in the report.`;
}

/** That the figures are not of all attempts: those that were not asked for, and those of which the logs do not tell the GPUs. */
export function limits({ chosenBy, usage: { untold } }: ProjectFacts): string[] {
  const chosen = chosenBy && `Only attempts chosen by ${chosenBy.join(', ')} are counted: the logs hold others.`;
  const unknown =
    untold &&
    `The logs do not tell the GPUs of ${counted(untold.attempts, 'attempt')} (${amount(untold.wallHours)} hours): no GPU time, and no electricity or rent for it, is counted of ${untold.attempts === 1 ? 'it' : 'them'}.`;
  return [chosen, unknown].filter((sentence) => sentence !== undefined);
}

/** The paragraph of an appendix: all that was used, what one model and one tuning took of it, what was lost, what it cost, what is missing. */
export function appendixSentences(facts: ProjectFacts): readonly string[] {
  const { usage, project, sweeps, findings } = facts;
  const hardware = hardwareOf(facts);
  const on = hardware === '' ? '' : ` on ${hardware}`;
  const length = period(project.days);
  const over = length === '' ? '' : ` over ${length}`;
  const within = withinSweeps(sweeps.length, findings, 'hyperparameter sweep');
  return [
    `The project took ${hoursOf(usage)}${on}${over}: ${counted(usage.attempts, 'attempt')}${within}.`,
    ...limits(facts),
    tierSentence(facts),
    lostSentence(facts),
    costSentence(facts),
    notCovered(facts),
  ];
}

/** How long single attempts took: `4,789 attempts took 0.05 to 216 h of wall time each (mean 50.1 h, median 48.9 h)`. */
export function runTimes({ wallSummary: { min, mean, median, max }, usage, diagnostics }: ProjectFacts): string {
  const { attemptsThatRan: ran, attempts } = usage;
  if (ran === 0) return 'no attempt has a known duration';
  // GPU-hours stand for hours on one GPU where a table has nothing else.
  const isOfGpuHours = diagnostics.some(({ rule }) => rule === HOURS_OF_GPUS);
  const what = isOfGpuHours ? 'GPU-hours' : 'h of wall time';
  const unit = isOfGpuHours ? '' : ' h';
  const of = ran < attempts ? ` of ${grouped(attempts)}` : '';
  if (ran === 1) return `1 attempt${of} took ${amount(max)} ${what}`;
  if (amount(min) === amount(max)) return `${grouped(ran)} attempts${of} took ${amount(max)} ${what} each`;
  return `${grouped(ran)} attempts${of} took ${amount(min)} to ${amount(max)} ${what} each (mean ${amount(mean)}${unit}, median ${amount(median)}${unit})`;
}

/** The rule of the finding that durations are GPU-hours. */
const HOURS_OF_GPUS = 'table-gpu-hours-alone';
