import type { Citation } from '../../../model/basis.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import { type Html, html } from '../../render/html.ts';
import { cited } from '../../render/names.ts';
import { tex } from '../../statement/tex.ts';

/** How to cite the report, and the sources of its constants. */
export function citations(facts: ProjectFacts): Html {
  const sources = sourcesOf(facts);
  return html`<h3>How to cite</h3>
<p>Name the program with its version and the method, since both decide the figures:</p>
<pre class="as-text" translate="no" data-copy="entry">${entry(facts)}</pre>
${
  sources.length > 0 &&
  html`<p>The figures rest on these sources; cite those that matter to yours:</p>
<ul class="sources">${sources.map((source) => html`<li>${cited(source)}</li>`)}</ul>`
}`;
}

/** An entry for BibTeX. It names no year: the same logs give the same page in any. */
const entry = ({ generator, method, assumptions }: ProjectFacts): string => `@software{runledger,
  title   = {runledger: what a research project took, from its job logs},
  version = {${generator.version}},
  note    = {Method ${tex(method.name.replaceAll(/[{}]/g, ''))}, ${assumptions.length} constants}
}`;

/** Published sources of the constants, each once, in the order of the constants. */
function sourcesOf({ assumptions, method }: ProjectFacts): Citation[] {
  const all = assumptions.flatMap(({ basis }) =>
    basis.flatMap((each) => (each.kind === 'table' ? [each.citation] : [])),
  );
  const study = method.published === undefined ? [] : [method.published.citation];
  return [...new Map([...study, ...all].map((source) => [`${source.source} ${source.date}`, source])).values()];
}
