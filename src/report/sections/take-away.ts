import { html } from '../render/html.ts';
import type { Section } from './section.ts';
import { citations } from './take-away/citations.ts';
import { files } from './take-away/files.ts';
import { statementText } from './take-away/statement-text.ts';

/** What a reader takes along: the statement for a paper, the files, and what to cite. */
export const takeAway: Section = {
  id: 'take-away',
  title: 'To take away',
  render: (facts) => html`
${statementText(facts)}
${files()}
${citations(facts)}`,
};
