import type { ProjectFacts } from '../../../model/facts.ts';
import type { FailuresByParameter, Sensitivity } from '../../../model/sensitivity.ts';
import { grouped, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { chance, keyNames, sweepLink, valueNames } from './words.ts';

/** Parameters on which it depends whether a run fails. */
export function failureList(facts: ProjectFacts, { sweeps }: Sensitivity): Html {
  const items = sweeps.flatMap(({ sweep, failures }) =>
    failures.filter(({ standing }) => standing === 'matters').map((each) => item(facts, sweep, each)),
  );
  if (items.length === 0) return html``;
  return html`<h3>What failures depend on</h3>
<p>Runs that failed, were cancelled, ran out of time or memory, or diverged, by the value of a parameter.</p>
<ul>${items}</ul>`;
}

const item = (facts: ProjectFacts, sweep: number, { keys, p, groups }: FailuresByParameter): Html =>
  html`<li>${sweepLink(facts, sweep)} <b>${keyNames(keys)}</b> (p ${chance(p)}): failed ${groups.map(
    ({ values, failed, runs }, index) =>
      html`${index > 0 && ', '}${grouped(failed)} of ${grouped(runs)} (${percent(failed / runs)}) at ${valueNames(values)}`,
  )}</li>`;
