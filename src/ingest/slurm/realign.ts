import { isJobId } from './job-id.ts';
import { isFreeText, type SacctLayout } from './sacct-columns.ts';

const TIME = /^(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*|\d{10}|Unknown|None|)$/;
const DURATION = /^((\d+-)?\d+(:\d+)*(\.\d+)?|UNLIMITED|INVALID|Partition_Limit|)$/;
const INTEGER = /^\d*$/;
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
  user: /^\S*$/,
  account: /^\S*$/,
  partition: /^\S*$/,
  cluster: /^\S*$/,
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
  partition: (text) => /^\S*$/.test(text),
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

/** The longest list first: the next column would begin with the rest of it. */
function listWidths(column: string, cells: readonly string[], at: number, columnsLeft: number): number[] {
  const fitsList = LISTS[column] as (text: string) => boolean;
  const most = Math.min(LONGEST_LIST, cells.length - at - columnsLeft);
  const widths = Array.from({ length: Math.max(0, most) }, (_, index) => most - index);
  return widths.filter((width) => fitsList(cells.slice(at, at + width).join(COMMA)));
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

/**
 * Puts a row with too many cells right: delimiters inside free text (job names, submit lines) are printed raw, so the surplus
 * belongs to free-text columns, and the columns with a strict form say to which.
 *
 * @returns one cell a column and whether more than one reading fits (then the first is taken); undefined when none fits
 */
export function realign(
  cells: readonly string[],
  layout: SacctLayout,
): { cells: string[]; ambiguous: boolean } | undefined {
  const { columns, delimiter } = layout;
  if (cells.length - columns.length > MOST_SURPLUS) return undefined;
  const readings = findReadings(cells, layout);
  const [widths] = readings;
  if (widths === undefined) return undefined;
  let at = 0;
  const aligned = widths.map((width) => {
    at += width;
    return cells.slice(at - width, at).join(delimiter);
  });
  return { cells: aligned, ambiguous: readings.length > 1 };
}
