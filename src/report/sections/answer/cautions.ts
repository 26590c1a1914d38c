import type { ProjectFacts } from '../../../model/facts.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { shortened } from '../../render/visible-text.ts';

const MOST_SHOWN = 4;
const MOST_CHARACTERS = 260;

/** What the logs could not tell, or told oddly, beside the figures that it may change; nothing when there is nothing. */
export function cautions({ diagnostics }: ProjectFacts): Html | false {
  const grave = diagnostics.filter(({ severity }) => severity !== 'info');
  if (grave.length === 0) return false;
  const rest = grave.length - MOST_SHOWN;
  return html`<div role="note" class="cautions" aria-labelledby="cautions-title">
<h3 id="cautions-title">Before you quote these figures</h3>
<ul>${grave
    .slice(0, MOST_SHOWN)
    .map(
      ({ message, count }) =>
        html`<li>${shortened(message, MOST_CHARACTERS)}${count > 1 && html` <b>×${String(count)}</b>`}</li>`,
    )}</ul>
<p><a href="#findings">${rest > 0 ? `${counted(rest, 'more finding')} of this kind, and where each was seen` : 'Where each was seen'}</a></p>
</div>`;
}
