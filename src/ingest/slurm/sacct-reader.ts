import Papa from 'papaparse';
import type { Reader, Sink } from '../source.ts';
import { Cells } from './cells.ts';
import { usesOfColumns } from './column-uses.ts';
import { type Frame, type Header, isRule, withoutMailQuote } from './header-line.ts';
import { numberOf, startsRecord, underscoreOf } from './job-id.ts';
import { foreignHardwareIn, type SacctLayout } from './sacct-columns.ts';
import { type LineBlock, SacctLines } from './sacct-lines.ts';
import { SacctRecords } from './sacct-records.ts';
import { SacctRows } from './sacct-rows.ts';

/**
 * Cuts lines into cells. `fastMode`: no quoting at all, or one `"` in a job name would swallow the lines after it. The parser itself and not `Papa.parse`, whose handler keeps three
 * quarters of all cells alive until the next full collection: a quarter of the reading time.
 */
const parseCells = (text: string, delimiter: string): string[][] =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar: '', fastMode: true }).parse(text, 0, false).data;

/** Reads what `sacct -P` printed. */
export class SacctReader implements Reader {
  readonly #lines: SacctLines;
  readonly #rows: SacctRows;
  readonly #records: SacctRecords;
  readonly #sink: Sink;
  readonly #cells = new Cells();
  readonly #frame: Frame;
  #headed = false;

  constructor({ layout, frame }: Header, sink: Sink) {
    this.#sink = sink;
    this.#frame = frame;
    sink.describe(usesOfColumns(layout.columns));
    noteForeign(layout, sink);
    this.#records = new SacctRecords(sink);
    const mended = new Cells();
    this.#rows = new SacctRows(layout, sink, (texts, line, current) => {
      mended.fill(texts);
      this.#records.add(mended, line, current);
    });
    this.#lines = new SacctLines({
      block: (block) => this.#block(block),
      bytes: {
        idFirst: () => this.#headed && !frame.isPadded && this.#rows.layout.startsWithId,
        step: (bytes, start, end, line) => this.#step(bytes, start, end, line),
        record: (bytes, start, end, next, line) => this.#plainRecord(bytes, start, end, next, line),
      },
      overlong: (line) => sink.reject({ line, rule: 'line-too-long', reason: 'a line of more than 4 MiB', text: '' }),
    });
  }

  feed(bytes: Uint8Array): void {
    this.#lines.feed(bytes);
  }

  end(): void {
    this.#lines.end();
    this.#rows.endRecord();
    this.#records.end();
  }

  #block({ text, numbers, afterStep }: LineBlock): void {
    const { layout } = this.#rows;
    const bare = this.#frame.isQuoted ? text.split('\n').map(withoutMailQuote).join('\n') : text;
    parseCells(bare, layout.delimiter).forEach((cells, index) => {
      const isFramed = this.#frame.isPadded || layout.columns[0] === '';
      if (isFramed && isRule(cells)) return;
      const whole = unquoted(cells, this.#rows.layout);
      this.#rows.line(isFramed ? bared(whole) : whole, numbers[index] as number, afterStep[index] as boolean);
    });
    this.#headed = true;
  }

  /** A line that is a record of its own beyond doubt: ASCII, as many cells as columns, and the next line begins another record. */
  #plainRecord(bytes: Uint8Array, start: number, end: number, next: number, line: number): boolean {
    const { layout, isCut } = this.#rows;
    if (isCut || !startsRecord(bytes, next, layout.delimiterByte)) return false;
    if (!this.#cells.cut(bytes, start, end, layout.delimiterByte, layout.columns.length)) return false;
    const idEnd = this.#cells.ends[0] as number;
    const underscore = underscoreOf(bytes, start, idEnd);
    if (underscore < 0 || this.#cells.areQuoted()) return false;
    this.#rows.endRecord();
    const isTask = underscore < idEnd;
    const array = isTask ? numberOf(bytes, start, underscore) : Number.NaN;
    const task = isTask ? numberOf(bytes, underscore + 1, idEnd) : Number.NaN;
    this.#records.addJob(this.#cells, line, layout, array, task);
    return true;
  }

  /** A step row as bytes: nothing of it is read, unless energy is logged. */
  #step(bytes: Uint8Array, start: number, end: number, line: number): void {
    const { layout } = this.#rows;
    this.#rows.endRecord();
    if (!layout.hasEnergy) {
      this.#records.addBareStep(bytes, start, end, line);
      return;
    }
    const whole = this.#cells.cut(bytes, start, end, layout.delimiterByte, layout.columns.length);
    if (whole || this.#isUnquoted(bytes.subarray(start, end))) {
      this.#records.addStep(this.#cells, this.#cells.text(0), line, layout);
    } else this.#sink.settle('steps');
  }

  /** Takes the cells of a row that is whole once the quotes that a spreadsheet put in are gone. */
  #isUnquoted(line: Uint8Array): boolean {
    if (!line.includes(QUOTE)) return false;
    const { layout } = this.#rows;
    const cells = unquoted(decoder.decode(line).split(layout.delimiter), layout);
    if (cells.length !== layout.columns.length) return false;
    this.#cells.fill(cells);
    return true;
  }
}

const QUOTE = 0x22;
const decoder = new TextDecoder();

/** What R and pandas write for no value. */
const NO_VALUE: ReadonlySet<string> = new Set(['NA', '<NA>', 'nan', 'NaN']);

/** The cells of a framed row: without blanks around them, and empty where a library wrote a word for that. */
const bared = (cells: readonly string[]): string[] =>
  cells.map((cell) => cell.trim()).map((cell) => (NO_VALUE.has(cell) ? '' : cell));

/** Says which columns of GPUs that someone added are not read. */
function noteForeign({ columns }: SacctLayout, { diagnostics, path }: Sink): void {
  const foreign = foreignHardwareIn(columns);
  if (foreign.length === 0) return;
  const message = `columns that sacct does not have and that tell of GPUs (${foreign.join(', ')}) are not read: AllocTRES says what jobs held`;
  diagnostics.note('slurm-foreign-columns', 'info', message, { file: path, line: 1 });
}

/**
 * The cells of a line that a spreadsheet or a library wrote, which quote what holds a delimiter. `sacct` quotes nothing and prints `"` as a backtick, so quotes that make as many
 * cells as there are columns were meant.
 */
function unquoted(cells: string[], { delimiter, columns }: SacctLayout): string[] {
  if (!cells.some((cell) => cell.startsWith('"'))) return cells;
  const { data } = Papa.parse<string[]>(cells.join(delimiter), { delimiter, newline: '\n', quoteChar: '"' });
  return data.length === 1 && data[0]?.length === columns.length ? data[0] : cells;
}
