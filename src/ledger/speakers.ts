import type { DictionaryColumn } from '../model/dictionary-column.ts';
import type { Job } from '../model/job.ts';
import { isOpen } from '../model/job-state.ts';
import type { JobTable } from '../model/job-table.ts';
import type { NumberColumn } from '../model/number-column.ts';
import { byGpus } from './gpus-known.ts';
import { jobAt } from './job-at.ts';
import { isLatest, latestFigures } from './latest-figures.ts';
import { byNews } from './news.ts';
import { addsTracked, joinTracked } from './tracked/tracked-rows.ts';

const LONG_TEXTS = ['name', 'command'] as const;
const SHORT_TEXTS = ['cluster', 'user', 'account', 'partition', 'workDir', 'nodeList'] as const;
const NUMBERS = [
  'submit',
  'cpus',
  'memoryGb',
  'nodes',
  'timeLimit',
  'restarts',
  'energyJoules',
  'gpuEnergyJoules',
  'gpuUtilisation',
] as const;

/**
 * Finds the row that speaks for an attempt: of its records the one that knows most, or, where others know what that one lacks, a row composed of them. What it held comes from one
 * record; the others fill in what that one leaves empty. What grows or changes while it runs is that of the latest: see {@link latestFigures}.
 */
export class Speakers {
  readonly #table: JobTable;
  readonly #numbers: readonly NumberColumn[];
  readonly #shortTexts: readonly DictionaryColumn[];

  constructor(table: JobTable) {
    this.#table = table;
    this.#numbers = NUMBERS.map((name) => table[name]);
    this.#shortTexts = SHORT_TEXTS.map((name) => table[name]);
  }

  /** @param rows the records of an attempt */
  rowOf(rows: readonly number[]): number {
    const table = this.#table;
    const best = rows.reduce((chosen, row) => (byKnowledge(table, row, chosen) < 0 ? row : chosen));
    const named = rows.reduce((chosen, row) => (idRank(table, row) > idRank(table, chosen) ? row : chosen), best);
    const isBest = named === best && isLatest(table, rows, best);
    if (isBest && !rows.some((row) => this.#addsTo(best, row))) return best;
    const job = jobAt(table, best);
    for (const row of [...rows].sort((a, b) => byKnowledge(table, a, b))) fill(job, jobAt(table, row));
    const { jobId, jobIdRaw, arrayJobId, arrayTask } = jobAt(table, named);
    const figures = latestFigures(table, rows, best);
    return table.compose({ ...job, ...figures, jobId, jobIdRaw, arrayJobId, arrayTask }, table.file.at(best));
  }

  /** Whether a record knows something that the best does not. */
  #addsTo(best: number, row: number): boolean {
    const { name, command, tracked } = this.#table;
    if (row === best) return false;
    if (tracked.length > 0 && addsTracked(tracked.at(best), tracked.at(row))) return true;
    for (const column of this.#numbers) if (Number.isNaN(column.at(best)) && !Number.isNaN(column.at(row))) return true;
    for (const column of this.#shortTexts) if (column.at(best) === '' && column.at(row) !== '') return true;
    return (name.size(best) === 0 && name.size(row) > 0) || (command.size(best) === 0 && command.size(row) > 0);
  }
}

/** Who knows more first: of GPUs; then final records before open ones; then of names and commands, which narrow columns cut; then the later of open ones; then the first read. */
function byKnowledge(table: JobTable, left: number, right: number): number {
  const areOpen = [left, right].map((row) => isOpen(table.stateAt(row))) as [boolean, boolean];
  const open = Number(areOpen[0]) - Number(areOpen[1]);
  const later = (): number => (areOpen[0] && areOpen[1] ? byNews(table, left, right) : 0);
  return byGpus(table, left, right) || open || textOf(table, right) - textOf(table, left) || later() || left - right;
}

const textOf = ({ name, command }: JobTable, row: number): number => name.size(row) + command.size(row);

/** How much a record says of its id: both forms, the printed form of a task or component alone, or a number that may be a raw id. */
function idRank({ jobIdRaw, arrayTask }: JobTable, row: number): number {
  if (jobIdRaw.size(row) > 0) return 2;
  return Number.isNaN(arrayTask.at(row)) ? 0 : 1;
}

function fill(job: Job, other: Job): void {
  for (const name of [...SHORT_TEXTS, ...LONG_TEXTS]) job[name] ||= other[name];
  job.tracked = joinTracked(job.tracked, other.tracked);
  for (const name of NUMBERS) if (Number.isNaN(job[name])) job[name] = other[name];
}
