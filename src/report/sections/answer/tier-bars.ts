import { exactly, type Range } from '../../../model/estimate.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Tier, Tiers } from '../../../model/tier.ts';
import { amount, UNKNOWN, usd, usdSpan } from '../../render/format.ts';
import { NOT_KNOWN } from '../../render/told.ts';
import { TIER_NAMES } from './tier-names.ts';

/** What tiers are compared by. */
export interface TierMeasure {
  readonly name: string;
  readonly colour: string;
  readonly of: (tier: Tier) => Range;
  readonly format: (value: number) => string;
  readonly formatSpan: (range: Range) => string;
}

const ofHours = { format: amount, formatSpan: ({ value }: Range) => amount(value) };
const ofDollars = { format: usd, formatSpan: usdSpan };
const BLUE = { colour: 'var(--series-1)' };
const GREEN = { colour: 'var(--series-3)' };

const GPU_HOURS: TierMeasure = { name: 'GPU-hours', ...BLUE, ...ofHours, of: ({ gpuHours }) => exactly(gpuHours) };
const RENT: TierMeasure = { name: 'Cloud rent', ...GREEN, ...ofDollars, of: ({ costs }) => costs.cloudUsd };
const ENERGY: TierMeasure = { name: 'Energy, kWh', ...BLUE, ...ofHours, of: ({ costs }) => costs.energyKwh };
const ELECTRICITY: TierMeasure = {
  name: 'Electricity',
  ...GREEN,
  ...ofDollars,
  of: ({ costs }) => costs.electricityUsd,
};

/** GPU-hours and rent; where no GPU was held, energy and its price. What is nothing for the project is not compared. */
export const measuresOf = ({ tiers: { project } }: ProjectFacts): readonly TierMeasure[] =>
  (project.gpuHours > 0 ? [GPU_HOURS, RENT] : [ENERGY, ELECTRICITY]).filter(({ of }) => of(project).high > 0);

/** Before a lower bound, beside a bar: the words would be cut on a phone. */
const AT_LEAST = '≥ ';

/** A tier by one measure. Without a range where the tier is not known, or nothing. */
export interface TierBar {
  readonly tier: string;
  readonly measure: TierMeasure;
  readonly range?: Range;
  /** The figure as it is printed, or why there is none. */
  readonly label: string;
}

/** Bars of one measure, in order of size of the tiers. A logarithmic scale has no place for nothing, and a tier that only stands in is none. */
export function barsOf({ tiers }: ProjectFacts, measure: TierMeasure): TierBar[] {
  return (Object.keys(TIER_NAMES) as (keyof Tiers)[]).map((key) => {
    const [tier, range] = [TIER_NAMES[key], measure.of(tiers[key])];
    if (tiers[key].isStandIn === true) return { tier, measure, label: NOT_KNOWN };
    if (tiers[key].untold !== undefined && !(range.value > 0)) return { tier, measure, label: NOT_KNOWN };
    if (!Number.isFinite(range.value) || !Number.isFinite(range.high)) return { tier, measure, label: UNKNOWN };
    return range.value > 0
      ? {
          tier,
          measure,
          range,
          label: `${tiers[key].untold === undefined ? '' : AT_LEAST}${measure.formatSpan(range)}`,
        }
      : { tier, measure, label: 'none' };
  });
}
