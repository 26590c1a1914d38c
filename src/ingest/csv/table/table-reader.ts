import type { Reader, Sink } from '../../source.ts';
import type { ByteRows } from '../byte-rows.ts';
import { CsvRows } from '../csv-rows.ts';
import { CellColumn } from './cell-column.ts';
import { JobEnergy } from './energy.ts';
import { JobGpuHours } from './gpu-hours.ts';
import { layoutOfTable, type TableLayout } from './layout.ts';
import { Measures } from './measures.ts';
import { JobMemory } from './memory.ts';
import { plain } from './numbers.ts';
import { parametersIn, RowCommands } from './parameters.ts';
import { ReadingsFinder } from './readings.ts';
import type { Column, Role } from './roles.ts';
import { RowJobs } from './row-jobs.ts';
import { type NoJob, RowTimes } from './row-times.ts';
import { isStepTable, totalsOf } from './rows-that-are-no-jobs.ts';
import { type SchedulerRow, schedulerRowsOf } from './scheduler-rows.ts';
import { settle } from './settled-table.ts';
import { SpoiledIds } from './spoiled-ids.ts';
import { SureRows } from './sure-rows.ts';
import { TableCells } from './table-cells.ts';
import { type BareRow, TotalRows } from './total-rows.ts';
import { usesOf } from './uses.ts';
import { ALIKE, BARE, oddTimes, type Warning, warningsOf } from './warnings.ts';

const CELLS = 'a row that has not as many cells as the header: it is cut or damaged';
const OPEN_QUOTE = 'a line with a quote that nothing closes: it is cut or damaged';
const TOTALS = 'rows of totals or means below or between the jobs: left out, or they would count twice';
const JOB_STEPS =
  'rows of steps of jobs, and of what was left of arrays, by the ids that Slurm gives them (700.batch, 700.0, 701_[3-9]): they are no jobs, and their hours are those of their jobs';
const OPEN_STEPS =
  'rows whose id is that of another row with a number behind a point (700.0 beside 700): under Slurm they are steps, whose hours are those of their job. Without start and end nothing tells, and each counts as a job. If they are steps, delete them from the table';
const STEPS =
  'rows of a table that are steps of runs and not runs: several rows of each, with a count that goes on. Export one row a run';

/** Reads a table of jobs: all rows first, since all cells of a column together decide how it is read. */
export class TableReader implements Reader {
  readonly #sink: Sink;
  readonly #rows: CsvRows;
  #titles: number;
  #layout: TableLayout | undefined;
  #cells = new TableCells([]);
  #isTotal: (row: readonly string[]) => boolean = () => false;
  #sure: SureRows | undefined;

