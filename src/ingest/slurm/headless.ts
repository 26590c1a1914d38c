import { isJobId } from './job-id.ts';
import { isNoise } from './noise.ts';
import { layoutOf, type SacctLayout } from './sacct-columns.ts';
import { parseState } from './state.ts';

/** What people give to `--delimiter`. */
const DELIMITERS = ['|', '\u001f', '\t', ';', '^', ','];
const [LINES_LOOKED_AT, FEWEST_CELLS] = [20, 4];
/** Noise and empty lines among them. */
const LINES_CUT = 1000;

/**
 * The delimiter of rows of `sacct -n`: most lines have a job id and a state among their cells, and no header stands above them. Undefined when these are no such rows: other tables
 * have ids and `COMPLETED` too, under names of their own.
 */
export function headlessDelimiter(head: string): string | undefined {
  const lines = head
    .split(/\r?\n/, LINES_CUT)
    .filter((line) => line.trim() !== '' && !isNoise(line))
    .slice(0, LINES_LOOKED_AT);
  return DELIMITERS.find((delimiter) => {
    const rows = lines.map((line) => line.split(delimiter));
    return rows.length > 0 && rows.filter(isRow).length > rows.length / 2 && !haveHeader(rows);
  });
}

/** Whether a line above the first row is of words only, and of no more cells than that: what is quoted in rows may hold the delimiter. */
function haveHeader(rows: readonly (readonly string[])[]): boolean {
  const first = rows.findIndex(isRow);
  const most = rows[first]?.length ?? 0;
  return rows
    .slice(0, first)
    .some(
      (cells) => cells.length >= FEWEST_CELLS && cells.length <= most && cells.every(isWords) && !isOfSqueue(cells),
    );
}

/** Columns of `squeue`, whose table is no history of jobs: the end of one that runs is when its limit ends it. */
const OF_SQUEUE = new Set(['TIME', 'TIME_LIMIT', 'TIME_LEFT', 'NODELIST(REASON)', 'ST']);

/** Whether a text is a table that `squeue` printed with its header. */
export const hasHeaderOfSqueue = (head: string): boolean =>
  head
    .split(/\r?\n/, LINES_LOOKED_AT)
    .some((line) => DELIMITERS.some((delimiter) => isOfSqueue(line.split(delimiter))));

const isOfSqueue = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.trim() === 'JOBID') && cells.some((cell) => OF_SQUEUE.has(cell.trim()));

/** Whether a cell may be the name of a column: it is no value of a job, which are numbers, times and states. */
const isWords = (cell: string): boolean => !/^\s*["']?\d/.test(cell) && !isState(cell);

const isRow = (cells: readonly string[]): boolean =>
  cells.length >= FEWEST_CELLS && cells.some(isJobId) && cells.some(isState);

/** A state in full; two letters could be anything. */
const isState = (cell: string): boolean => /^[A-Z_]{6,}( by \d+)?\+?$/.test(cell) && parseState(cell) !== 'unknown';

/** The layout of rows without a header, by the columns that the user names. With `-p` the last cell is empty. */
export function headlessLayout(columns: readonly string[], delimiter: string, head: string): SacctLayout {
  const names = columns.map((name) => name.trim().toLowerCase());
  const first = head.split(/\r?\n/).find((line) => line.trim() !== '' && !isNoise(line)) ?? '';
  const isParsable = first.endsWith(delimiter) && first.split(delimiter).length > names.length;
  return layoutOf(isParsable ? [...names, ''] : names, delimiter);
}
