import type { LogCheck, LogComparison } from '../../../model/audit.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { loggedOf, placesOf, UNCOSTED, VERDICTS } from '../words.ts';

const SEVERITY = { holds: '', 'holds-otherwise': 'severity warning', fails: 'severity error' } as const;

/** The claim held against logs: figure by figure, what the logs cover, and what the claim leaves out. */
export function logs({ checks, untold, uncosted, coverage, leftOut }: LogComparison): Html {
  const failing = checks.filter(({ verdict }) => verdict === 'fails').length;
  const unsaid = untold.filter((title) => !uncosted.includes(title));
  return html`
<p class="lead">${checks.length === 0 ? 'The claim has no entry that logs can tell of.' : html`<b>${counted(checks.length - failing, 'figure')} of ${checks.length}</b> that the logs tell agree with them.`}</p>
${checks.length > 0 && table(checks)}
${unsaid.length > 0 && html`<p>The logs do not tell: ${unsaid.join('; ')}.</p>`}
${uncosted.length > 0 && html`<p>Not compared: ${uncosted.join('; ')}, as ${UNCOSTED}.</p>`}
<h3>What the logs cover</h3>
<ul>${coverage.map((sentence) => html`<li>${sentence}</li>`)}</ul>
${
  leftOut.length > 0 &&
  html`<h3>What the claim leaves out</h3>
<ul>${leftOut.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
}`;
}

const table = (checks: readonly LogCheck[]): Html =>
  captioned({
    id: 'log-list',
    caption: 'What is printed and what the logs say, in the same unit.',
    columns: [
      { head: 'Figure', kind: 'prose' },
      { head: 'Printed', kind: 'prose' },
      { head: 'Logs', kind: 'number' },
      { head: 'Verdict', kind: 'prose' },
    ],
    rows: checks.map(row),
  });

const row = (check: LogCheck): Row => ({
  cells: [
    cell(check.title),
    cell(`${check.says}${placesOf(check.at)}`),
    cell(loggedOf(check)),
    cell(
      html`<span class="${SEVERITY[check.verdict]}">${VERDICTS[check.verdict]}</span>${check.note !== undefined && html`<span class="range">${check.note}</span>`}`,
    ),
  ],
});
