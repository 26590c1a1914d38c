import type { CostedSweep, ProjectFacts } from '../../model/facts.ts';
import { amount, counted, percent } from '../render/format.ts';
import { type Html, html } from '../render/html.ts';
import { type Column, captioned } from '../render/table.ts';
import type { Section } from './section.ts';
import { sweepRow } from './sweep-table/row.ts';

const MOST_ROWS = 500;

/** Every sweep with what it varied, took and cost, and why it is believed to be one. */
export const sweepTable: Section = { id: 'sweeps', title: 'The sweeps', render };

const COLUMNS: readonly Column[] = [
  { head: 'Sweep', kind: 'prose' },
  { head: 'Parameters and evidence', kind: 'details' },
  { head: 'Kind' },
  { head: 'Start' },
  { head: 'Duration', kind: 'number' },
  { head: 'Attempts', kind: 'number' },
  { head: 'Runs', kind: 'number' },
  { head: 'GPU-hours', kind: 'number', sorted: 'descending' },
  { head: 'Cloud rent', kind: 'number' },
  { head: 'Coverage', kind: 'number' },
  { head: 'Confidence', kind: 'number' },
];

function render(facts: ProjectFacts): Html {
  if (facts.sweeps.length === 0) {
    return html`<p>No sweep was found: no set of runs varies hyperparameters around one experiment in a way the logs show.</p>`;
  }
  const shown = chosen(facts);
  const left = facts.sweeps.length - shown.length;
  const largest = Math.max(...shown.map(({ usage }) => usage.gpuHours));
  return html`${introduction(facts)}${captioned({
    id: 'sweep-list',
    caption: html`Sweeps by GPU-hours.${left > 0 && html` The largest ${counted(shown.length, 'sweep')} are shown; ${counted(left, 'more is', 'more are')} in sweeps.csv.`}
Coverage: the share of all combinations of the values that was tried. Confidence: how sure it is that these runs belong together.`,
    columns: COLUMNS,
    rows: shown.map((sweep) => sweepRow(sweep, largest)),
    filter: 'sweeps',
  })}`;
}

/** The largest sweeps, and those that the tiers of the answer point to. */
function chosen({ sweeps, tiers }: ProjectFacts): CostedSweep[] {
  const named = new Set([tiers.singleModel.sweepId, tiers.singleTune.sweepId]);
  const bySize = [...sweeps].sort((a, b) => b.usage.gpuHours - a.usage.gpuHours || (a.sweep.id < b.sweep.id ? -1 : 1));
  return bySize.filter(({ sweep }, index) => index < MOST_ROWS || named.has(sweep.id));
}

function introduction({ sweeps, usage }: ProjectFacts): Html {
  const attempts = sweeps.reduce((sum, sweep) => sum + sweep.usage.attempts, 0);
  const hours = sweeps.reduce((sum, sweep) => sum + sweep.usage.gpuHours, 0);
  const others = usage.attempts - attempts;
  const rest = others > 0 ? `; ${counted(others, 'attempt')} belong to none` : '';
  return html`<p>${counted(sweeps.length, 'sweep')} of ${amount(attempts / sweeps.length)} attempts on average hold
${counted(attempts, 'attempt')} and ${amount(hours)} GPU-hours (${percent(hours / usage.gpuHours)} of the project)${rest}. Each row
unfolds to the values tried and to why these runs were taken to be one sweep.</p>`;
}
