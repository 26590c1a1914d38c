import type { Interval, LogCheck, LogComparison } from '../../model/audit.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { PaperClaim } from '../../model/paper-claim.ts';
import { printAs } from '../../model/print-number.ts';
import type { Figure } from '../claim-figures.ts';
import { overlap, point } from '../interval.ts';
import { loosely } from '../judge.ts';
import { coverageOf } from './coverage.ts';
import { leftOutBy } from './left-out.ts';
import { type Costing, type Logged, loggedValues } from './logged-values.ts';
import { ownCosts } from './own-costs.ts';

/** Holds the figures of a claim against what logs say, and says what the logs cover and the claim leaves out. */
export function compareLogs(
  claim: PaperClaim,
  figures: readonly Figure[],
  facts: ProjectFacts,
  isMethodChosen = false,
): LogComparison {
  const costing = costingOf(claim, facts, isMethodChosen);
  const all = Object.entries(claim.entries).flatMap(([key, entry]) => {
    if (entry.scope === undefined) return [];
    const values = loggedValues(facts, entry, costing);
    const hours = values.get('deviceHours')?.value;
    const own = costing !== 'unnamed' || hours === undefined ? {} : ownCosts(claim, key, entry, figures, hours);
    const ofEntry = figures.filter(({ name }) => name.startsWith(`${key}.`));
    return ofEntry.map((figure) => {
      const field = figure.name.slice(key.length + 1);
      return { figure, said: values.get(field) ?? own[field], isUncosted: hours !== undefined && COSTS.has(field) };
    });
  });
  const checks = all.flatMap(({ figure, said }) => (said === undefined ? [] : [compare(figure, said)]));
  const untold = all.filter(({ said }) => said === undefined);
  const titles = (each: typeof all): readonly string[] => [...new Set(each.map(({ figure }) => figure.title))];
  const coverage = coverageOf(claim, facts, spanIn(claim, figures));
  return {
    checks,
    untold: titles(untold),
    uncosted: titles(untold.filter(({ isUncosted }) => isUncosted)),
    coverage,
    leftOut: leftOutBy(claim, facts),
  };
}

/** Figures that logs tell by some constants only. */
const COSTS: ReadonlySet<string> = new Set(['energy', 'co2e', 'electricity', 'cloud', 'cloud.low', 'cloud.high']);

function costingOf({ method }: PaperClaim, facts: ProjectFacts, isMethodChosen: boolean): Costing {
  if (method === facts.method.name) return 'own';
  return isMethodChosen ? 'chosen' : 'unnamed';
}

/** The span of the project that a claim names. */
function spanIn({ entries }: PaperClaim, figures: readonly Figure[]): Interval | undefined {
  const project = Object.entries(entries).find(([, { scope }]) => scope === 'project')?.[0];
  return figures.find(({ name }) => name === `${project}.span`)?.reading;
}

function compare({ id, title, says, at, reading }: Figure, logged: Logged): LogCheck {
  const { value, span = point(value), by, otherwise } = logged;
  const known = by === undefined ? {} : { by };
  const check = { figure: id, title, says, at, print: reading.print, logged: value, ...known };
  if (overlap(reading, span)) return { ...check, verdict: 'holds' };
  if (overlap(loosely(reading), span)) {
    const note = `as far as its words reach: the logs say ${printAs(reading.print, value, 1)}`;
    return { ...check, verdict: 'holds', note };
  }
  const other = otherwise.find(
    (each) => Number.isFinite(each.value) && overlap(reading, each.span ?? point(each.value)),
  );
  return other === undefined
    ? { ...check, verdict: 'fails' }
    : { ...check, verdict: 'holds-otherwise', note: `if ${other.assumption}` };
}
