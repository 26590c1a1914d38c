import { html } from '../render/html.ts';
import { assumptionTable } from './assumptions/assumption-table.ts';
import { byHand } from './assumptions/by-hand.ts';
import { causesOfRanges } from './assumptions/causes.ts';
import { measured } from './assumptions/measured.ts';
import { standIns } from './assumptions/stand-ins.ts';
import { supports } from './assumptions/supports.ts';
import type { Section } from './section.ts';

/** Every constant behind the figures with its source, and the sums by which a reader checks them. */
export const assumptions: Section = {
  id: 'assumptions',
  title: 'Assumptions',
  render: (facts) => html`
<p>The GPU-hours come from the logs. Energy, emissions and money follow from them by the constants below, the set named
<b>${facts.method.name}</b>: ${facts.method.title}.</p>
${assumptionTable(facts)}
${standIns(facts)}
${measured(facts)}
${causesOfRanges(facts)}
${byHand(facts)}
${supports(facts)}`,
};
