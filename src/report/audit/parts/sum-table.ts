import type { AuditedCheck, AuditFacts } from '../../../model/audit.ts';
import { printSpan } from '../../../model/print-number.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { gapOf, OUTCOMES } from '../words.ts';

const SEVERITY = { holds: '', vague: 'severity info', otherwise: 'severity warning', fails: 'severity error' } as const;

/** Every equation between printed figures, with both of its sides. */
export const sumTable = ({ checks, figures }: AuditFacts): Html =>
  checks.length === 0
    ? html`<p>Nothing in the claim follows from anything else in it.</p>`
    : captioned({
        id: 'sum-list',
        caption:
          'Every sum between printed figures: what is printed, and what the other figures give within their rounding. The difference is that of the printed digits themselves.',
        filter: 'sums',
        columns: [
          { head: 'Sum', kind: 'prose' },
          { head: 'Printed', kind: 'number' },
          { head: 'Recomputed', kind: 'number' },
          { head: 'Difference', kind: 'number' },
          { head: 'Outcome', kind: 'prose' },
        ],
        rows: checks.map((check) => row(check, figures.find(({ id }) => id === check.figures[0])?.title ?? '')),
      });

function row(check: AuditedCheck, title: string): Row {
  const { sum, why, print, printed, recomputed, relation, gap, outcome, assumption } = check;
  const isOrder = relation === '≤';
  return {
    cells: [
      cell(html`${sum}<span class="range">${title}</span><span class="range">${why}</span>`),
      cell(isOrder ? '–' : printSpan(print, printed)),
      cell(isOrder ? '–' : printSpan(print, recomputed)),
      cell(isOrder ? '–' : gapOf(check), isOrder ? Number.NaN : gap),
      cell(
        html`<span class="${SEVERITY[outcome]}">${OUTCOMES[outcome]}</span>${assumption !== undefined && html`<span class="range">${outcome === 'fails' && 'it looks as '}if ${assumption}</span>`}`,
      ),
    ],
  };
}
