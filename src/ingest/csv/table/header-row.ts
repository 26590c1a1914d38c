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

/** Whether a cell begins as numbers, times and amounts of money do. */
const isFigure = (cell: string): boolean => /^[-+$€£.]?\d/.test(cell);

/**
 * Whether a row below the header is clearly a header of its own: words alone, which say what columns hold.
 *
 * @returns `other` for that of a table by which no jobs can be counted
 */
export function furtherHeader(row: readonly string[], settings: TableSettings = {}): 'jobs' | 'other' | undefined {
  for (const cell of row) if (isFigure(cell)) return undefined; // nearly all rows
  const named = row.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (named.length < FEWEST_NAMED || named.some(isFigure)) return undefined;
  if (findHeader([row], settings) !== undefined) return 'jobs';
  const layout = layoutOfTable(named, settings);
  const known = layout.columns.filter(({ role }) => role !== undefined && role !== 'none').length;
  const isOfHeld = layout.has('duration', 'gpuHours', 'gpus');
  return isOfHeld && known >= FEWEST_NAMED && known * 2 >= named.length ? 'other' : undefined;
}

/** One word is a name, or a title. */
const FEWEST_NAMED = 2;
