import type { ColumnUse, Reader, Sink } from '../../source.ts';
import { CsvRows } from '../csv-rows.ts';
import { furtherHeader } from './header-row.ts';
import { layoutOfTable } from './layout.ts';
import { plain } from './numbers.ts';
import { TableSection } from './table-section.ts';

const OPEN_QUOTE = 'a line with a quote that nothing closes: it is cut or damaged';
const FURTHER =
  'a further table below another in one file, with a header of its own: its rows count as jobs of their own. If they sum up the jobs above, delete them';
const OF_NO_JOBS =
  'a row below a further header in the same file, which says no hours of jobs: delete that table if it sums up the jobs above, else give it a header that says how long they ran (duration, start and end or GPU-hours)';

/** Reads a file of one table of jobs, or of several below each other: a row that is clearly a header of its own begins the next. */
export class TableReader implements Reader {
  readonly #sink: Sink;
  readonly #rows: CsvRows;
  #titles: number;
  #section: TableSection | undefined;
  #isOfNoJobs = false;
  readonly #uses = new Map<string, ColumnUse>();

  /** @param titles rows above the header */
  constructor(sink: Sink, titles = 0) {
    this.#sink = sink;
    this.#titles = titles;
    this.#rows = new CsvRows({
      row: (cells, line) => this.#take(cells, line),
      byteRows: (rows, from, line) => (this.#isOfNoJobs ? 0 : (this.#section?.takeBytes(rows, from, line) ?? 0)),
      damaged: (line, text) => sink.reject({ line, rule: 'table-row', reason: OPEN_QUOTE, text }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#rows.feed(bytes);
  }

  end(): void {
    this.#rows.end();
    if (this.#section === undefined) return;
    this.#end(this.#section);
    if (this.#uses.size > 0) this.#sink.describe([...this.#uses.values()]);
  }

  #take(row: readonly string[], line: number): void {
    if (row[0]?.[0] === '#') return;
    if (this.#titles > 0) this.#titles--;
    else if (this.#section === undefined) this.#begin(row);
    else this.#takeBelow(row, line, this.#section);
  }

  #takeBelow(row: readonly string[], line: number, section: TableSection): void {
    const isSame = section.isHeader(row); // two tables in one file
    const further = isSame ? undefined : furtherHeader(row, this.#sink.settings.table);
    if (isSame || further !== undefined) this.#isOfNoJobs = further === 'other';
    if (further === 'jobs') {
      this.#end(section);
      this.#begin(row);
      if (!section.isEmpty) this.#note(line);
    }
    if (isSame || further !== undefined) return;
    if (row.every((cell) => plain(cell) === '')) return; // spreadsheets keep rows that hold delimiters alone
    if (this.#isOfNoJobs) this.#sink.reject({ line, rule: 'table-further', reason: OF_NO_JOBS, text: row.join(',') });
    else section.take(row, line);
  }

  #begin(row: readonly string[]): void {
    const header = row.map((cell) => cell.trim());
    const width = header.findLastIndex((name) => name !== '') + 1;
    this.#section = new TableSection(this.#sink, layoutOfTable(header.slice(0, width), this.#sink.settings.table));
  }

  #end(section: TableSection): void {
    for (const use of section.end()) {
      const key = `${use.header} ${use.use}`;
      if (!this.#uses.has(key)) this.#uses.set(key, use);
    }
  }

  #note(line: number): void {
    this.#sink.diagnostics.note('table-below', 'warning', FURTHER, { file: this.#sink.path, line });
  }
}
