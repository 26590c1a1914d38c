import { EGRID_2016_STATES } from './egrid-2016.ts';
import { GREEN_ALGORITHMS_DELIVERED, GREEN_ALGORITHMS_PRODUCTION } from './green-algorithms.ts';
import type { GridTable } from './grid-table.ts';
import { OWID_2024 } from './owid-2024.ts';
import { OWID_2025 } from './owid-2025.ts';
import { PROVINCES, PROVINCES_BY_SOURCE, US_STATES } from './states.ts';

/** Every table of intensities. A region's figure is that of the first table that has it; the others say how far published tables disagree. */
export const GRID_TABLES: readonly GridTable[] = [
  OWID_2025,
  US_STATES,
  PROVINCES,
  OWID_2024,
  GREEN_ALGORITHMS_PRODUCTION,
  GREEN_ALGORITHMS_DELIVERED,
  EGRID_2016_STATES,
  PROVINCES_BY_SOURCE,
];

/** Codes of all regions: `DE`, `US`, `US-CA`. */
export const REGIONS: readonly string[] = [
  ...new Set(GRID_TABLES.flatMap(({ regions }) => Object.keys(regions))),
].sort();

/** The tables that have a region, the one that counts first. */
export const tablesOf = (region: string): GridTable[] =>
  GRID_TABLES.filter(({ regions }) => Object.hasOwn(regions, region));
