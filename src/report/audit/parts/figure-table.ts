import type { AuditedFigure, AuditFacts, FigureVerdict } from '../../../model/audit.ts';
import { percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { VERDICTS } from '../words.ts';

const SEVERITY: Readonly<Record<FigureVerdict, string>> = {
  holds: '',
  fails: 'severity error',
  'holds-otherwise': 'severity warning',
  unchecked: 'severity info',
};

/** Every figure with its verdict and how far it could be wrong unnoticed. */
export const figureTable = ({ figures }: AuditFacts): Html =>
  captioned({
    id: 'figure-list',
    caption:
      'Every printed figure. The last column says by how much it could be wrong without any sum noticing: the rounding of what it is computed with.',
    filter: 'figures',
    columns: [
      { head: 'Figure', kind: 'prose' },
      { head: 'Printed', kind: 'prose' },
      { head: 'Where', kind: 'prose' },
      { head: 'Verdict', kind: 'prose' },
      { head: 'Sums', kind: 'number' },
      { head: 'Unnoticed', kind: 'number' },
    ],
    rows: figures.map(row),
  });

const row = ({ title, says, at, verdict, note, checks, resolution }: AuditedFigure): Row => ({
  cells: [
    cell(title),
    cell(says),
    cell(at.join(', ')),
    cell(
      html`<span class="${SEVERITY[verdict]}">${VERDICTS[verdict]}</span>${note !== undefined && html`<span class="range">${note}</span>`}`,
    ),
    cell(checks.length, checks.length),
    cell(unnoticed(resolution), resolution),
  ],
});

/** `3.8%`, `×1.97`, or all of it. */
function unnoticed(resolution: number): string {
  if (!Number.isFinite(resolution)) return 'anything';
  return resolution < 1.5 ? percent(resolution - 1) : `×${resolution.toFixed(2)}`;
}
