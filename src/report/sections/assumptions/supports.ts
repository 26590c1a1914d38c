import type { Basis } from '../../../model/basis.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Costs } from '../../../model/tier.ts';
import { type Html, html } from '../../render/html.ts';
import { basisLine } from './basis-line.ts';

const NAMES: Readonly<Record<keyof Costs, string>> = {
  energyKwh: 'Energy',
  co2eKg: 'Emissions',
  cloudUsd: 'Cloud rent',
  electricityUsd: 'Electricity',
};

/** What each total of the project rests on, in full. */
export function supports({ costs }: ProjectFacts): Html {
  const names = Object.keys(NAMES) as (keyof Costs)[];
  return html`<details class="supports"><summary>What each total rests on</summary>
<dl class="terms">${names.map((name) => html`<div><dt>${NAMES[name]}</dt><dd><ul class="bases">${distinct(costs[name].basis).map(basisLine)}</ul></dd></div>`)}</dl></details>`;
}

/** A basis that several parts of a total share is listed once. */
const distinct = (bases: readonly Basis[]): Basis[] => [
  ...new Map(bases.map((basis) => [`${basis.kind} ${basis.note}`, basis])).values(),
];
