import { html } from '../render/html.ts';
import { cautionLine } from './answer/caution-line.ts';
import { cautions } from './answer/cautions.ts';
import { equivalents } from './answer/equivalents.ts';
import { glossary } from './answer/glossary.ts';
import { keyFigures } from './answer/key-figures.ts';
import { lostWork } from './answer/lost-work.ts';
import { multiples } from './answer/multiples.ts';
import { tierRules } from './answer/tier-rules.ts';
import { tiersChart } from './answer/tiers-chart.ts';
import { tiersTable } from './answer/tiers-table.ts';
import type { Section } from './section.ts';

/** What the project took, what of it one model took, and what was lost. */
export const answer: Section = {
  id: 'answer',
  title: 'The answer',
  render: async (facts, draw) => html`
${keyFigures(facts)}
${cautionLine(facts)}
${await tiersChart(facts, draw)}
<div class="findings">${multiples(facts)}${lostWork(facts)}</div>
${cautions(facts)}
${tiersTable(facts)}
${tierRules(facts)}
${equivalents(facts)}
${glossary()}`,
};
