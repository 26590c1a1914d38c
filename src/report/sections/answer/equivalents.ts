import type { ProjectFacts } from '../../../model/facts.ts';
import { amount } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { cited } from '../../render/names.ts';
import { ranged } from '../../render/ranged.ts';
import { captioned, cell } from '../../render/table.ts';

/** The project's emissions in terms of what the LISA study compares with. */
export function equivalents({ equivalents: found = [] }: ProjectFacts): Html {
  const citation = found[0]?.basis.find((basis) => basis.kind === 'table')?.citation;
  if (found.length === 0 || citation === undefined) return html``;
  return html`<h3>The emissions in other terms</h3>
${captioned({
  id: 'equivalents',
  caption: html`What the project’s emissions are as much as, with what ${cited(citation)} gives for one.`,
  columns: [
    { head: 'As much as', kind: 'prose' },
    { head: 'One emits, kg CO₂e', kind: 'number' },
    { head: 'The project is', kind: 'number' },
  ],
  rows: found.map(({ name, kgEach, count }) => ({
    cells: [cell(name), cell(amount(kgEach), kgEach), cell(ranged(count, times), count.value)],
  })),
})}`;
}

/** A thousandth of a flight is told as little as a millionth. */
const times = (count: number): string => (count > 0 && count < 0.001 ? '<0.001' : amount(count));
