import type { ProjectFacts } from '../../../model/facts.ts';
import { type Html, html } from '../../render/html.ts';
import { acl, type Checklist, neurips } from '../../statement/checklists.ts';
import { modelCard } from '../../statement/model-card.ts';
import { appendixSentences } from '../../statement/sentences.ts';

/** The compute statement as it stands in statement.md, to copy. Its numbers stay English, as papers are, in whatever notation the page is. */
export const statementText = (facts: ProjectFacts): Html => html`<h3>The statement for a paper</h3>
<p>As it stands in statement.md, with numbers as in English.</p>
${asText('statement', appendixSentences(facts).join(' '))}
<p>Answers to what venues ask. What logs cannot tell is marked <b>[fill in]</b>.</p>
${[neurips(facts), acl(facts)].map(({ title, ...list }) => folded(title, answersText({ title, ...list })))}
${folded('Hugging Face model card, front matter', modelCard(facts))}`;

const folded = (title: string, text: string): Html =>
  html`<details class="take"><summary>${title}</summary>${asText('text', text)}</details>`;

const asText = (what: string, text: string): Html =>
  html`<pre class="as-text" translate="no" data-copy="${what}">${text}</pre>`;

const answersText = ({ answers }: Checklist): string =>
  answers.map(({ question, sentences }) => `${question}. ${sentences.join(' ')}`).join('\n\n');
