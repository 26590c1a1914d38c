import type { Basis } from '../../../model/basis.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Rate } from '../../../model/method.ts';
import { span } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { basisLine, plain } from './basis-line.ts';

/** The constants that the figures of this page used. */
export function assumptionTable({ assumptions }: ProjectFacts): Html {
  if (assumptions.length === 0) return html`<p>No constant was needed.</p>`;
  return captioned({
    id: 'constants',
    caption: 'The constants used, with their range and what each rests on.',
    columns: [
      { head: 'What', kind: 'prose' },
      { head: 'Value', kind: 'number' },
      { head: 'Range', kind: 'number' },
      { head: 'Unit' },
      { head: 'Rests on', kind: 'prose' },
    ],
    rows: assumptions.map(row),
  });
}

const row = (rate: Rate): Row => ({
  cells: [
    cell(rate.name),
    cell(plain(rate.value)),
    cell(rate.low === rate.high ? 'fixed' : span(rate, plain)),
    cell(rate.unit === '1' ? 'ratio' : rate.unit),
    cell(html`<ul class="bases">${rate.basis.map((basis: Basis) => basisLine(basis))}</ul>`),
  ],
});
