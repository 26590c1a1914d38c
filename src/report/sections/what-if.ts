import type { ProjectFacts } from '../../model/facts.ts';
import type { WhatIf } from '../../model/what-if.ts';
import type { DrawChart } from '../render/charts.ts';
import { type Html, html } from '../render/html.ts';
import type { Section } from './section.ts';
import { advice } from './what-if/advice.ts';
import { hardware } from './what-if/hardware.ts';
import { searches } from './what-if/searches.ts';

/** What the project would have taken otherwise: with fewer trials, with searches that learn or stop early, on hardware owned, shared or rented. */
export const whatIf: Section = {
  id: 'what-if',
  title: 'The same project otherwise',
  isShown: (facts) => facts.whatIf !== undefined,
  render,
};

async function render(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const otherwise = facts.whatIf;
  if (otherwise === undefined) return html`<p>Nothing can be said of it from these logs.</p>`;
  return html`${advice(otherwise, facts)}${await parts(otherwise, facts, draw)}`;
}

async function parts(otherwise: WhatIf, facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const having = otherwise.hardware && (await hardware(otherwise.hardware, draw));
  return html`${await searches(otherwise, facts, draw)}${having}`;
}
