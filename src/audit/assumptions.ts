import type { Interval, Reading } from '../model/audit.ts';
import type { Dimension } from '../model/claim-fields.ts';
import { plainNumber } from '../model/print-number.ts';
import type { Figure } from './claim-figures.ts';
import type { Equation } from './equations.ts';
import { divide, overlap, point } from './interval.ts';
import { resolutionOf, sidesOf, strictly } from './judge.ts';

/** A usual slip: by which factor printed ÷ recomputed is then off, and how it is said. */
interface Slip {
  readonly factor: number;
  readonly assumption: string;
}

/** An equation whose own rounding is wider than this sees factors that are not there. Our own judgement. */
const SHARP = 1.05;

const LB_PER_KG = 1 / 0.453_592_37; // by definition, NIST SP 811
/** Mass of carbon in CO2: atomic weights 12 of 44. */
const CARBON_IN_CO2 = 12 / 44;

/**
 * The assumption under which an equation that does not hold would: a PUE left out, pounds for kilograms, hours of one device for hours of all, and such. Undefined when
 * none of them explains it.
 */
export function assumptionFor(equation: Equation, byName: ReadonlyMap<string, readonly Figure[]>): string | undefined {
  if (equation.formula.relation === '≤' || resolutionOf(equation) > SHARP) return undefined;
  const [left, right] = sidesOf(equation, strictly(equation));
  const ratio = divide(left, right);
  const missing = unsaid(equation, ratio, left);
  if (missing !== undefined) return missing;
  return slipsOf(equation, byName).find(({ factor }) => overlap(ratio, point(factor)))?.assumption;
}

/** What a claim need not say, and an equation takes for granted: one device a job, all hardware named. */
function unsaid({ figures }: Equation, ratio: Interval, left: Interval): string | undefined {
  const names = [...figures.keys()];
  const has = (field: string): boolean => names.some((name) => name.endsWith(`.${field}`));
  if (has('jobs') && has('meanJob') && !has('devicesPerJob') && ratio.low > 1) {
    return `a job has ${plainNumber((ratio.low + ratio.high) / 2, 2)} devices on average, of which the claim says nothing`;
  }
  const isOfShares = names.length > 0 && names.every((name) => name.includes('.shares.'));
  return isOfShares && left.high < 1
    ? `the other ${plainNumber(100 - 50 * (left.low + left.high), 1)} % are of hardware that is not named`
    : undefined;
}

function slipsOf(equation: Equation, byName: ReadonlyMap<string, readonly Figure[]>): Slip[] {
  const figures = [...equation.figures.values()];
  const has = (dimension: Dimension): boolean => figures.some((figure) => figure.dimension === dimension);
  return [
    ...pueSlips(figures, byName, has('energy') || has('mass')),
    ...figures.filter(({ name }) => name.endsWith('.count')).flatMap(countSlips),
    ...figures.flatMap((figure) => priceSlips(figure, byName)),
    ...(has('mass') ? both(LB_PER_KG, 'a mass is in lb where kg stands, or in kg where lb stands') : []),
    ...(has('mass') ? [{ factor: CARBON_IN_CO2, assumption: 'the mass is that of carbon, not of CO2' }] : []),
    ...(has('time') ? both(24, 'a time is in days where hours stand, or in hours where days stand') : []),
    ...(has('energy') || has('mass') || has('power') ? both(1000, 'a unit is off by a thousand') : []),
  ];
}

const both = (factor: number, assumption: string): Slip[] => [
  { factor, assumption },
  { factor: 1 / factor, assumption },
];

const numberOf = ({ reading }: { readonly reading: Reading }): number => reading.value;

function pueSlips(
  figures: readonly Figure[],
  byName: ReadonlyMap<string, readonly Figure[]>,
  isOfEnergy: boolean,
): Slip[] {
  const used = figures.find(({ name }) => /(^|\.)pue$/.test(name));
  if (used !== undefined) {
    return [{ factor: 1 / numberOf(used), assumption: `the PUE of ${used.says} is left out` }];
  }
  const [known] = byName.get('pue') ?? [];
  if (known === undefined || !isOfEnergy) return [];
  return both(numberOf(known), `the PUE of ${known.says} is in one of them and not in the other`);
}

const countSlips = (figure: Figure): Slip[] =>
  numberOf(figure) === 1
    ? []
    : both(
        numberOf(figure),
        `the time is that of all ${figure.says} devices together where that of one stands, or the reverse`,
      );

/** The other end of the price list. */
function priceSlips(figure: Figure, byName: ReadonlyMap<string, readonly Figure[]>): Slip[] {
  const [, stem, end] = /^(price\..*)\.(low|high)$/.exec(figure.name) ?? [];
  const [other] = byName.get(`${stem}.${end === 'low' ? 'high' : 'low'}`) ?? [];
  if (other === undefined || numberOf(other) === numberOf(figure)) return [];
  return [
    { factor: numberOf(other) / numberOf(figure), assumption: `it is at the other end of the price, ${figure.says}` },
  ];
}
