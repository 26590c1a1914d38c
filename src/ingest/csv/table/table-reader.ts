import type { Job } from '../../../model/job.ts';
import type { Reader, Sink } from '../../source.ts';
import { ColumnJudge } from '../column-judge.ts';
import { CsvRows } from '../csv-rows.ts';
import { RowBuffer } from '../row-buffer.ts';
import { TableLayout } from './layout.ts';
import { plain } from './numbers.ts';
import { type Readings, ReadingsFinder } from './readings.ts';
import type { Column } from './roles.ts';
import { RowIds } from './row-ids.ts';
import { type NoJob, RowJobs } from './row-job.ts';
import { isStepTable, isTotal } from './rows-that-are-no-jobs.ts';

const CELLS = 'a row that has not as many cells as the header: it is cut or damaged';
const OPEN_QUOTE = 'a line with a quote that nothing closes: it is cut or damaged';
const TOTALS = 'rows of totals or means below the jobs: left out, or they would count twice';
const STEPS =
  'rows of a table that are steps of runs and not runs: several rows of each, with a count that goes on. Export one row a run';
const ORDER =
  'dates such as 04/09/2023, of which nothing in the table tells whether days or months come first: hours do not depend on it, the calendar does. Taken as days first; say dates: month-first under table: in runledger.yaml if that is wrong';
const GPU_HOURS =
  'rows that state GPU-hours and no hours: they stand as one GPU for so long, and their wall time is not known';

/** Reads a table of jobs: all rows first, since all cells of a column together decide how it is read. */
export class TableReader implements Reader {
  readonly #sink: Sink;
  readonly #rows: CsvRows;
  readonly #buffer = new RowBuffer();
  #titles: number;
  #layout: TableLayout | undefined;
  #finder: ReadingsFinder | undefined;

  /** @param titles rows above the header */
  constructor(sink: Sink, titles = 0) {
    this.#sink = sink;
    this.#titles = titles;
    this.#rows = new CsvRows({
      row: (cells, line) => this.#take(cells, line),
      damaged: (line, text) => sink.reject({ line, rule: 'table-row', reason: OPEN_QUOTE, text }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#rows.feed(bytes);
  }

  end(): void {
    this.#rows.end();
    if (this.#layout === undefined || this.#finder === undefined) return;
    if (isStepTable(this.#layout, this.#buffer)) this.#refuseSteps();
    else this.#push(this.#layout, this.#finder);
  }

  #take(raw: readonly string[], line: number): void {
    if (raw[0]?.startsWith('#') === true) return;
    if (this.#titles > 0) {
      this.#titles--;
      return;
    }
    if (this.#layout === undefined) {
      const header = raw.map((cell) => cell.trim());
      const width = header.findLastIndex((name) => name !== '') + 1;
      this.#layout = new TableLayout(header.slice(0, width), this.#sink.settings.table);
      this.#finder = new ReadingsFinder(this.#layout, this.#sink.settings.table ?? {}, this.#sink.path);
      return;
    }
    const { columns } = this.#layout;
    if (columns.every(({ name }, index) => raw[index]?.trim() === name)) return; // two tables in one file
    const cells = raw.map(plain);
    if (cells.every((cell) => cell === '')) return; // spreadsheets keep rows that hold delimiters alone
    if (cells.length < columns.length || cells.slice(columns.length).some((cell) => cell !== '')) {
      this.#sink.reject({ line, rule: 'table-row', reason: CELLS, text: raw.join(',') });
      return;
    }
    if (isTotal(this.#layout, cells)) {
      this.#sink.settle('ignored');
      this.#note('table-totals', 'info', TOTALS, line);
      return;
    }
    this.#finder?.add(cells);
    this.#buffer.push(cells, line);
  }

  #push(layout: TableLayout, finder: ReadingsFinder): void {
    const readings = finder.readings();
    const jobs = new RowJobs(layout, readings, this.#sink.toUtc);
    const ids = new RowIds(layout.has('id'));
    const isParameter = this.#parameters(layout);
    this.#sink.describe(
      layout.columns.map((column, index) => ({
        header: column.name,
        use: useOf(column, isParameter[index] === true, readings),
      })),
    );
    const hasHours = layout.has('duration') || (layout.has('start') && layout.has('end'));
    for (const { cells, line } of this.#buffer.rows()) {
      const job = jobs.jobOf(cells, line);
      if ('reason' in job) {
        this.#reject(job, line, cells);
        continue;
      }
      if (job.command === '') job.command = commandOf(layout, cells, isParameter);
      if (!hasHours) this.#note('table-gpu-hours-alone', 'warning', GPU_HOURS, line);
      if (readings.isOrderOpen) this.#note('table-dates', 'warning', ORDER, line);
      this.#sink.table.push(ids.apart(job as Job, cells), this.#sink.file);
    }
  }

  /** Which of the columns without a role are hyperparameters. */
  #parameters(layout: TableLayout): readonly boolean[] {
    const others = layout.columns.flatMap(({ role }, index) => (role === undefined ? [index] : []));
    const judge = new ColumnJudge(others.map((index) => layout.columns[index]?.name ?? ''));
    const state = layout.at('state');
    for (const { cells } of this.#buffer.rows()) {
      judge.add(
        others.map((index) => cells[index] ?? ''),
        '',
        !/fail|crash|error/i.test(cells[state] ?? ''),
      );
    }
    const verdicts = judge.verdicts();
    return layout.columns.map(({ name }, index) => {
      const at = others.indexOf(index);
      return at >= 0 && (CONFIG.test(name) || (verdicts[at] === 'parameter' && !METRIC.test(name)));
    });
  }

  #refuseSteps(): void {
    for (const { line } of this.#buffer.rows()) {
      this.#sink.settle('ignored');
      this.#note('table-steps', 'error', STEPS, line);
    }
  }

  #reject({ rule, reason }: NoJob, line: number, cells: readonly string[]): void {
    this.#sink.reject({ line, rule, reason, text: cells.join(',') });
  }

  #note(rule: string, severity: 'error' | 'warning' | 'info', message: string, line: number): void {
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line });
  }
}

/** What a column was taken for, in words. */
function useOf({ role, unit }: Column, isParameter: boolean, { order, usesOrder, duration }: Readings): string {
  if (role === undefined) return isParameter ? 'hyperparameter' : '';
  if (role === 'start' || role === 'end' || role === 'submit') return usesOrder ? `${role}, ${order}` : role;
  const seconds = Number.isNaN(unit) ? duration.unit : unit;
  return role === 'duration' && !Number.isNaN(seconds) ? `duration, numbers count ${seconds} s` : role;
}

const CONFIG = /^(?:config|params?|parameters?|hparams?|hp|hyperparameters?)[._/]/i;
const METRIC = /^(?:metrics?|summary|results?)[._/]|^metric_(?:name|value)$/i;

/** The hyperparameters of a row as options of a command, which is where other logs have them. */
function commandOf(layout: TableLayout, cells: readonly string[], isParameter: readonly boolean[]): string {
  const options = layout.columns.flatMap(({ name }, index) => {
    const value = cells[index] ?? '';
    if (isParameter[index] !== true || value === '') return [];
    return [`--${name.replace(CONFIG, '').replace(/\s+/g, '_')}=${value.replace(/\s+/g, '_')}`];
  });
  return options.length === 0 ? '' : ['row', ...options].join(' ');
}
