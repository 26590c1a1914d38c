import type { Interval, Reading } from '../model/audit.ts';
import type { Dimension } from '../model/claim-fields.ts';
import { plainNumber } from '../model/print-number.ts';
import type { Figure } from './claim-figures.ts';
import type { Equation } from './equations.ts';
import { divide, overlap, point } from './interval.ts';
import { plainly, resolutionOf, sidesOf } from './judge.ts';
import type { Mistake } from './standard-relations.ts';

/** A usual slip: by which factor printed ÷ recomputed is then off, and how it is said. */
interface Slip extends Mistake {
  /** Whether what is printed is wrong all the same: another unit than the right one stands there, or another price. */
  readonly isMistake?: true;
}

/** What explains an equation that does not hold. */
export interface Explanation {
  readonly assumption: string;
  /** Whether it is no assumption that a paper may make, but a mistake in what is printed. */
  readonly isMistake: boolean;
}

/** An equation whose own rounding is wider than this sees factors that are not there. Our own judgement. */
const SHARP = 1.05;

const LB_PER_KG = 1 / 0.453_592_37; // by definition, NIST SP 811
/** Mass of carbon in CO2: atomic weights 12 of 44. */
const CARBON_IN_CO2 = 12 / 44;

/**
 * What explains an equation that does not hold: a PUE left out, hours of one device for hours of all, and such, or a mistake in what is printed, such as pounds for kilograms. Undefined when
 * nothing of the kind does.
 */
export function explanationFor(
  equation: Equation,
  byName: ReadonlyMap<string, readonly Figure[]>,
): Explanation | undefined {
  if (equation.formula.relation === '≤' || resolutionOf(equation) > SHARP) return undefined;
  const [left, right] = sidesOf(equation, plainly(equation));
  const ratio = divide(left, right);
  const missing = unsaid(equation, ratio, left, byName);
  if (missing !== undefined) return { assumption: missing, isMistake: false };
  const slip = slipsOf(equation, byName).find(({ factor }) => overlap(ratio, point(factor)));
  return slip && { assumption: slip.assumption, isMistake: slip.isMistake === true };
}

/** A PUE of this or more is a doubling, which must show. The mean of data centres is 1.56 (Uptime Institute 2024). */
const MOST_PUE = 2;

/** What a claim need not say, and an equation takes for granted: one device a job, all hardware named, no building around the devices. */
function unsaid(
  { figures }: Equation,
  ratio: Interval,
  left: Interval,
  byName: ReadonlyMap<string, readonly Figure[]>,
): string | undefined {
  const names = [...figures.keys()];
  const has = (field: string): boolean => names.some((name) => name.endsWith(`.${field}`));
  const isOfDraw = (has('power') || has('devicePower')) && (has('energy') || has('co2e') || has('electricity'));
  if (isOfDraw && ratio.low > 1 && ratio.high < MOST_PUE && ![...byName.keys()].some(isPue)) {
    return `a PUE of ${plainNumber((ratio.low + ratio.high) / 2, 2)} is in it, of which the claim says nothing`;
  }
  if (has('jobs') && has('meanJob') && !has('devicesPerJob') && ratio.low > 1) {
    return `a job has ${plainNumber((ratio.low + ratio.high) / 2, 2)} devices on average, of which the claim says nothing`;
  }
  const isOfShares = names.length > 0 && names.every((name) => name.includes('.shares.'));
  return isOfShares && left.high < 1
    ? `the other ${plainNumber(100 - 50 * (left.low + left.high), 1)} % are of hardware that is not named`
    : undefined;
}

const isPue = (name: string): boolean => /(^|\.)pue$/.test(name);

function slipsOf(equation: Equation, byName: ReadonlyMap<string, readonly Figure[]>): Slip[] {
  const figures = [...equation.figures.values()];
  const has = (dimension: Dimension): boolean => figures.some((figure) => figure.dimension === dimension);
  return [
    ...(equation.mistake === undefined ? [] : [{ ...equation.mistake, isMistake: true } as const]),
    ...pueSlips(figures, byName, has('energy') || has('mass')),
    ...figures.filter(({ name }) => name.endsWith('.count')).flatMap((figure) => countSlips(figure, has('time'))),
    ...figures.flatMap((figure) => priceSlips(figure, byName)),
    ...(has('mass') ? unitSlips(LB_PER_KG, 'a mass is in lb where kg stands, or in kg where lb stands') : []),
    ...(has('mass') ? [{ factor: CARBON_IN_CO2, assumption: 'the mass is that of carbon, not of CO2' }] : []),
    ...(has('time') ? unitSlips(24, 'a time is in days where hours stand, or in hours where days stand') : []),
    ...(has('energy') || has('mass') || has('power') ? unitSlips(1000, 'a unit is off by a thousand') : []),
  ];
}

/** Another unit than the one that is printed: no assumption makes that right. */
const unitSlips = (factor: number, assumption: string): Slip[] =>
  both(factor, assumption).map((slip) => ({ ...slip, isMistake: true }));

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
  const used = figures.find(({ name }) => isPue(name));
  if (used !== undefined) {
    return [{ factor: 1 / numberOf(used), assumption: `the PUE of ${used.says} is left out` }];
  }
  const [known] = byName.get('pue') ?? [];
  if (known === undefined || !isOfEnergy) return [];
  return both(numberOf(known), `the PUE of ${known.says} is in one of them and not in the other`);
}

/** What is of all devices and what is of one, mistaken for each other: their time, or where there is none, their power. */
function countSlips(figure: Figure, isOfTime: boolean): Slip[] {
  if (numberOf(figure) === 1) return [];
  const what = isOfTime ? 'time' : 'power';
  const slip = `the ${what} is that of all ${devicesIn(figure)} together where that of one stands, or the reverse`;
  return both(numberOf(figure), slip);
}

/** `8 devices` of a bare `8`; `8 GPUs` as it is. */
const devicesIn = ({ says }: Figure): string => (/[a-z]/i.test(says) ? says : `${says} devices`);

/** The other end of the price list. */
function priceSlips(figure: Figure, byName: ReadonlyMap<string, readonly Figure[]>): Slip[] {
  const [, stem, end] = /^(price\..*)\.(low|high)$/.exec(figure.name) ?? [];
  const [other] = byName.get(`${stem}.${end === 'low' ? 'high' : 'low'}`) ?? [];
  if (other === undefined || numberOf(other) === numberOf(figure)) return [];
  return [
    { factor: numberOf(other) / numberOf(figure), assumption: `it is at the other end of the price, ${figure.says}` },
  ];
}
