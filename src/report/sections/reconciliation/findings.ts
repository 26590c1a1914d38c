import type { Diagnostic, Place } from '../../../model/diagnostic.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import { grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { shortened } from '../../render/visible-text.ts';

/** What was odd in the logs, how often, and where it was first seen. */
export function findings({ diagnostics }: ProjectFacts): Html {
  if (diagnostics.length === 0) return html`<p>Nothing odd was found in the logs.</p>`;
  return captioned({
    id: 'findings',
    caption: 'What was odd in the logs, with the first places as file:line.',
    columns: [
      { head: 'Rule' },
      { head: 'Severity' },
      { head: 'Count', kind: 'number' },
      { head: 'What was found', kind: 'prose' },
      { head: 'For example', kind: 'prose' },
    ],
    rows: diagnostics.map(row),
  });
}

const row = ({ rule, severity, count, message, examples }: Diagnostic): Row => ({
  cells: [
    cell(rule),
    cell(html`<span class="severity ${severity}">${severity}</span>`),
    cell(grouped(count)),
    cell(shortened(message, 400)),
    cell(html`${byFile(examples).map((places, index) => html`${index > 0 && html`<br>`}${placed(places)}`)}`),
  ],
});

/** Places of one file together, files in order of their first place. */
const byFile = (places: readonly Place[]): (readonly Place[])[] => {
  const files = new Map<string, Place[]>();
  for (const place of places) files.set(place.file, [...(files.get(place.file) ?? []), place]);
  return [...files.values()];
};

/** `sacct.txt:74, 76`; line 0 stands for the file as a whole. */
function placed(places: readonly Place[]): Html {
  const lines = places.filter(({ line }) => line > 0).map(({ line }) => line);
  return html`<code>${named(places[0]?.file ?? '', 200)}${lines.length > 0 && `:${lines.join(', ')}`}</code>`;
}
