import type { Citation } from '../../model/basis.ts';

/**
 * What an intensity counts. They differ by 5 % (losses of the network) up to 7 times (Sweden: a life cycle has the building of dams and reactors in it, production only what burns), so that they
 * never stand in one table:
 * - `life-cycle`: fuel, plants and their building, at the power plant
 * - `production`: what burns in the country’s own plants
 * - `delivered`: the same with the losses of the network on the way
 */
export type GridBasis = 'life-cycle' | 'production' | 'delivered';

/** One region: g CO2e per kWh by year. No figure is 0. */
export interface YearlyFigures {
  readonly name: string;
  readonly grams: Readonly<Record<number, number>>;
}

/** A published table of intensities, by region: `DE` (ISO 3166-1), `US-CA` (ISO 3166-2). */
export interface GridTable {
  readonly basis: GridBasis;
  readonly citation: Citation;
  readonly regions: Readonly<Record<string, YearlyFigures>>;
}

/** Figures of one region from a first year on, one a year. */
export const since = (firstYear: number, name: string, grams: readonly number[]): YearlyFigures => ({
  name,
  grams: Object.fromEntries(grams.map((each, index) => [firstYear + index, each])),
});
