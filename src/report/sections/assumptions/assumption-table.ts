import type { Basis } from '../../../model/basis.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Rate } from '../../../model/method.ts';
import { span } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { basisLine, plain } from './basis-line.ts';
import { moves } from './moves.ts';

/** The constants that the figures of this page used. */
export function assumptionTable(facts: ProjectFacts): Html {
  const { assumptions } = facts;
  if (assumptions.length === 0) return html`<p>No constant was needed.</p>`;
  return captioned({
    id: 'constants',
    caption:
      'The constants used, with their range, how far the project’s figures move with it from end to end, and what each rests on.',
    columns: [
      { head: 'What', kind: 'prose' },
      { head: 'Value and range', kind: 'number' },
      { head: 'Moves', kind: 'prose' },
      { head: 'Rests on', kind: 'prose' },
    ],
    rows: assumptions.map((rate) => row(rate, facts)),
  });
}

const row = (rate: Rate, facts: ProjectFacts): Row => ({
  cells: [
    cell(rate.name),
    cell(
      html`${plain(rate.value)} ${rate.unit === '1' ? '' : rate.unit} <span class="range">${rate.low === rate.high ? 'fixed' : span(rate, plain)}</span>`,
    ),
    cell(moves(rate, facts)),
    cell(html`<ul class="bases">${rate.basis.map((basis: Basis) => basisLine(basis))}</ul>`),
  ],
});
