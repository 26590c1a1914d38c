import { layoutOfTable, type TableLayout, type TableSettings } from './layout.ts';

/** So many columns at least must be known: tables of other things have a `name` and a `time` too. Our own judgement. */
const FEWEST_KNOWN = 3;
/** Titles stand in the first rows. Our own judgement. */
const MOST_TITLES = 10;

/** The header of a table of jobs, and how many rows of titles stand above it. */
export interface HeaderRow {
  readonly layout: TableLayout;
  readonly titles: number;
}

/**
 * Finds the header among the first rows of a table.
 *
 * @returns undefined where none of them says what a table of jobs must say
 */
export function findHeader(rows: readonly (readonly string[])[], settings: TableSettings = {}): HeaderRow | undefined {
  const told = new Set(Object.keys(settings.columns ?? {}));
  const candidates = rows.slice(0, MOST_TITLES + 1).map((row) => row.map((name) => name.trim()));
  for (const [titles, header] of candidates.entries()) {
    const layout = layoutOfTable(header, settings);
    const known = layout.columns.filter(({ role }) => role !== undefined && role !== 'none').length;
    const isTold = header.some((name) => told.has(name));
    if (layout.isOfJobs && (known >= FEWEST_KNOWN || isTold)) return { layout, titles };
  }
  return undefined;
}
