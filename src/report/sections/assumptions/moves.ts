import type { ProjectFacts } from '../../../model/facts.ts';
import type { Rate } from '../../../model/method.ts';
import type { CauseShare, Costs } from '../../../model/tier.ts';
import { percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

/** Figures in the order in which one follows from another: a constant is shown by the first that it moves. */
const FIGURES = [
  ['energyKwh', 'energy'],
  ['co2eKg', 'CO₂e'],
  ['cloudUsd', 'cloud rent'],
  ['electricityUsd', 'electricity'],
] as const satisfies readonly (readonly [keyof Costs, string])[];

/** How much the project's figures move with a constant: with each cause of its range from one end to the other. Constants that share a cause move together, so each shows what they all do. */
export function moves(
  { name, causes }: Rate,
  { causes: ofFigures, costs }: Pick<ProjectFacts, 'causes' | 'costs'>,
): Html {
  const named = causes?.map(({ cause }) => cause) ?? [name];
  const lines = named.flatMap((cause) => {
    for (const [key, title] of FIGURES) {
      const found = ofFigures?.[key].find((each) => each.cause === cause);
      if (found !== undefined && found.high > found.low) return [line(title, found, costs[key].value, cause, name)];
    }
    return [];
  });
  return lines.length === 0 ? html`–` : html`<ul class="bases">${lines}</ul>`;
}

const line = (title: string, { low, high }: CauseShare, value: number, cause: string, name: string): Html =>
  html`<li>${title} <span class="ends">${change(low / value)} to ${change(high / value)}</span>${cause !== name && html` <small>(${cause})</small>`}</li>`;

/** `−31%`, `+45%`, `0%`. */
function change(ratio: number): string {
  if (!Number.isFinite(ratio)) return '–';
  const size = percent(Math.abs(ratio - 1));
  if (size === '0%') return size;
  return `${ratio < 1 ? '−' : '+'}${size}`;
}
