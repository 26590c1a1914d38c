import { isJobId } from './job-id.ts';
import { isFreeText, type SacctLayout } from './sacct-columns.ts';

const TIME = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*|\d{10}|Unknown|None|)$/;
const DURATION = /^((\d+-)?\d+(:\d+)*(\.\d+)?|UNLIMITED|INVALID|Partition_Limit|)$/;
const INTEGER = /^\d*$/;
/** A name without blanks; an `=` in it would be an item of a TRES list. */
const NAME = /^[^\s=]*$/;
const TRES = /^([\w/:.-]+=[\w.:-]+(,[\w/:.-]+=[\w.:-]+)*|)$/;

/** What the cells of the columns that anchor a row look like. Columns that are not here hold one cell without rules. */
const ANCHORS: Readonly<Record<string, RegExp>> = {
  state: /^[A-Z_]+\+?( by \d+)?$/,
  exitcode: /^(\d+:\d+|)$/,
  derivedexitcode: /^(\d+:\d+|)$/,
  submit: TIME,
  eligible: TIME,
  start: TIME,
  end: TIME,
  elapsed: DURATION,
  suspended: DURATION,
  timelimit: DURATION,
  elapsedraw: INTEGER,
  alloccpus: INTEGER,
  ncpus: INTEGER,
  uid: INTEGER,
  alloctres: TRES,
  reqtres: TRES,
  user: NAME,
  account: NAME,
  partition: NAME,
  cluster: NAME,
  layout: /^([A-Z]\w*|)$/,
};

/** Sizes and counts of steps, empty in rows of jobs. */
const MEASURED =
  /^(max|ave|min)(cpu|cpufreq|disk(read|write)|pages|rss|vmsize)$|^(ntasks|nnodes|n?cpus|allocnodes|reqnodes|reqcpus)$/;
const MEASURE = /^[\d.:-]*[KMGTPE]?$/;

/** Columns whose cells hold commas when they are lists: with a comma as delimiter one cell becomes several. */
const LISTS: Readonly<Record<string, (text: string) => boolean>> = {
  alloctres: isTres,
  reqtres: isTres,
  nodelist: (text) => /^([\w.-]|\[[\d,-]*\])*(,([\w.-]|\[[\d,-]*\])+)*$|^(None assigned|\(.*\))$/.test(text),
  partition: (text) => NAME.test(text),
  flags: (text) => /^\w*(,\w+)*$/.test(text),
  allocgres: (text) => GRES.test(text),
  reqgres: (text) => GRES.test(text),
};
const GRES = /^([\w:.()-]+(,[\w:.()-]+)*|)$/;

/** Whether a text can be one TRES list: no resource comes twice in one. */
function isTres(text: string): boolean {
  if (!TRES.test(text)) return false;
  const names = text.split(',').map((item) => item.split('=', 1)[0]);
  return new Set(names).size === names.length;
}

/** How the first cell of a free-text column begins, where that is known. */
const BEGINNINGS: Readonly<Record<string, RegExp>> = {
  workdir: /^(\/|$)/,
  submitline: /^((\S*\/)?(sbatch|srun|salloc)\b|$)/,
};

function fits(column: string, cell: string): boolean {
  if (column === 'jobid' || column === 'jobidraw') return isJobId(cell);
  return ANCHORS[column]?.test(cell) ?? (MEASURED.test(column) ? MEASURE.test(cell) : true);
}

const MOST_SURPLUS = 200;

/** How many cells a column may take at a position: one, or for free text as many as leave one for each column after it. */
function widthsAt(
  column: string,
  cells: readonly string[],
  at: number,
  columnsLeft: number,
  delimiter: string,
): number[] {
  if (delimiter === COMMA && LISTS[column] !== undefined) return listWidths(column, cells, at, columnsLeft);
  if (!isFreeText(column)) return fits(column, cells[at] ?? '') ? [1] : [];
  if (BEGINNINGS[column]?.test(cells[at] ?? '') === false) return [];
  return Array.from({ length: Math.max(0, cells.length - at - columnsLeft) }, (_, index) => index + 1);
}