  /** @param titles rows above the header */
  constructor(sink: Sink, titles = 0) {
    this.#sink = sink;
    this.#titles = titles;
    this.#rows = new CsvRows({
      row: (cells, line) => this.#take(cells, line),
      byteRows: (rows, from, line) => this.#takeBytes(rows, from, line),
      damaged: (line, text) => sink.reject({ line, rule: 'table-row', reason: OPEN_QUOTE, text }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#rows.feed(bytes);
  }

  end(): void {
    this.#rows.end();
    if (this.#layout === undefined) return;
    if (isStepTable(this.#layout, this.#cells)) this.#refuseSteps();
    else this.#push(this.#layout);
  }

  #take(row: readonly string[], line: number): void {
    if (row[0]?.[0] === '#') return;
    if (this.#titles > 0) {
      this.#titles--;
      return;
    }
    if (this.#layout === undefined) {
      this.#begin(row);
      return;
    }
    const { columns } = this.#layout;
    if (isHeader(row, columns)) return; // two tables in one file
    if (row.every((cell) => plain(cell) === '')) return; // spreadsheets keep rows that hold delimiters alone
    if (row.length !== columns.length && !isAsWide(row, columns.length)) {
      this.#sink.reject({ line, rule: 'table-row', reason: CELLS, text: row.join(',') });
    } else if (this.#isTotal(row)) {
      this.#noteBare('total', line);
    } else this.#cells.push(row, line);
  }

  /** Takes rows up to the first that is not surely a job's. @returns how many */
  #takeBytes(rows: ByteRows, from: number, line: number): number {
    let to = from;
    while (to < rows.length && this.#sure?.has(rows, to) === true) to++;
    this.#cells.pushBytes(rows, from, to, line);
    return to - from;
  }

  #begin(row: readonly string[]): void {
    const header = row.map((cell) => cell.trim());
    const width = header.findLastIndex((name) => name !== '') + 1;
    this.#layout = layoutOfTable(header.slice(0, width), this.#sink.settings.table);
    const hasIds = this.#layout.has('id'); // else rows are known by the texts of all their cells
    this.#cells = new TableCells(this.#layout.columns.map(({ role }) => new CellColumn(mayBeNumbers(role) && hasIds)));
    this.#isTotal = totalsOf(this.#layout);
    this.#sure = new SureRows(this.#layout);
  }

  #push(stated: TableLayout): void {
    const { table, file, path, settings, toUtc } = this.#sink;
    const { layout, cells, warnings: settled, ...others } = settle(stated, this.#cells, settings.table ?? {}, path);
    const readings = new ReadingsFinder(layout, settings.table ?? {}, path, cells).readings();
    const isParameter = parametersIn(layout, cells, readings.decimal);
    const measures = new Measures(layout, cells, isParameter, readings.decimal);
    const ofFile = layout.columns.slice(0, stated.columns.length);
    this.#sink.describe(usesOf(ofFile, readings, { isParameter, isMeasure: measures.columns, ...others }));
    const commands = new RowCommands(layout, cells, isParameter);
    const spoiled = new SpoiledIds(cells.columns[layout.at('id')]);
    const memory = new JobMemory(layout, cells.columns[layout.at('memory')], settings.table ?? {}, readings.decimal);
    const gpuHours = new JobGpuHours(layout, cells, settings.table ?? {}, readings, path);
    const energy = new JobEnergy(layout, cells, settings.table ?? {}, readings.decimal);
    const parts = { commands, spoiled, measures, memory: memory.numbers, gpuSeconds: gpuHours.seconds, energy };
    const jobs = new RowJobs(layout, cells, parts, readings, toUtc);
    const warnings = [
      ...warningsOf(layout, readings, spoiled),
      ...oddTimes(layout, readings, jobs),
      ...settled(readings),
      ...memory.warnings,
      ...gpuHours.warnings,
      ...energy.warnings,
    ];
    const totals = new TotalRows(layout, cells, readings);
    const columnOf = (role: Role) => cells.columns[layout.at(role)];
    const ofScheduler = schedulerRowsOf(columnOf('id'), () => new RowTimes(columnOf, readings, toUtc));
    for (let row = 0; row < cells.length; row++) {
      const bare = totals.at(row);
      if (bare !== undefined) this.#noteBare(bare, cells.lines.at(row));
      if (bare === 'total' || this.#isNoJob(ofScheduler.get(row), row)) continue;
      const refusal = jobs.take(row);
      if (refusal !== undefined) this.#reject(refusal, row);
      else if (warnings.length > 0) this.#warn(warnings, row);
    }
    table.pushColumns(jobs.columns(), file);
    for (const row of jobs.alike) this.#note('table-alike', 'warning', ALIKE, cells.lines.at(row));
  }

  /** Settles a row that a scheduler lists beside its jobs. */
  #isNoJob(kind: SchedulerRow | undefined, row: number): boolean {
    if (kind === undefined) return false;
    const isOpen = kind === 'open';
    if (!isOpen) this.#sink.settle(kind);
    const [rule, severity] = isOpen
      ? (['table-steps-open', 'warning'] as const)
      : (['table-job-steps', 'info'] as const);
    this.#note(rule, severity, isOpen ? OPEN_STEPS : JOB_STEPS, this.#cells.lines.at(row));
    return !isOpen;
  }

  #refuseSteps(): void {
    for (let row = 0; row < this.#cells.length; row++) {
      this.#sink.settle('ignored');
      this.#note('table-steps', 'error', STEPS, this.#cells.lines.at(row));
    }
  }

  #noteBare(bare: BareRow, line: number): void {
    if (bare === 'total') this.#sink.settle('ignored');
    if (bare === 'total') this.#note('table-totals', 'info', TOTALS, line);
    else this.#note('table-bare', 'warning', BARE, line);
  }

  #warn(warnings: readonly Warning[], row: number): void {
    for (const { rule, message, holds } of warnings) {
      if (holds(row)) this.#note(rule, 'warning', message, this.#cells.lines.at(row));
    }
  }

  #reject({ rule, reason }: NoJob, row: number): void {
    const line = this.#cells.lines.at(row);
    this.#sink.reject({ line, rule, reason, text: this.#cells.rowAt(row).join(',') });
  }

  #note(rule: string, severity: 'error' | 'warning' | 'info', message: string, line: number): void {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
}

/** Columns of numbers and times, of which no text goes into the job table. */
const NUMBERS: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  ...(['submit', 'start', 'end', 'duration', 'gpuHours', 'energy', 'gpuEnergy', 'memory', 'metricValue'] as const),
  undefined,
]);
const mayBeNumbers = (role: Role | undefined): boolean => NUMBERS.has(role);

function isHeader(row: readonly string[], columns: readonly Column[]): boolean {
  for (let at = 0; at < columns.length; at++) if (row[at]?.trim() !== columns[at]?.name) return false;
  return true;
}

/** Whether a row has a cell for each column, and nothing beyond them. */
const isAsWide = (row: readonly string[], width: number): boolean =>
  row.length >= width && row.slice(width).every((cell) => plain(cell) === '');
