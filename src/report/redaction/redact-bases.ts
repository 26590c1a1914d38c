import type { Basis } from '../../model/basis.ts';
import type { Estimate } from '../../model/estimate.ts';
import type { ProjectFacts } from '../../model/facts.ts';
import type { Rate } from '../../model/method.ts';
import type { Costs, Tier } from '../../model/tier.ts';
import type { Unit } from '../../model/units.ts';
import type { Pseudonym } from './pseudonyms.ts';

type Based = Pick<ProjectFacts, 'assumptions' | 'costs'>;

/** What figures rest on, where the logs or the user say it: such notes quote places. Published figures and our own judgements quote nobody. */
export function redactBases({ assumptions, costs }: Based, shown: Pseudonym): Based {
  return {
    assumptions: assumptions.map((rate): Rate => ({ ...rate, basis: basesOf(rate.basis, shown) })),
    costs: redactCosts(costs, shown),
  };
}

/** The same of a tier's costs. */
export const redactTierCosts = (tier: Tier, shown: Pseudonym): Tier => ({
  ...tier,
  costs: redactCosts(tier.costs, shown),
});

function redactCosts({ energyKwh, co2eKg, cloudUsd, electricityUsd }: Costs, shown: Pseudonym): Costs {
  const redacted = <U extends Unit>(figure: Estimate<U>): Estimate<U> => ({
    ...figure,
    basis: basesOf(figure.basis, shown),
  });
  return {
    energyKwh: redacted(energyKwh),
    co2eKg: redacted(co2eKg),
    cloudUsd: redacted(cloudUsd),
    electricityUsd: redacted(electricityUsd),
  };
}

const basesOf = (bases: readonly Basis[], shown: Pseudonym): Basis[] =>
  bases.map((basis) =>
    basis.kind === 'logged' || basis.kind === 'user' ? { ...basis, note: shown(basis.note) } : basis,
  );
