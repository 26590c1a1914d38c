import type { ColumnUse, Sink } from '../../source.ts';
import type { ByteRows } from '../byte-rows.ts';
import { CellColumn } from './cell-column.ts';
import { areEndsOfSameDay } from './day-and-clock.ts';
import { JobEnergy } from './energy.ts';
import { JobGpuHours } from './gpu-hours.ts';
import { mayGrow, rowsThatGrew } from './growing-rows.ts';
import type { TableLayout } from './layout.ts';
import { Measures } from './measures.ts';
import { JobMemory } from './memory.ts';
import { plain } from './numbers.ts';
import { parametersIn, RowCommands } from './parameters.ts';
import { ReadingsFinder } from './readings.ts';
import { RemarkRows } from './remark-rows.ts';
import type { Column, Role } from './roles.ts';
import { RowJobs } from './row-jobs.ts';
import { CELLS, GREW, JOB_STEPS, OPEN_STEPS, REMARKS, STEPS, TOTALS } from './row-notes.ts';
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

/** One table of a file: its rows first, since all cells of a column together decide how it is read. */
export class TableSection {
  readonly #sink: Sink;
  readonly #layout: TableLayout;
  readonly #cells: TableCells;
  readonly #isTotal: (row: readonly string[]) => boolean;
  readonly #sure: SureRows;
  readonly #remarks: RemarkRows;

  constructor(sink: Sink, layout: TableLayout) {
    this.#sink = sink;
    this.#layout = layout;
    const hasIds = layout.has('id'); // else rows are known by the texts of all their cells
    this.#cells = new TableCells(layout.columns.map(({ role }) => new CellColumn(mayBeNumbers(role) && hasIds)));
    this.#isTotal = totalsOf(layout);
    this.#sure = new SureRows(layout);
    this.#remarks = new RemarkRows(layout);
  }

  /** Whether no row is kept. */
  get isEmpty(): boolean {
    return this.#cells.length === 0;
  }

  /** Whether a row is its header again. */
  isHeader(row: readonly string[]): boolean {
    return isHeader(row, this.#layout.columns);
  }

  take(row: readonly string[], line: number): void {
    const { columns } = this.#layout;
    if (row.length !== columns.length && !isAsWide(row, columns.length)) {
      this.#sink.reject({ line, rule: 'table-row', reason: CELLS, text: row.join(',') });
    } else if (this.#isTotal(row)) {
      this.#noteBare('total', line);
    } else {
      this.#remarks.look(row, this.#cells.length);
      this.#cells.push(row, line);
    }
  }

  /** Takes rows up to the first that is not surely a job's. @returns how many */
  takeBytes(rows: ByteRows, from: number, line: number): number {
    let to = from;
    while (to < rows.length && this.#sure.has(rows, to)) to++;
    this.#cells.pushBytes(rows, from, to, line);
    return to - from;
  }

  /** Makes jobs of its rows. @returns what its columns were taken for; none where its rows are no jobs */
  end(): readonly ColumnUse[] {
    if (mayGrow(this.#layout) || !isStepTable(this.#layout, this.#cells)) return this.#push(this.#layout);
    this.#refuseSteps();
    return [];
  }

  #push(stated: TableLayout): readonly ColumnUse[] {
    const { table, file, path, settings, toUtc } = this.#sink;
    const { layout, cells, warnings: settled, ...others } = settle(stated, this.#cells, settings.table ?? {}, path);
    const readings = new ReadingsFinder(layout, settings.table ?? {}, path, cells).readings();
    const isParameter = parametersIn(layout, cells, readings.decimal);
    const measures = new Measures(layout, cells, isParameter, readings.decimal);
    const ofFile = layout.columns.slice(0, stated.columns.length);
    const commands = new RowCommands(layout, cells, isParameter);
    const spoiled = new SpoiledIds(cells.columns[layout.at('id')]);
    const memory = new JobMemory(layout, cells.columns[layout.at('memory')], settings.table ?? {}, readings.decimal);
    const isEndOfSameDay = areEndsOfSameDay(others.joined);
    const gpuHours = new JobGpuHours(layout, cells, settings.table ?? {}, readings, path);
    const energy = new JobEnergy(layout, cells, settings.table ?? {}, readings.decimal);
    const numbers = { memory: memory.numbers, gpuSeconds: gpuHours.seconds, energy };
    const parts = { commands, spoiled, measures, ...numbers, isEndOfSameDay };
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
    const grown = rowsThatGrew(layout, cells, readings, toUtc);
    const columnOf = (role: Role) => cells.columns[layout.at(role)];
    const ofScheduler = schedulerRowsOf(columnOf('id'), () => new RowTimes(columnOf, readings, toUtc, isEndOfSameDay));
    const isNoJob = (row: number): boolean =>
      this.#isLeftOut(row, grown) || this.#isBare(totals.at(row), row) || this.#isNoJob(ofScheduler.get(row), row);
    for (let row = 0; row < cells.length; row++) {
      if (isNoJob(row)) continue;
      const refusal = jobs.take(row);
      if (refusal !== undefined) this.#reject(refusal, row);
      else if (warnings.length > 0) this.#warn(warnings, row);
    }
    table.pushColumns(jobs.columns(), file);
    for (const row of jobs.alike) this.#note('table-alike', 'warning', ALIKE, cells.lines.at(row));
    return usesOf(ofFile, readings, { isParameter, isMeasure: measures.columns, ...others });
  }

  /** Leaves a row out that is no job and no total. */
  #isLeftOut(row: number, grown: ReadonlySet<number>): boolean {
    const isRemark = this.#remarks.has(row, this.#cells.length);
    if (!isRemark && !grown.has(row)) return false;
    this.#sink.settle('ignored');
    const [rule, message] = isRemark ? (['table-remarks', REMARKS] as const) : (['table-grown', GREW] as const);
    this.#note(rule, 'info', message, this.#cells.lines.at(row));
    return true;
  }

  /** Notes a row that may sum up others. @returns whether it does */
  #isBare(bare: BareRow | undefined, row: number): boolean {
    if (bare !== undefined) this.#noteBare(bare, this.#cells.lines.at(row));
    return bare === 'total';
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
