import type { ProjectFacts } from '../../../model/facts.ts';
import { counted, fileSize, grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { captioned, cell } from '../../render/table.ts';

const MOST_ROWS = 200;

/** The files read, with the hash by which a reader can tell that they have the same ones. */
export function inputFiles({ inputs }: ProjectFacts): Html {
  if (inputs.length === 0) return html`<p>No log file was read.</p>`;
  const left = inputs.length - MOST_ROWS;
  return captioned({
    id: 'inputs',
    caption: html`${inputs.length === 1 ? 'The log file' : `The ${grouped(inputs.length)} log files`} read.${left > 0 && html` The first ${MOST_ROWS} are shown; ${counted(left, 'more is', 'more are')} in report.json.`}`,
    columns: [
      { head: 'File', kind: 'prose' },
      { head: 'Read as' },
      { head: 'Records', kind: 'number' },
      { head: 'Size', kind: 'number' },
      { head: 'SHA-256', kind: 'prose' },
    ],
    rows: inputs.slice(0, MOST_ROWS).map(({ path, source, records, bytes, sha256 }) => ({
      cells: [
        cell(named(path, 200)),
        cell(source),
        cell(grouped(records)),
        cell(fileSize(bytes)),
        cell(html`<code class="hash">${sha256}</code>`),
      ],
    })),
  });
}
