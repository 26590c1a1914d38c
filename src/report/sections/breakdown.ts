import type { ProjectFacts } from '../../model/facts.ts';
import type { Share } from '../../model/usage.ts';
import { bar } from '../render/bar.ts';
import type { DrawChart } from '../render/charts.ts';
import { amount, counted, grouped, percent } from '../render/format.ts';
import { type Html, html } from '../render/html.ts';
import { modelName, named } from '../render/names.ts';
import { outcomeOf } from '../render/outcome.ts';
import { captioned, cell, type Row } from '../render/table.ts';
import { largestLosses } from './breakdown/largest-losses.ts';
import { trackedRuns } from './breakdown/tracked-runs.ts';
import { weekMap } from './breakdown/week-map.ts';
import type { Section } from './section.ts';

const MOST_ROWS = 40;

/** What was lost and where, and which outcomes, hardware, people and hours of the week the GPU-hours went to. */
export const breakdown: Section = { id: 'where-it-went', title: 'Where it went', render };

interface Split {
  readonly id: string;
  readonly head: string;
  readonly caption: string;
  readonly shares: readonly Share[];
  readonly name: (key: string) => Html;
  readonly colour?: (key: string) => string;
}

async function render(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const { byState, byModel, byUser } = facts;
  return html`
${largestLosses(facts)}
<h3>By outcome, hardware and user</h3>
${split({ id: 'by-outcome', head: 'Outcome', caption: 'GPU-hours by how the attempts ended.', shares: byState, name: outcomeLabel, colour: (key) => outcomeOf(key).colour })}
${split({ id: 'by-hardware', head: 'Hardware', caption: 'GPU-hours by hardware.', shares: byModel, name: (key) => named(modelName(key)) })}
${split({ id: 'by-user', head: 'User', caption: 'GPU-hours by user.', shares: byUser, name: (key) => (key === '' ? html`not stated` : named(key)) })}
${await weekMap(facts, draw)}
${trackedRuns(facts)}`;
}

const outcomeLabel = (key: string): Html => html`${outcomeOf(key).label}`;

function split({ id, head, caption, shares, name, colour }: Split): Html {
  const sorted = [...shares].sort(
    (a, b) => b.gpuHours - a.gpuHours || b.attempts - a.attempts || (a.key < b.key ? -1 : 1),
  );
  const all = sorted.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  if (sorted.length === 0) return html`<p>${caption} None are known.</p>`;
  const rows = sorted.slice(0, MOST_ROWS).map((share) => row(share, name(share.key), all, colour?.(share.key)));
  return captioned({
    id,
    caption,
    columns: [
      { head, kind: 'prose' },
      { head: 'Attempts', kind: 'number' },
      { head: 'GPU-hours', kind: 'number' },
      { head: 'Share', kind: 'share' },
    ],
    rows: [...rows, ...remainder(sorted.slice(MOST_ROWS), all)],
  });
}

const row = ({ attempts, gpuHours }: Share, name: Html, all: number, colour?: string): Row => ({
  cells: [
    cell(name),
    cell(grouped(attempts)),
    cell(amount(gpuHours)),
    cell(html`<span>${percent(gpuHours / all)}</span>${bar(gpuHours / all, colour)}`),
  ],
});

/** Rows beyond the limit, as one. */
function remainder(shares: readonly Share[], all: number): Row[] {
  if (shares.length === 0) return [];
  const attempts = shares.reduce((sum, share) => sum + share.attempts, 0);
  const gpuHours = shares.reduce((sum, share) => sum + share.gpuHours, 0);
  return [row({ key: '', attempts, gpuHours }, html`${counted(shares.length, 'other')}`, all)];
}
