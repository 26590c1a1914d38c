import { exactly } from '../../model/estimate.ts';
import type { GridTable } from '../grid/grid-table.ts';
import { intensityOf } from '../grid/intensity-of.ts';
import { WORLD_2025 } from '../grid/owid-2025.ts';
import { GRID_TABLES, REGIONS } from '../grid/registry.ts';
import type { ReferenceGroup, ReferenceRow, ReferenceTable } from './reference-table.ts';

const GRAMS_PER_KG = 1000;

const UNIT = 'kg CO2e per kWh';

/** `Georgia (US-GA)` of `grid intensity, Georgia (US-GA)`. */
const labelOf = (region: string): string => intensityOf(region, undefined).name.replace('grid intensity, ', '');

const newestRow = (region: string): ReferenceRow => ({
  rate: intensityOf(region, undefined),
  label: labelOf(region),
  facts: { region },
});

/** All years of a table, as published. */
const groupOf = ({ basis, citation, regions }: GridTable): ReferenceGroup => ({
  title: `As published: ${citation.source}`,
  isDetail: true,
  rows: Object.entries(regions).flatMap(([region, { name, grams }]) =>
    Object.entries(grams).map(([year, figure]) => ({
      rate: {
        name: `${name} ${year}`,
        unit: UNIT,
        ...exactly(figure / GRAMS_PER_KG),
        basis: [{ kind: 'table', note: `location-based, ${basis}`, citation }] as const,
      },
      facts: { region, year: Number(year), basis },
    })),
  ),
});

const world: GridTable = { ...(GRID_TABLES[0] as GridTable), regions: { WORLD: WORLD_2025 } };

const isState = (region: string): boolean => region.includes('-');

/** What is used, and how it is found. */
export const GRID: ReferenceTable = {
  name: 'grid',
  title: 'Emissions of electricity by country, state and year, location-based',
  groups: [
    {
      title: 'Region not known: the world',
      rows: [{ rate: intensityOf(undefined, undefined), facts: { region: '–' } }],
    },
    {
      title: 'Countries, newest year',
      note: 'The middle is the first source’s figure of the year of the work (all years: --json). The range is how far other tables lie from it in a year that both have: life cycle or production, older edition.',
      rows: REGIONS.filter((region) => !isState(region)).map(newestRow),
    },
    {
      title: 'States and provinces, newest year',
      note: 'The range also holds what the country’s change since the state’s last figure makes of it.',
      rows: REGIONS.filter(isState).map(newestRow),
    },
    groupOf(world),
    ...GRID_TABLES.map(groupOf),
  ],
};
