import type { AuditFacts, Finding } from '../../../model/audit.ts';
import { counted, grouped } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { checksOf, failureOf, headOf, mendingOf, placesOf, sumOf, tally } from '../words.ts';

/** The counts, each finding with what would mend it, and what cannot be checked. */
export function verdict(facts: AuditFacts): Html {
  const { findings } = facts;
  return html`
${lead(facts)}
${keyFigures(facts)}
${
  findings.length > 0 &&
  html`<div role="note" class="cautions" aria-labelledby="findings-title">
<h3 id="findings-title">${findings.length === 1 ? 'One thing does not hold' : `${grouped(findings.length)} things do not hold`}</h3>
<ul>${findings.map((finding) => html`<li>${findingItem(facts, finding)}</li>`)}</ul>
</div>`
}
${otherwise(facts)}
${unchecked(facts)}
<p>A printed number stands for the interval of its last digit: 79 for 78.5 to 79.5, $103k for $102,500 to $103,500. Counts, list prices
and constants of equations stand for themselves. Something does not hold only where what is printed and what is recomputed cannot meet.</p>`;
}

function lead(facts: AuditFacts): Html {
  const sums = counted(facts.checks.length, 'sum');
  const [fails, all] = [tally(facts, 'fails'), facts.figures.length];
  const text =
    fails === 0
      ? html`<b>Nothing contradicts itself</b> among ${counted(all, 'printed figure')}, as far as ${sums} between them show.`
      : html`<b>${grouped(fails)} of ${counted(all, 'printed figure')}</b> ${fails === 1 ? 'does' : 'do'} not hold against the others, by ${sums} between them${facts.logs !== undefined && ' and by the logs'}.`;
  return html`<p class="lead">${text}</p>`;
}

const keyFigures = (facts: AuditFacts): Html => html`<dl class="key-figures">
${keyFigure('Hold', tally(facts, 'holds'))}
${keyFigure('Do not hold', tally(facts, 'fails'))}
${keyFigure('Hold under another assumption', tally(facts, 'holds-otherwise'))}
${keyFigure('Cannot be checked', tally(facts, 'unchecked'))}
${keyFigure('Warnings of other kinds', facts.remarks.filter(({ severity }) => severity === 'warning').length)}
</dl>`;

const keyFigure = (name: string, count: number): Html => html`<div><dt>${name}</dt><dd>${grouped(count)}</dd></div>`;

function findingItem(facts: AuditFacts, finding: Finding): Html {
  const checks = checksOf(facts, finding);
  return html`<strong>${headOf(finding, checks)}</strong>
<ul>${checks.map((check) => html`<li>${failureOf(check)}</li>`)}</ul>
${mendingOf(finding).join(' ')}`;
}

function otherwise({ checks }: AuditFacts): Html | false {
  const found = checks.filter(({ outcome }) => outcome === 'otherwise');
  return (
    found.length > 0 &&
    html`<h3>Holds under another assumption</h3>
<ul>${found.map((check) => html`<li>${sumOf(check)}. It holds if ${check.assumption}.</li>`)}</ul>`
  );
}

function unchecked({ figures }: AuditFacts): Html | false {
  const found = figures.filter(({ verdict }) => verdict === 'unchecked');
  return (
    found.length > 0 &&
    html`<h3>Cannot be checked</h3>
<p>Nothing in the claim that holds says the same, so an error in these would not show:</p>
<ul>${found.map(({ title, says, at, note }) => html`<li>${title}, “${says}”${placesOf(at)}: ${note}</li>`)}</ul>`
  );
}
