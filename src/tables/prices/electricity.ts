import type { Citation } from '../../model/basis.ts';
import type { Range } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { EPOCH } from '../citations.ts';

const UNIT = 'USD per kWh';

const EIA: Citation = {
  source: 'US EIA, Electric Power Monthly, Table 5.6.A (average price to customers by state)',
  url: 'https://www.eia.gov/electricity/monthly/',
  date: '2025-04',
};

/** What industry paid on average in the United States, USD per kWh, by year. */
const INDUSTRIAL: Readonly<Record<number, number>> = {
  2010: 0.0677,
  2011: 0.0682,
  2012: 0.0667,
  2013: 0.0689,
  2014: 0.071,
  2015: 0.0691,
  2016: 0.0676,
  2017: 0.0688,
  2018: 0.0692,
  2019: 0.0681,
  2020: 0.0667,
  2021: 0.0718,
  2022: 0.0832,
  2023: 0.0806,
  2024: 0.0771,
  2025: 0.0826,
};

/** What all customers of New York State paid on average in April 2025: the dearest of the prices at hand. */
const NEW_YORK_ALL = 0.1999;

const rate = (name: string, range: Range, note: string, citation: Citation): Rate => ({
  name: `electricity, ${name}`,
  unit: UNIT,
  ...range,
  basis: [{ kind: 'table', note, citation }],
});

/** Prices by year and state. The range of a year goes up to what New York pays: universities are no industry. */
export const ELECTRICITY_PRICES: readonly Rate[] = [
  ...Object.entries(INDUSTRIAL).map(([year, usd]) => ({
    name: `electricity, United States ${year}`,
    unit: UNIT,
    low: usd,
    value: usd,
    high: NEW_YORK_ALL,
    basis: [
      { kind: 'table', note: `industrial customers, mean of ${year}`, citation: EPOCH },
      { kind: 'table', note: 'high: New York State, all customers, April 2025', citation: EIA },
    ] as const,
  })),
  rate('New York State', { low: 0.1914, value: 0.1914, high: NEW_YORK_ALL }, 'commercial; high: all customers', EIA),
  rate('Pennsylvania', { low: 0.1199, value: 0.1199, high: 0.1321 }, 'commercial; high: all customers', EIA),
];
