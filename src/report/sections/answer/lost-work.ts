import { type Range, scaleRange } from '../../../model/estimate.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { JobState } from '../../../model/job-state.ts';
import type { Share } from '../../../model/usage.ts';
import { strip } from '../../render/bar.ts';
import { legend } from '../../render/figure.ts';
import { amount, counted, percent, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { OUTCOME_ORDER, outcomeOf } from '../../render/outcome.ts';

/** GPU-hours of attempts whose work was lost: how much, by which outcome, and what share of the cloud rent that is. */
export function lostWork({ byState, costs }: ProjectFacts): Html {
  const all = byState.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const heading = html`<h3>Work that did not complete</h3>`;
  if (!(all > 0)) return html`${heading}<p>No GPU-hours were used.</p>`;
  const lost = byState.filter(({ key }) => outcomeOf(key).isLost);
  const hours = lost.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  const attempts = lost.reduce((sum, share) => sum + share.attempts, 0);
  const share = hours > 0 ? `${amount(hours)} GPU-hours (${percent(hours / all)})` : 'No GPU-hours';
  const told = hours === 0 && attempts > 0 ? ', as far as the logs tell,' : '';
  return html`${heading}
<div class="outcomes"><p><b>${share}</b>${told} went to ${attempts === 0 ? 'attempts' : counted(attempts, 'attempt')} that failed, were cancelled,
timed out, ran out of memory, were preempted or requeued, or lost their node.${hours > 0 && worth(costs.cloudUsd, hours / all)}</p>
${outcomeStrip(byState, all)}</div>`;
}

const worth = (cloud: Range, share: number): Html => html` At the project’s mean rent that is
<b>${usdSpan(scaleRange(cloud, share))}</b>. Not all of it was wasted: the logs do not show what checkpoints kept.`;

function outcomeStrip(byState: readonly Share[], all: number): Html {
  const position = (share: Share) => OUTCOME_ORDER.indexOf(share.key as JobState);
  const shown = byState.filter(({ gpuHours }) => gpuHours > 0).sort((a, b) => position(a) - position(b));
  const keys = shown.map(({ key, gpuHours }) => {
    const { label, colour } = outcomeOf(key);
    return { colour, label: `${label} ${percent(gpuHours / all)}` };
  });
  return html`${strip(shown.map(({ key, gpuHours }) => ({ share: gpuHours / all, colour: outcomeOf(key).colour })))}${legend(keys)}`;
}
