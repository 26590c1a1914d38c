import type { AuditFacts } from '../../model/audit.ts';
import { loadCharts } from '../render/charts.ts';
import { type Html, html } from '../render/html.ts';
import { cited } from '../render/names.ts';
import { page } from '../render/page.ts';
import { figureTable } from './parts/figure-table.ts';
import { logs } from './parts/logs.ts';
import { notes } from './parts/notes.ts';
import { ownership } from './parts/ownership.ts';
import { remarks } from './parts/remarks.ts';
import { sumTable } from './parts/sum-table.ts';
import { verdict } from './parts/verdict.ts';
import { headlineOf } from './words.ts';

/** A part of the page. */
interface Part {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** An audit as one HTML file, in the frame of the report: no network, readable without script. The same facts give the same bytes. */
export async function auditHtml(facts: AuditFacts, sha256Base64: (text: string) => string): Promise<string> {
  const parts = await partsOf(facts);
  const body = html`${masthead(facts, parts)}
<main id="report">${parts.map(section)}</main>
${colophon(facts)}`;
  const title = `${facts.claim.name}: the compute it claims, recomputed`;
  return page({ title, description: headlineOf(facts), body }, sha256Base64).text;
}

/** How the hardware could be had, with its chart; the drawing libraries are loaded only for that. */
const having = async ({ ownership: owned }: AuditFacts): Promise<readonly Part[]> =>
  owned === undefined
    ? []
    : [{ id: 'having-it', title: 'Rented, owned or shared', content: await ownership(owned, await loadCharts()) }];

const partsOf = async (facts: AuditFacts): Promise<readonly Part[]> => [
  { id: 'verdict', title: 'What holds and what does not', content: verdict(facts) },
  ...(facts.logs === undefined ? [] : [{ id: 'logs', title: 'Against the logs', content: logs(facts.logs) }]),
  { id: 'remarks', title: 'What sums do not show', content: remarks(facts) },
  ...(await having(facts)),
  { id: 'figures', title: 'Figure by figure', content: figureTable(facts) },
  { id: 'sums', title: 'Every sum', content: sumTable(facts) },
  ...(facts.claim.notes.length === 0 ? [] : [{ id: 'notes', title: 'To know', content: notes(facts) }]),
];

const section = ({ id, title, content }: Part): Html => html`
<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>`;

const masthead = (facts: AuditFacts, parts: readonly Part[]): Html => html`<header class="masthead">
<p class="eyebrow">Compute audit</p>
<h1>${facts.claim.title}</h1>
<p class="headline" data-copy="headline">${headlineOf(facts)}</p>
<p class="particulars">${cited(facts.claim.citation)}</p>
<nav aria-label="Parts of this audit"><ol>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
</header>`;

const colophon = ({ generator, claim, logs: fromLogs }: AuditFacts): Html => html`<footer>
<p>Made by ${generator.name} ${generator.version}. The same claim${fromLogs !== undefined && ', logs'} and version give this file again, byte for byte:</p>
<p class="command" data-copy="command"><code>runledger audit ${claim.name}${fromLogs !== undefined && ' <log files>'}</code></p>
<p>All figures and sums of this page as data are in audit.json, beside this file.</p>
</footer>`;
