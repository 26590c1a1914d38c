import type { ProjectFacts } from '../../model/facts.ts';
import { counted } from './format.ts';
import { headline } from './headline.ts';
import { type Html, html } from './html.ts';
import type { Locale } from './locale.ts';
import { named } from './names.ts';
import { days } from './time.ts';
import { verdict } from './verdict.ts';

/** The head of the page: the project, its headline figures, and the way to the parts. */
export function masthead(
  facts: ProjectFacts,
  parts: readonly { readonly id: string; readonly title: string }[],
  locale: Locale,
): Html {
  const { project, inputs, method, chosenBy } = facts;
  const ratio = verdict(facts);
  const span = Number.isFinite(project.start) ? `${days(project.start, project.end)} (UTC) · ` : '';
  return html`<header class="masthead">
<p class="eyebrow">Compute report</p>
<h1>${named(project.name)}</h1>
${ratio !== undefined && html`<p class="verdict">${ratio}.</p>`}
<p class="headline" data-copy="headline">${headline(facts)}</p>
<p class="particulars">${span}from ${counted(inputs.length, 'log file')} · assumptions: ${method.name}${chosenBy !== undefined && ` · only attempts chosen by ${chosenBy.join(', ')}`}${locale === 'de' && ' · numbers in German notation: 1,234.5'}</p>
<nav aria-label="Parts of this report"><ol>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
</header>`;
}
