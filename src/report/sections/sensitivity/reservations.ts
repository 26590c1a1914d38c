import type { Sensitivity } from '../../../model/sensitivity.ts';
import { type Html, html } from '../../render/html.ts';
import { toldOf } from './told.ts';

/** How the figures were made and what they do not say. */
export function reservations({ sweeps }: Sensitivity): Html {
  const all = sweeps.flatMap(({ effects, cost }) => [effects, cost]);
  if (!all.some((effects) => toldOf(effects).length > 0)) return html``;
  const isForest = all.some((effects) => effects?.method === 'forest' && toldOf(effects).length > 0);
  return html`<details class="data"><summary>How this was worked out, and what it does not say</summary>
<ul>
<li>Effects are of the values that were tried, and of no others. A parameter tried at two values close together can matter and not show.</li>
<li>Shares: analysis of variance of main effects, sums of squares of type II; in a complete grid that is exactly functional ANOVA.
ω² is the share without what chance adds to it. Numbers that took too many values are put into four groups of about as many runs.</li>
${isForest && html`<li>Searches of 50 configurations and more that are no grid: shares are functional ANOVA of a random forest, over the values as they were tried; “–” where the forest does not predict configurations that it has not seen.</li>`}
<li>p: residuals are put into up to 999 other orders (Freedman and Lane), beside the parameters that matter. Combinations of values that were repeated without being a grid count once, with the mean of their runs; what was tried independently of these is judged by runs.</li>
<li>Means by value are what they would be were all other parameters the same.</li>
<li>Failed runs are in no figure but those of failures. If a parameter makes runs fail, what is left of them is a choice.</li>
</ul></details>`;
}
