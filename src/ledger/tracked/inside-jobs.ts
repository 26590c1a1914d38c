import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import type { IsSelected } from '../select-attempts.ts';
import { fitSpans, type Holders, type Kept } from './fit-spans.ts';
import { alikeReader } from './gpus-alike.ts';

const INSIDE =
  'rows of a table that lie within the times of jobs of Slurm, or of tracked runs, each within one of its own that has as many GPUs or more, as most rows of that table do: they may be the same work, counted twice. If they are, leave one of the two out';

/** What tables of jobs are read as: neither a scheduler nor a tracker speaks for them. */
const TABLE = 'table';

/** Hours by which rows are moved to see how many fit by chance: no whole days or weeks, after which people do the same again. */
const MOVED_HOURS = [-203.3, -77.7, -30.1, -5.3, 5.3, 30.1, 77.7, 203.3];

/** More than this part of a table's rows must fit, and of those that do no more than this may do so by chance. Our own judgement. */
const [LEAST_FITTING, MOST_BY_CHANCE] = [0.5, 0.5];

/** What decides which jobs an attempt may lie in, but for its times. */
interface Kind {
  readonly gpus: number;
  /** Codes of the columns of their texts. */
  readonly types: number;
  readonly user: number;
}

interface Row extends Kept<Kind> {
  readonly row: number;
}

/** Warns of tables whose rows may be work inside of jobs that the logs have as well, as CodeCarbon logs it. */
export function noteInsideJobs(
  table: JobTable,
  attempts: AttemptColumns,
  isSelected: IsSelected,
  diagnostics: Diagnostics,
): void {
  const isTable = table.sources.map((source) => source === TABLE);
  if (!isTable.includes(true) || !table.sources.some(isLog)) return;
  const byFile = rowsByFile(table, attempts, isSelected);
  const jobs = [...byFile].flatMap(([file, rows]) => (isLog(table.sources[file] as string) ? rows : []));
  for (const [file, rows] of byFile) {
    if (isTable[file] !== true || jobs.length === 0) continue;
    for (const { row } of rowsInside(table, rows, jobs))
      diagnostics.note('table-inside-jobs', 'warning', INSIDE, table.place(row));
  }
}

const isLog = (source: string): boolean => source.startsWith('slurm-') || source.startsWith('wandb-');

/** Attempts that held GPUs for a time, by the file of the row that speaks for them and by their start. */
function rowsByFile(
  table: JobTable,
  { count, row, start, end, wall }: AttemptColumns,
  isSelected: IsSelected,
): Map<number, Row[]> {
  const files = new Map<number, Row[]>();
  const kinds = new Map<string, Kind>();
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const [from, to, gpus] = [start[attempt] as number, end[attempt] as number, table.gpus.at(at)];
    if (!((wall[attempt] as number) > 0 && gpus > 0 && to > from) || table.reported.has(at) || !isSelected(at))
      continue;
    const [types, user] = [table.gpuTypes.code(at), table.user.code(at)];
    const key = `${gpus} ${types} ${user}`;
    const kind = kinds.get(key) ?? { gpus, types, user };
    kinds.set(key, kind);
    const each = { row: at, start: from, end: to, kind };
    const known = files.get(table.file.at(at));
    if (known === undefined) files.set(table.file.at(at), [each]);
    else known.push(each);
  }
  for (const rows of files.values()) rows.sort((a, b) => a.start - b.start || a.row - b.row);
  return files;
}

/** Rows of a table that are in jobs; none where too few are, or as many would be at other times. */
function rowsInside(table: JobTable, rows: readonly Row[], jobs: readonly Row[]): readonly Row[] {
  const isAlike = alikeReader(table.gpuTypes.values);
  const isUser = sameUser(table, rows, jobs);
  const holders = kindsOf(jobs, isUser !== undefined);
  const fits = (kind: Kind, job: Kind): boolean =>
    job.gpus >= kind.gpus && isUser?.(kind.user, job.user) !== false && isAlike(kind.types, job.types);
  const inside = fitSpans(rows, holders, fits);
  if (!(inside.length > rows.length * LEAST_FITTING)) return [];
  const moved = MOVED_HOURS.map((hours) => fitSpans(rows, holders, fits, hours * 3600).length);
  const byChance = moved.reduce((sum, count) => sum + count, 0) / moved.length;
  return byChance > inside.length * MOST_BY_CHANCE ? [] : inside;
}

/** Whether two users may be one; undefined where the table names none that jobs have: it may write them otherwise. */
function sameUser(
  { user }: JobTable,
  rows: readonly Row[],
  jobs: readonly Row[],
): ((one: number, other: number) => boolean) | undefined {
  const nobody = user.values.indexOf('');
  const ofJobs = new Set(jobs.map(({ kind }) => kind.user));
  if (!rows.some(({ kind }) => kind.user !== nobody && ofJobs.has(kind.user))) return undefined;
  return (one, other) => one === other || one === nobody || other === nobody;
}

/** Jobs that differ in their times alone stand together: there are few kinds of however many jobs. */
function kindsOf(jobs: readonly Row[], byUser: boolean): Holders<Kind>[] {
  const kinds = new Map<string, { kind: Kind; spans: Row[] }>();
  for (const job of jobs) {
    const key = `${job.kind.gpus} ${job.kind.types} ${byUser ? job.kind.user : ''}`;
    const known = kinds.get(key);
    if (known === undefined) kinds.set(key, { kind: job.kind, spans: [job] });
    else known.spans.push(job);
  }
  for (const { spans } of kinds.values()) spans.sort((a, b) => a.start - b.start || a.row - b.row);
  return [...kinds.values()];
}
