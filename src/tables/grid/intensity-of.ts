import type { Basis } from '../../model/basis.ts';
import type { Rate } from '../../model/method.ts';
import type { GridTable, YearlyFigures } from './grid-table.ts';
import { OWID_2025, WORLD_2025 } from './owid-2025.ts';
import { tablesOf } from './registry.ts';

const GRAMS_PER_KG = 1000;

/** Between these grids nearly all large computing sites lie. Our own judgement. */
const FROM_TO = { cleanest: 'NO', dirtiest: 'IN' };

/** The figure of the year that is nearest to the one asked for (of two, the earlier), or of the last year. */
interface DatedFigure {
  readonly year: number;
  readonly grams: number;
}

/** @param year of the work; undefined for the newest figure */
function figureIn({ grams }: YearlyFigures, year: number | undefined): DatedFigure {
  const years = Object.keys(grams).map(Number);
  const asked = year ?? Math.max(...years);
  const nearest = years.reduce((best, each) => (Math.abs(each - asked) < Math.abs(best - asked) ? each : best));
  return { year: nearest, grams: grams[nearest] as number };
}

/**
 * The intensity of a region's electricity in a year, location-based. The middle is the first table's figure of the nearest year. The band is how far other tables lie from this one in their
 * own year, so that a change of years is not taken for a disagreement; for a state whose figures end before or after the year it also holds what its country's change since then makes of it.
 *
 * @param region a code of `REGIONS`; undefined where it is not known: the world's mean
 * @param year of the work; undefined or NaN for the newest figures
 */
export function intensityOf(region: string | undefined, year: number | undefined): Rate {
  if (Number.isNaN(year)) return intensityOf(region, undefined);
  const [table, ...others] = region === undefined ? [] : tablesOf(region);
  const figures = table?.regions[region as string];
  if (table === undefined || figures === undefined || region === undefined) return worldIntensity(year);
  const { year: found, grams } = figureIn(figures, year);
  const factors = [
    ...others.map((other) => disagreement(region, figures, other)),
    ...changeOfCountry(region, found, year),
  ];
  const all = [1, ...factors.map(({ factor }) => factor)];
  return {
    name: `grid intensity, ${figures.name} (${region})${inYear(year)}`,
    unit: 'kg CO2e per kWh',
    low: (grams * Math.min(...all)) / GRAMS_PER_KG,
    value: grams / GRAMS_PER_KG,
    high: (grams * Math.max(...all)) / GRAMS_PER_KG,
    basis: [basisOf(table, figures, found, year), ...factors.map(({ basis }) => basis)],
  };
}

interface Factor {
  readonly factor: number;
  readonly basis: Basis;
}

/** What another table has, as a multiple of what the first has for the same year. */
function disagreement(region: string, figures: YearlyFigures, other: GridTable): Factor {
  const theirs = figureIn(other.regions[region] as YearlyFigures, undefined);
  const factor = theirs.grams / figureIn(figures, theirs.year).grams;
  const note = `${figures.name} ${theirs.year}: ${gramsText(theirs.grams)}, ${other.basis}; ${factor.toFixed(2)} of the first table’s figure of then`;
  return { factor, basis: { kind: 'table', note, citation: other.citation } };
}

/** What a state's figure of one year becomes in another if it changes as its country's. */
function changeOfCountry(region: string, from: number, to: number | undefined): Factor[] {
  const country = OWID_2025.regions[region.split('-')[0] as string];
  if (!region.includes('-') || country === undefined || to === from) return [];
  const then = figureIn(country, to);
  const factor = then.grams / figureIn(country, from).grams;
  const note = `the state’s own change since ${from} is not known; that of ${country.name} to ${then.year} (${factor.toFixed(2)}) is within the band`;
  return [{ factor, basis: { kind: 'assumed', note } }];
}

function basisOf(
  { basis, citation }: GridTable,
  { name }: YearlyFigures,
  found: number,
  asked: number | undefined,
): Basis {
  return { kind: 'table', note: `${name} ${found}, location-based, ${basis}${nearestText(found, asked)}`, citation };
}

const nearestText = (found: number, asked: number | undefined): string =>
  asked === undefined || asked === found ? '' : `; the nearest year to ${asked}`;

const inYear = (year: number | undefined): string => (year === undefined ? '' : ` ${year}`);

/** Where the work ran is not known. */
function worldIntensity(year: number | undefined): Rate {
  const { cleanest, dirtiest } = FROM_TO;
  const [low, high] = [cleanest, dirtiest].map((code) => figureIn(OWID_2025.regions[code] as YearlyFigures, year));
  const world = figureIn(WORLD_2025, year);
  const [lowest, highest] = [low, high] as [DatedFigure, DatedFigure];
  return {
    name: `grid intensity, region unknown${inYear(year)}`,
    unit: 'kg CO2e per kWh',
    low: lowest.grams / GRAMS_PER_KG,
    value: world.grams / GRAMS_PER_KG,
    high: highest.grams / GRAMS_PER_KG,
    basis: [
      {
        kind: 'assumed',
        note: `region not given (--region): the world’s mean, from Norway’s grid (${gramsText(lowest.grams)}) to India’s (${gramsText(highest.grams)})`,
      },
      basisOf(OWID_2025, WORLD_2025, world.year, year),
    ],
  };
}

const gramsText = (grams: number): string => `${Number(grams.toFixed(1))} g`;
