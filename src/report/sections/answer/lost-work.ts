import type { ProjectFacts } from '../../../model/facts.ts';
import type { JobState } from '../../../model/job-state.ts';
import type { Share } from '../../../model/usage.ts';
import { strip } from '../../render/bar.ts';
import { legend } from '../../render/figure.ts';
import { amount, counted, percent, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { endings, lostHours, OUTCOME_ORDER, outcomeOf } from '../../render/outcome.ts';

/** GPU-hours of attempts whose work was lost, what they would cost in a cloud, and what abandoned sweeps took beyond them. */
export function lostWork(facts: ProjectFacts): Html {
  const { byState, losses, usage } = facts;
  const { all, lost: hours, unknown, lostAttempts, lostHolders } = endings(byState);
  // Hours went to those that held GPUs: what was cancelled in the queue is none of them.
  const attempts = hours > 0 ? lostHolders : lostAttempts;
  if (!(all > 0))
    return html`<p>${usage.untold === undefined ? 'No GPU-hours were used.' : 'What was lost is not known: the logs do not tell the GPUs.'}</p>`;
  if (unknown === all)
    return html`<div class="outcomes"><p>What was lost is not known: the logs do not tell how attempts ended.</p>
${outcomeStrip(byState, all)}</div>`;
  const share = hours > 0 ? `${amount(hours)} GPU-hours (${percent(hours / all)})` : 'No GPU-hours';
  const told = hours === 0 && attempts > 0 ? ', as far as the logs tell,' : '';
  const worth = hours > 0 && losses.cloudUsd.high > 0 && html`: <b>${usdSpan(losses.cloudUsd)}</b> of cloud rent`;
  return html`<div class="outcomes"><p><b>${share}</b>${told} went to ${attempts === 0 ? 'attempts' : counted(attempts, 'attempt')} that failed,
crashed, ${attempts === 1 ? 'was cancelled or was' : 'were cancelled or were'} cut off${worth}.${unknown > 0 && ` How attempts with ${percent(unknown / all)} of the GPU-hours ended, the logs do not tell.`}${abandoned(facts, all)}${losses.largest.length > 0 && html` <a href="#losses">The largest losses</a>`}</p>
${outcomeStrip(byState, all)}</div>`;
}

/** What abandoned sweeps took besides the attempts that were lost, so that no hour counts twice. */
function abandoned({ sweeps }: ProjectFacts, all: number): Html | false {
  const found = sweeps.filter(({ outcome }) => outcome === 'abandoned');
  if (sweeps.length === 0) return false;
  const count = html`<a href="#abandoned">abandoned</a>`;
  if (found.length === 0) return html` No sweep was ${count}.`;
  const more = found.reduce((sum, { usage, gpuHoursByState }) => sum + usage.gpuHours - lostHours(gpuHoursByState), 0);
  const are = found.length === 1 ? 'was' : 'were';
  const beyond =
    more > 1e-9 * all
      ? html`; what did complete in ${found.length === 1 ? 'it' : 'them'} is another ${percent(more / all)}`
      : '';
  return html` <b>${counted(found.length, 'sweep')}</b> ${are} ${count}${beyond}.`;
}

function outcomeStrip(byState: readonly Share[], all: number): Html {
  const position = (share: Share) => OUTCOME_ORDER.indexOf(share.key as JobState);
  const shown = byState.filter(({ gpuHours }) => gpuHours > 0).sort((a, b) => position(a) - position(b));
  const keys = shown.map(({ key, gpuHours }) => {
    const { label, colour } = outcomeOf(key);
    return { colour, label: `${label} ${percent(gpuHours / all)}` };
  });
  return html`${strip(shown.map(({ key, gpuHours }) => ({ share: gpuHours / all, colour: outcomeOf(key).colour })))}${legend(keys)}`;
}
