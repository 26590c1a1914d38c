import type { Citation } from '../../model/basis.ts';
import { exactly } from '../../model/estimate.ts';
import type { Rate } from '../../model/method.ts';
import { CCF, GREEN_ALGORITHMS, UPTIME } from '../citations.ts';

const NAME = 'power usage effectiveness (PUE)';

const AZURE: Citation = {
  source: 'Microsoft, Datacenter sustainability: efficiency by region (by way of spruce, azure-pue-wue.csv)',
  url: 'https://datacenters.microsoft.com/sustainability/efficiency/',
  date: '2025',
};

/** Yearly means of the Uptime Institute's survey: all sorts of data centres, by their own word. */
const MEANS: Readonly<Record<number, number>> = {
  2007: 2.5,
  2014: 1.65,
  2018: 1.58,
  2020: 1.59,
  2021: 1.57,
  2022: 1.55,
  2023: 1.58,
  2024: 1.56,
  2025: 1.54,
};

export const PUE_BY_YEAR: readonly Rate[] = Object.entries(MEANS).map(([year, mean]) => ({
  name: `${NAME}, mean of data centres ${year}`,
  unit: '1',
  ...exactly(mean),
  basis: [{ kind: 'table', note: `survey of ${year}`, citation: UPTIME }],
}));

const ofCloud = (cloud: string, low: number, high: number, citations: readonly Citation[]): Rate => ({
  name: `${NAME}, ${cloud}`,
  unit: '1',
  low,
  value: (low + high) / 2,
  high,
  basis: citations.map((citation) => ({
    kind: 'table',
    note: `${cloud}, ${low} to ${high} by source or region`,
    citation,
  })),
});

/** Of clouds: where sources or regions differ, both ends. The middle of them is the middle. */
export const PUE_OF_CLOUDS: readonly Rate[] = [
  ofCloud('Google Cloud', 1.1, 1.12, [CCF, GREEN_ALGORITHMS]),
  ofCloud('AWS', 1.135, 1.2, [CCF, GREEN_ALGORITHMS]),
  ofCloud('Azure', 1.12, 1.28, [GREEN_ALGORITHMS, CCF, AZURE]),
  ofCloud('OVHcloud', 1.09, 1.09, [GREEN_ALGORITHMS]),
  ofCloud('Oracle Cloud', 1.2, 1.2, [GREEN_ALGORITHMS]),
];
