import type { ProjectFacts } from '../../model/facts.ts';
import { amount, counted, percent } from '../render/format.ts';
import { type Html, html } from '../render/html.ts';
import { captioned } from '../render/table.ts';
import type { Section } from './section.ts';
import { cardsOf, type Place } from './sweep-table/cards.ts';
import { columnsOf, sweepRow } from './sweep-table/row.ts';

const MOST_ROWS = 500;

/** Every sweep with what it took and cost; each unfolds to its card: what it tried and came to, and why it is believed to be one. */
export const sweepTable: Section = { id: 'sweeps', title: 'The sweeps', render };

function render(facts: ProjectFacts): Html {
  if (facts.sweeps.length === 0) {
    return html`<p>No sweep was found: no runs that vary hyperparameters around one experiment were submitted close enough to each other, as far as the logs show.</p>`;
  }
  const shown = chosen(facts);
  const { cards, drawn } = cardsOf(facts, namedFirst(facts, shown));
  const largest = Math.max(...shown.map(({ costed }) => costed.usage.gpuHours));
  const hasBest = shown.some(({ index }) => facts.bestOf(index) !== undefined);
  const rows = shown.map(({ costed, index }) =>
    sweepRow(costed, { largest, hasBest, best: facts.bestOf(index), card: cards.get(index) as Html }),
  );
  return html`${introduction(facts, { shown: shown.length, drawn, hasBest })}${captioned({
    id: 'sweep-list',
    caption: caption(facts.sweeps.length, shown.length),
    columns: columnsOf(hasBest),
    rows,
    filter: 'sweeps',
  })}`;
}

const caption = (all: number, shown: number): Html =>
  html`Sweeps by GPU-hours.${all > shown && html` The largest ${counted(shown, 'sweep')} are shown; ${counted(all - shown, 'more is', 'more are')} in sweeps.csv.`}
Coverage: the share of all combinations of the values that was tried. Confidence: how sure it is that these runs belong together.`;

/** The largest sweeps, and those that the tiers of the answer point to. */
function chosen(facts: ProjectFacts): Place[] {
  const isNamed = namedIn(facts);
  const places = facts.sweeps.map((costed, index) => ({ costed, index }));
  const bySize = places.sort(
    (a, b) => b.costed.usage.gpuHours - a.costed.usage.gpuHours || (a.costed.sweep.id < b.costed.sweep.id ? -1 : 1),
  );
  return bySize.filter((place, rank) => rank < MOST_ROWS || isNamed(place));
}

function namedIn({ tiers }: ProjectFacts): (place: Place) => boolean {
  const named = new Set([tiers.singleModel.sweepId, tiers.singleTune.sweepId]);
  return ({ costed }) => named.has(costed.sweep.id);
}

/** In the order in which they are worth a drawing: those that the answer points to, then the largest. */
function namedFirst(facts: ProjectFacts, places: readonly Place[]): Place[] {
  const isNamed = namedIn(facts);
  return [...places.filter(isNamed), ...places.filter((place) => !isNamed(place))];
}

interface Shown {
  readonly shown: number;
  readonly drawn: number;
  readonly hasBest: boolean;
}

function introduction({ sweeps, usage }: ProjectFacts, shown: Shown): Html {
  const attempts = sweeps.reduce((sum, sweep) => sum + sweep.usage.attempts, 0);
  const hours = sweeps.reduce((sum, sweep) => sum + sweep.usage.gpuHours, 0);
  const others = usage.attempts - attempts;
  const rest = others > 0 ? `; ${counted(others, 'attempt')} belong to none` : '';
  const held = hours > 0 ? ` and ${amount(hours)} GPU-hours (${percent(hours / usage.gpuHours)} of the project)` : '';
  const average = sweeps.length > 1 ? ` of ${amount(attempts / sweeps.length)} attempts on average` : '';
  return html`<p>${counted(sweeps.length, 'sweep')}${average} ${sweeps.length === 1 ? 'holds' : 'hold'}
${counted(attempts, 'attempt')}${held}${rest}. Each
unfolds to what it tried and came to, and to why its runs were taken to be one sweep.${aboutDrawings(shown)}</p>`;
}

function aboutDrawings({ shown, drawn, hasBest }: Shown): Html {
  if (drawn === 0) return html``;
  const few =
    drawn < shown &&
    ` The runs of ${counted(drawn, 'sweep')} are drawn, the largest and those that the answer points to; more would make this page too large.`;
  const hours =
    !hasBest && ' No one metric is known by which to compare runs, so drawings show the hours that each took.';
  return html`${few}${hours}`;
}
