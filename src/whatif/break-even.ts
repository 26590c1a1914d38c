import type { Range } from '../model/estimate.ts';
import type { BreakEvenUse } from '../model/hardware-what-if.ts';
import { HOURS_PER_YEAR } from '../model/ownership.ts';
import type { OwnedTerms } from './owning.ts';

/** From which use on a GPU of one's own costs less than a rent, at middle values. */
export const breakEvens = (terms: OwnedTerms, rent: Range): BreakEvenUse[] => [
  breakEven('rented-low', terms, rent.low),
  breakEven('rented', terms, rent.value),
];

function breakEven(versus: BreakEvenUse['versus'], terms: OwnedTerms, usdPerGpuHour: number): BreakEvenUse {
  const { perYear, electricityPerHour, idlePerHour } = terms;
  const fixed = Object.values(perYear).reduce((sum, { value }) => sum + value, 0);
  const margin = usdPerGpuHour - electricityPerHour.value;
  // fixed ÷ (hours × U) + electricity + idle × (1 − U) ÷ U = rent, solved for U.
  const use = (yearly: number, idle: number): number =>
    margin + idle > 0 ? (yearly / HOURS_PER_YEAR + idle) / (margin + idle) : Number.POSITIVE_INFINITY;
  return {
    versus,
    usdPerGpuHour,
    bare: use(perYear.hardware.value, 0),
    whole: use(fixed, idlePerHour.value),
  };
}
