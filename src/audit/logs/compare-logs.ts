import type { Interval, LogCheck, LogComparison } from '../../model/audit.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { printAs } from '../../model/print-number.ts';
import type { Figure } from '../claim-figures.ts';
import { overlap, point } from '../interval.ts';
import { loosely } from '../judge.ts';
import { coverageOf } from './coverage.ts';
import { leftOutBy } from './left-out.ts';
import { type Logged, loggedValues } from './logged-values.ts';

/** Holds the figures of a claim against what logs say, and says what the logs cover and the claim leaves out. */
export function compareLogs(claim: PaperClaim, figures: readonly Figure[], facts: ProjectFacts): LogComparison {
  const checks: LogCheck[] = [];
  const untold: string[] = [];
  for (const [key, entry] of Object.entries(claim.entries)) {
    if (entry.scope === undefined) continue;
    const values = loggedValues(facts, entry, claim.method === facts.method.name);
    for (const figure of figures.filter(({ name }) => name.startsWith(`${key}.`))) {
      const said = values.get(figure.name.slice(key.length + 1));
      if (said === undefined) untold.push(figure.title);
      else checks.push(compare(figure, said));
    }
  }
  const coverage = coverageOf(claim, facts, spanIn(claim, figures));
  return { checks, untold: [...new Set(untold)], coverage, leftOut: leftOutBy(claim, facts) };
}

/** The span of the project that a claim names. */
function spanIn({ entries }: PaperClaim, figures: readonly Figure[]): Interval | undefined {
  const project = Object.entries(entries).find(([, { scope }]) => scope === 'project')?.[0];
  return figures.find(({ name }) => name === `${project}.span`)?.reading;
}

function compare({ id, title, says, at, reading }: Figure, { value, otherwise }: Logged): LogCheck {
  const check = { figure: id, title, says, at, print: reading.print, logged: value };
  if (overlap(reading, point(value))) return { ...check, verdict: 'holds' };
  if (overlap(loosely(reading), point(value))) {
    const note = `as far as its words reach: the logs say ${printAs(reading.print, value, 1)}`;
    return { ...check, verdict: 'holds', note };
  }
  const other = otherwise.find((each) => Number.isFinite(each.value) && overlap(reading, point(each.value)));
  return other === undefined
    ? { ...check, verdict: 'fails' }
    : { ...check, verdict: 'holds-otherwise', note: `if ${other.assumption}` };
}
