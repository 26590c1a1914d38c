import type { ProjectFacts } from '../../../model/facts.ts';
import type { CauseShare, Costs } from '../../../model/tier.ts';
import { amount, counted, span, usd, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

interface Figure {
  readonly key: keyof Costs;
  readonly title: string;
  readonly print: (value: number) => string;
  readonly printSpan: (range: Pick<CauseShare, 'low' | 'high'> & { readonly value: number }) => string;
}

const inUnit = (key: keyof Costs, title: string, unit: string): Figure => ({
  ...{ key, title },
  print: (value) => `${amount(value)} ${unit}`,
  printSpan: (range) => `${span(range, amount)} ${unit}`,
});
const inDollars = (key: keyof Costs, title: string): Figure => ({ key, title, print: usd, printSpan: usdSpan });

const FIGURES: readonly Figure[] = [
  inDollars('cloudUsd', 'Cloud rent'),
  inUnit('energyKwh', 'Energy', 'kWh'),
  inUnit('co2eKg', 'Emissions', 'kg CO₂e'),
  inDollars('electricityUsd', 'Electricity'),
];

const MOST_CAUSES = 8;

/** How far each cause alone moves each figure of the project, the farthest first, and how far all of them do. */
export function tornado({ causes, costs }: ProjectFacts): Html {
  const drawn = FIGURES.flatMap((figure) => {
    const found = (causes?.[figure.key] ?? []).filter(({ low, high }) => high > low);
    return found.length === 0 ? [] : [chart(figure, costs[figure.key], found)];
  });
  if (drawn.length === 0) return html``;
  return html`<figure class="drawing">${drawn}
<figcaption>How far each cause alone moves the project’s figures, while all others are at their middle, which the line marks; last, how far
all of them together do. A figure’s bars have one scale, from zero.</figcaption></figure>`;
}

interface Bounds {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

function chart(figure: Figure, total: Bounds, causes: readonly CauseShare[]): Html {
  const byReach = [...causes].sort((a, b) => b.high - b.low - (a.high - a.low) || (a.cause < b.cause ? -1 : 1));
  const [shown, others] = [byReach.slice(0, MOST_CAUSES), byReach.slice(MOST_CAUSES)];
  const most = Math.max(total.high, ...causes.map(({ high }) => high));
  const row = (label: string, range: Pick<Bounds, 'low' | 'high'>, name: string): Html => html`<li class="${name}">
<span class="cause">${label}</span>${reach(range, total.value, most)}<span class="ends">${figure.printSpan({ ...range, value: total.value })}</span></li>`;
  return html`<div class="tornado"><p>${figure.title}: <b>${figure.print(total.value)}</b></p>
<ul>${shown.map((each) => row(each.cause, each, 'one'))}${row('all together', total, 'all')}</ul>
${others.length > 0 && html`<p><small>${counted(others.length, 'more cause')} of less reach ${others.length === 1 ? 'is' : 'are'} not drawn.</small></p>`}</div>`;
}

/** A bar from one end to the other, with a line at the middle figure. */
function reach({ low, high }: Pick<Bounds, 'low' | 'high'>, value: number, most: number): Html {
  const at = (amount: number): number => Math.round((1000 * amount) / most) / 10;
  const [from, middle, to] = [at(low), at(value), at(high)];
  return html`<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none"><path class="less" d="M${from} 1H${middle}V9H${from}z"/><path class="more" d="M${middle} 1H${to}V9H${middle}z"/><path class="middle" d="M${middle} 0V10"/></svg>`;
}
