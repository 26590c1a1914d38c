import { type AuditFacts, REMARK_RULES } from '../../../model/audit.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell } from '../../render/table.ts';

/** Warnings of the classes that no sum shows, and what looked wrong and was cleared. */
export function remarks({ remarks: all }: AuditFacts): Html {
  if (all.length === 0) return html`<p>Nothing else is odd about the claim, as far as it tells.</p>`;
  return captioned({
    id: 'remark-list',
    caption:
      'What is odd besides the sums, by class. What is cleared looks wrong at first, and its rounding accounts for it.',
    columns: [
      { head: 'Class' },
      { head: 'Severity' },
      { head: 'What was found', kind: 'prose' },
      { head: 'Where', kind: 'prose' },
    ],
    rows: all.map(({ rule, severity, message, at }) => ({
      cells: [
        cell(REMARK_RULES[rule]),
        cell(html`<span class="severity ${severity === 'warning' ? 'warning' : 'info'}">${severity}</span>`),
        cell(message),
        cell(at.join('; ')),
      ],
    })),
  });
}
