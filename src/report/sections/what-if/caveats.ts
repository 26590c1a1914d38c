import type { WhatIf } from '../../../model/what-if.ts';
import { counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';

/** What replays cannot tell, beside their figures. */
export function caveats({ sweeps, families }: WhatIf): Html {
  const learned = sweeps.some(({ kind }) => kind === 'adaptive');
  const fed = families.reduce((sum, family) => sum + family.length, 0);
  return html`<div class="limits"><p><b>What no replay can tell.</b> Read all of these figures with it.</p>
<ul>
<li>Only what was really run can be drawn. That random search may beat a grid by trying other values cannot show.</li>
<li>The best is the best that was seen: with noise, part of its lead is luck, and losses against it are overstated.</li>
<li>Rows marked “in hindsight” stop when a result is reached that one only knows to be good now.</li>
<li>Runs of which nothing tells that they repeat each other count as configurations of their own.</li>
${learned && html`<li>The values of adaptive searches were chosen by earlier results: a random order of them is better than random values would have been.</li>`}
<li>What one search finds often shapes the next, so savings do not add up over a project.${fed > 0 && html` ${counted(fed, 'of these sweeps', 'of these sweeps')} refine one another, as far as the logs show; of each such family only the largest saving is ever added.`}</li>
<li>GPU-hours saved are dollars saved only where they are rented.</li>
</ul></div>`;
}
