import type { CostedSweep, ProjectFacts } from '../../../model/facts.ts';
import type { Loss } from '../../../model/loss.ts';
import { bar } from '../../render/bar.ts';
import { amount, counted, grouped, percent, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { outcomeOf } from '../../render/outcome.ts';
import { captioned, cell } from '../../render/table.ts';

const MOST_CHARACTERS = 80;
/** Ways of losing that are named of one item. */
const MOST_WAYS = 2;

/** The sweeps and single runs that lost the most to attempts that did not complete, each with what it cost. */
export function largestLosses(facts: ProjectFacts): Html {
  const { losses } = facts;
  const heading = html`<h3>The largest losses</h3>`;
  if (losses.largest.length === 0) return html`${heading}<p>${nothingLost(facts)}</p>`;
  return html`${heading}
${captioned({
  id: 'losses',
  caption: caption(facts),
  columns: [
    { head: 'Sweep or run', kind: 'prose' },
    { head: 'GPU-hours lost', kind: 'number' },
    { head: 'Share of all that was lost', kind: 'share' },
    { head: 'Cloud rent', kind: 'number' },
    { head: 'Attempts', kind: 'number' },
    { head: 'How', kind: 'prose' },
  ],
  rows: losses.largest.map((loss) => ({
    cells: [
      cell(nameOf(facts, loss)),
      cell(amount(loss.gpuHours), loss.gpuHours),
      cell(shareOf(loss.gpuHours / losses.gpuHours)),
      cell(usdSpan(loss.cloudUsd), loss.cloudUsd.value),
      cell(grouped(loss.attempts)),
      cell(waysOf(loss)),
    ],
  })),
})}`;
}

/** Attempts that did not complete may have no hours, or none that the logs tell. */
function nothingLost({ byState }: ProjectFacts): string {
  const lost = byState.filter(({ key }) => outcomeOf(key).isLost).reduce((sum, { attempts }) => sum + attempts, 0);
  if (lost === 0) return 'No attempt is known to have failed, crashed, or been cancelled or cut off.';
  return `The ${counted(lost, 'attempt that did not complete', 'attempts that did not complete')} held no GPU for a time that the logs tell.`;
}

function caption({ losses }: ProjectFacts): Html {
  const { largest, items, gpuHours } = losses;
  const named = largest.reduce((sum, loss) => sum + loss.gpuHours, 0);
  const these =
    items > largest.length
      ? `The ${largest.length} largest of ${counted(items, 'sweep and single run', 'sweeps and single runs')}`
      : 'All sweeps and single runs';
  return html`${these} that lost GPU-hours to attempts that failed, crashed, were cancelled or were cut off: ${percent(named / gpuHours)} of
the ${amount(gpuHours)} that were lost. Not all was wasted: the logs do not show what checkpoints kept.`;
}

/** A sweep leads to its row in the list; a run that is in none is known by its id. */
function nameOf({ sweeps, labelsOf, idsOf }: ProjectFacts, { sweep, attempt, row }: Loss): Html {
  if (sweep !== undefined) {
    const { id, name } = (sweeps[sweep] as CostedSweep).sweep;
    return html`<a href="#${anchor(id)}">${id}</a>${name !== id && html`<span class="name">${named(name, MOST_CHARACTERS)}</span>`}`;
  }
  const [{ name }, { jobId, jobIdRaw }] = [labelsOf(attempt), idsOf(row)];
  const id = jobId === '' ? jobIdRaw : jobId;
  return html`single run ${named(id, MOST_CHARACTERS)}${name !== '' && html`<span class="name">${named(name, MOST_CHARACTERS)}</span>`}`;
}

const shareOf = (share: number): Html => html`<span>${percent(share)}</span>${bar(share, 'var(--lost-3)')}`;

function waysOf({ byState, gpuHours }: Loss): string {
  const ways = [...byState].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first] = ways;
  if (ways.length === 1 && first !== undefined) return outcomeOf(first[0]).label;
  return ways
    .slice(0, MOST_WAYS)
    .map(([state, hours]) => `${outcomeOf(state).label} ${percent(hours / gpuHours)}`)
    .join(', ');
}
