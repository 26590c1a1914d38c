import type { ParameterEffect, ValueGroup } from '../model/sensitivity.ts';
import { adjustedMeans } from '../stats/adjusted-means.ts';
import { sizesOf } from '../stats/grouping.ts';
import { varianceTable } from '../stats/variance-shares.ts';
import type { Factor } from './factors.ts';
import { forestShares } from './forest-shares.ts';
import type { Judged } from './judge-factors.ts';
import { measuredBeside } from './measured-beside.ts';
import { type Stratum, usesForest } from './strata.ts';

/** How large the effect of a parameter is. */
export type Weight = Pick<ParameterEffect, 'share' | 'omegaSquared' | 'swing' | 'groups'>;

/**
 * By factor of a stratum: how large its effect is beside the others.
 *
 * @param chosen factors that matter, of all strata
 */
export function weightsOf(stratum: Stratum, chosen: readonly Judged[]): Weight[] {
  const { factors } = stratum;
  const elsewhere = chosen.filter((each) => each.stratum !== stratum);
  const { y, groupings } = measuredBeside(stratum, elsewhere);
  const table = varianceTable(y, [...factors, ...groupings]);
  const means = adjustedMeans(y, [...factors, ...groupings]);
  const grown = usesForest(stratum) ? forestShares(y, factors, chosen.length > 0) : undefined;
  return factors.map((factor, at) => {
    const { share, omegaSquared } = table.factors[at] as (typeof table.factors)[number];
    const own = means[at] as number[];
    return {
      share: grown === undefined ? share : (grown[at] as number),
      omegaSquared: grown === undefined ? omegaSquared : Number.NaN,
      swing: Math.max(...own) - Math.min(...own),
      groups: groupsOf(factor, own),
    };
  });
}

function groupsOf(factor: Factor, means: readonly number[]): ValueGroup[] {
  const sizes = sizesOf(factor);
  return factor.labels.map((values, group) => ({
    values,
    count: sizes[group] as number,
    mean: means[group] as number,
  }));
}
