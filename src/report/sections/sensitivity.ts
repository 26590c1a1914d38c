import type { ProjectFacts } from '../../model/facts.ts';
import type { Sensitivity } from '../../model/sensitivity.ts';
import { amount, counted, significant } from '../render/format.ts';
import { type Html, html } from '../render/html.ts';
import type { Section } from './section.ts';
import { costTable, outcomeTable } from './sensitivity/effect-tables.ts';
import { failureList } from './sensitivity/failure-list.ts';
import { reservations } from './sensitivity/reservations.ts';
import { spreadTable } from './sensitivity/spread-table.ts';
import { hasAnyToSay } from './sensitivity/told.ts';
import { untoldSweeps } from './sensitivity/untold-sweeps.ts';

/** How far results and durations of the sweeps depend on what they varied. */
export const sensitivity: Section = {
  id: 'sensitivity',
  title: 'Sensitivity to hyperparameters',
  isShown: (facts) => facts.sensitivity !== undefined && hasAnyToSay(facts.sensitivity),
  render,
};

function render(facts: ProjectFacts): Html {
  const found = facts.sensitivity;
  if (found === undefined) return html`<p>No sweep has runs enough to say what its results depended on.</p>`;
  return html`${introduction(found)}${spreadTable(facts, found)}${outcomeTable(facts, found)}${costTable(facts, found)}${failureList(facts, found)}${untoldSweeps(facts, found)}${reservations(found)}`;
}

function introduction({ sweeps, left, tests, byChance, threshold, pairThreshold }: Sensitivity): Html {
  const tested =
    tests > 0 &&
    html` A parameter counts as one that matters where chance alone would show as large an effect at most once in
${amount(1 / threshold)} times (p\u00a0≤\u00a0${significant(threshold, 2)}; for two parameters together ${significant(pairThreshold, 2)}). ${counted(tests, 'such test was', 'such tests were')} made here: if nothing
mattered at all, about ${amount(byChance)} of them would come out so.`;
  return html`<p>How far the results of each sweep differ, which parameters they depend on, and which parameters decide how long a run
takes: ${left > 0 ? html`the ${counted(sweeps.length, 'sweep')} that held most were looked at, ${counted(left, 'more was', 'more were')} not` : html`${counted(sweeps.length, 'sweep')} of four runs and more`}.${tested}</p>`;
}
