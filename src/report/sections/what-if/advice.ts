import type { ProjectFacts } from '../../../model/facts.ts';
import type { BreakEvenUse, HardwareWhatIf, Having } from '../../../model/hardware-what-if.ts';
import type { Replay, SweepWhatIf, WhatIf } from '../../../model/what-if.ts';
import { amount, counted, percent, significant, usd, usdRoughly, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { savedInAll } from './saved-in-all.ts';

/** What to do otherwise next time, in three sentences at most, each with its number and its caveat. */
export function advice(otherwise: WhatIf, facts: ProjectFacts): Html {
  const sentences = [fewer(otherwise, facts), stopping(otherwise), having(otherwise.hardware)].filter(
    (sentence) => sentence !== undefined,
  );
  if (sentences.length === 0) return html``;
  return html`<ul class="advice">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

function fewer(otherwise: WhatIf, { usage }: ProjectFacts): Html | undefined {
  const { sweeps, gpuHours, usd: dollars, leftOut } = savedInAll(otherwise, 'half-at-random');
  const largest = sweeps[0];
  if (largest === undefined || !(gpuHours > 0)) return undefined;
  const half = largest.replays.find(({ id }) => id === 'half-at-random') as Replay;
  const ofFamilies =
    leftOut > 0 &&
    html`; ${counted(leftOut, 'sweep')} that followed or led another of them ${leftOut === 1 ? 'is' : 'are'} not added`;
  const where = sweeps.length === 1 ? 'the one sweep that can be replayed' : `${counted(sweeps.length, 'sweep')}`;
  return html`<b>Fewer trials:</b> half of the configurations of ${where}, drawn at random, would have saved <b>${amount(gpuHours)} GPU-hours</b> (${usd(dollars)} of rent, ${percent(gpuHours / usage.gpuHours)} of
the project); but ${sweeps.length > 1 && 'in the largest '}the best would have been missed ${percent(largest.secondHalf.chanceOfBest)} of the time, with ${significant(half.regret.mean, 2)} of ${metricName(largest)} lost on average${learned(largest)}${ofFamilies}.`;
}

/** What a search that learns would have made of the same half. */
function learned({ replays }: SweepWhatIf): Html {
  const half = replays.find(({ id, losesTo }) => id === 'tpe-half' && losesTo === undefined);
  if (half === undefined) return html``;
  const lost = half.regret.mean;
  return html`, ${lost === 0 ? 'none' : significant(lost, 2)} if a search that learns had chosen them`;
}

const metricName = ({ metric }: SweepWhatIf): Html => named(metric.name, 60);

function stopping(otherwise: WhatIf): Html | undefined {
  const { sweeps, gpuHours, usd: dollars } = savedInAll(otherwise, 'median-stopping');
  const lost = sweeps.filter((each) => (medianOf(each)?.regret.mean ?? 0) > 0).length;
  if (sweeps.length === 0 || !(gpuHours > 0)) return undefined;
  return html`<b>Stopping early:</b> the median rule would have saved <b>${amount(gpuHours)} GPU-hours</b> (${usd(dollars)}) in ${counted(sweeps.length, 'sweep')}; but
${lost === 0 ? 'that it lost no best run here is no promise that it never does' : html`it would have stopped the best run in ${counted(lost, 'of them', 'of them')}`}.`;
}

const medianOf = ({ replays }: SweepWhatIf): Replay | undefined => replays.find(({ id }) => id === 'median-stopping');

function having(hardware: HardwareWhatIf | undefined): Html | undefined {
  const [low, high] = hardware?.breakEven ?? [];
  const shared = hardware?.having.find(({ id }) => id === 'shared');
  if (hardware === undefined || low === undefined || high === undefined || shared === undefined) return undefined;
  const { low: least, value, high: most } = shared.usd;
  return html`<b>Own or rent:</b> on a shared cluster that works half of the time, ${work(hardware)} about <b>${usdRoughly(value)}</b>, against ${rents(hardware.having)} rented; a GPU of one’s own is cheaper than
rent on demand ${useOf(high)}, and than the cheapest rent ${useOf(low)}; but what owning costs is known roughly: between ${usdRoughly(least)} and ${usdRoughly(most)}.`;
}

/** What all figures of the sentence are of. */
const work = ({ covered }: HardwareWhatIf): Html =>
  covered > WHOLE
    ? html`this work costs`
    : html`the ${percent(covered)} of the GPU-hours that are on hardware of a known price cost`;

/** Sums of parts come to this part of a whole at least. */
const WHOLE = 1 - 1e-9;

/** From the cheapest to the dearest, as everywhere. */
function rents(having: readonly Having[]): string {
  const rented = having.filter(({ id }) => id === 'rented-low' || id === 'rented').map(({ usd: rent }) => rent);
  const low = Math.min(...rented.map((rent) => rent.low));
  return usdSpan({ low, value: low, high: Math.max(...rented.map((rent) => rent.high)) });
}

/** From which use on, all costs counted. */
const useOf = ({ whole }: BreakEvenUse): Html =>
  whole <= 1 ? html`once it works <b>${percent(whole)}</b> of its life` : html`<b>never</b>`;
