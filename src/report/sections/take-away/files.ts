import { type Html, html } from '../../render/html.ts';
import { captioned, cell } from '../../render/table.ts';

/** What `report` writes beside the page. */
const FILES = [
  [
    'jobs.csv',
    'every attempt with its hours, cost, sweep and parameters; times are UTC. runledger reads it back with the same totals',
  ],
  ['sweeps.csv', 'every sweep with its parameters and costs'],
  ['rejects.csv', 'every record that could not be read, with file, line and reason'],
  ['report.json', 'all figures of this page with their ranges and what they rest on'],
  ['statement.md', 'the statement, the answers to checklists, and where each number stands in report.json'],
  ['statement.tex', 'the same for \\input{statement} in a paper, without a package'],
] as const;

/** Links to the files beside the page, as long as they are kept together. */
export const files = (): Html => html`<h3>The figures as files</h3>
${captioned({
  id: 'files',
  caption: 'Files that were written beside this page.',
  columns: [{ head: 'File' }, { head: 'What it holds', kind: 'prose' }],
  rows: FILES.map(([name, holds]) => ({ cells: [cell(html`<a href="${name}">${name}</a>`), cell(holds)] })),
})}`;
