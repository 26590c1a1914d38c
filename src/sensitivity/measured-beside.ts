import { adjustedMeans } from '../stats/adjusted-means.ts';
import type { Grouping } from '../stats/grouping.ts';
import type { Judged } from './judge-factors.ts';
import { inOwnOrder, ranksOf } from './own-order.ts';
import type { Stratum } from './strata.ts';

/** What a stratum measured, and what is to be taken into account beside it, by its units. */
export interface Measured {
  readonly y: Float64Array;
  readonly groupings: readonly Grouping[];
}

/**
 * Puts factors beside those of a stratum, whichever stratum they are of. Runs are grouped by all of them. What varies within configurations cannot group these: their means are then what they
 * would be were it the same for all runs.
 */
export function measuredBeside(stratum: Stratum, beside: readonly Judged[]): Measured {
  if (stratum.unit === 'run') return { y: stratum.y, groupings: beside.map(byRun) };
  const elsewhere = beside.filter((each) => each.stratum !== stratum);
  return {
    y: elsewhere.length === 0 ? stratum.y : adjustedFor(stratum, elsewhere.map(byRun)),
    groupings: beside.filter((each) => each.stratum === stratum).map(({ factor }) => factor),
  };
}

const byRun = ({ factor, stratum }: Judged): Grouping => ({
  codes: stratum.unitOf.map((unit) => factor.codes[unit] as number),
  groups: factor.groups,
});

/** By configuration. */
function adjustedFor({ unitOf, y, measured }: Stratum, groupings: readonly Grouping[]): Float64Array {
  const configurations: Grouping = { codes: unitOf, groups: y.length };
  const order = inOwnOrder(measured, [configurations, ...groupings]);
  const [means] = adjustedMeans(order.y, order.groupings);
  const ranks = ranksOf(measured, configurations);
  const adjusted = new Float64Array(y.length);
  unitOf.forEach((unit, run) => {
    adjusted[unit] = means?.[ranks[run] as number] as number;
  });
  return adjusted;
}