const COMMA = ',';

const LONGEST_LIST = 64;

/** The longest list first: the next column would begin with the rest of it. But a partition is seldom a list, and any name after it looks like one more. */
function listWidths(column: string, cells: readonly string[], at: number, columnsLeft: number): number[] {
  const fitsList = LISTS[column] as (text: string) => boolean;
  const most = Math.min(LONGEST_LIST, cells.length - at - columnsLeft);
  const widths = Array.from({ length: Math.max(0, most) }, (_, index) => most - index);
  const fitting = widths.filter((width) => fitsList(cells.slice(at, at + width).join(COMMA)));
  return column === 'partition' ? fitting.reverse() : fitting;
}

/** Finds up to two ways to give every column its cells; a way is the number of cells of each column. */
function findReadings(cells: readonly string[], { columns, delimiter }: SacctLayout): number[][] {
  const readings: number[][] = [];
  const dead = new Set<number>(); // places (column and cell) from which nothing fits
  const place = (column: number, at: number, widths: readonly number[]): void => {
    if (column === columns.length && at === cells.length) readings.push([...widths]);
    const key = column * (cells.length + 1) + at;
    if (column === columns.length || dead.has(key) || readings.length > 1) return;
    const before = readings.length;
    for (const width of widthsAt(columns[column] as string, cells, at, columns.length - column - 1, delimiter)) {
      place(column + 1, at + width, [...widths, width]);
    }
    if (readings.length === before) dead.add(key);
  };
  place(0, 0, []);
  return readings;
}

/** What decides on totals. TRES are not among them: where a list ends may be open, and the longest one is right. */
const COUNTED = new Set('jobid jobidraw state submit start end elapsed elapsedraw suspended'.split(' '));

/** Whether all readings of a row agree on its id, state, times and durations. */
function isCountSure(cells: readonly string[], { columns, delimiter }: SacctLayout): boolean {
  const next = (column: number, at: number): number[] =>
    widthsAt(columns[column] as string, cells, at, columns.length - column - 1, delimiter).map((width) => at + width);
  // Backwards: the places from which the rest of the row fits; then forwards through those.
  const open: Set<number>[] = [];
  open[columns.length] = new Set([cells.length]);
  for (let column = columns.length - 1; column >= 0; column--) {
    const places = Array.from({ length: cells.length }, (_, at) => at);
    open[column] = new Set(places.filter((at) => next(column, at).some((to) => open[column + 1]?.has(to))));
  }
  let reached = [0];
  return columns.every((name, column) => {
    const texts = new Set(reached.map((at) => cells[at]));
    reached = [...new Set(reached.flatMap((at) => next(column, at)))].filter((to) => open[column + 1]?.has(to));
    return texts.size === 1 || !COUNTED.has(name);
  });
}

/**
 * Puts a row with too many cells right: delimiters inside free text (job names, submit lines) are printed raw, so the surplus
 * belongs to free-text columns, and the columns with a strict form say to which.
 *
 * @returns one cell a column and whether more than one reading fits (then the first is taken); undefined when none fits, or when readings differ in what is counted
 */
export function realign(
  cells: readonly string[],
  layout: SacctLayout,
): { cells: string[]; ambiguous: boolean } | undefined {
  const { columns, delimiter } = layout;
  if (cells.length - columns.length > MOST_SURPLUS) return undefined;
  const readings = findReadings(cells, layout);
  const [widths] = readings;
  if (widths === undefined || (readings.length > 1 && !isCountSure(cells, layout))) return undefined;
  let at = 0;
  const aligned = widths.map((width) => {
    at += width;
    return cells.slice(at - width, at).join(delimiter);
  });
  return { cells: aligned, ambiguous: readings.length > 1 };
}
