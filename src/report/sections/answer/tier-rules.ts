import type { ProjectFacts } from '../../../model/facts.ts';
import type { Tier, Tiers } from '../../../model/tier.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor } from '../../render/names.ts';
import { TIER_NAMES } from './tier-names.ts';

/** How the attempts of each tier were chosen. */
export function tierRules({ tiers }: ProjectFacts): Html {
  const names = Object.keys(TIER_NAMES) as (keyof Tiers)[];
  return html`<h3>How each tier was chosen</h3>
<dl class="terms">${names.map((name) => html`<div><dt>${TIER_NAMES[name]}</dt><dd>${linked(tiers[name])}</dd></div>`)}</dl>`;
}

/** The rule, with the sweep that it names as a link to it; where it names none, the link stands behind. */
function linked({ rule, sweepId }: Tier): Html {
  if (sweepId === undefined) return html`${rule}`;
  const link = html`<a href="#${anchor(sweepId)}">${sweepId}</a>`;
  const at = rule.indexOf(sweepId);
  return at < 0 ? html`${rule} (${link})` : html`${rule.slice(0, at)}${link}${rule.slice(at + sweepId.length)}`;
}
