import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import type { Sink } from '../source.ts';
import { parseHeader } from './header-line.ts';
import { isJobId } from './job-id.ts';
import { isNoise, noteNoise } from './noise.ts';
import { realign } from './realign.ts';
import { isFreeText, type SacctLayout } from './sacct-columns.ts';

const MOST_LINES = 50;

interface Row {
  cells: string[];
  readonly line: number;
  lines: number;
}

/**
 * Makes records of lines. A newline inside a job name or submit line cuts a record into several lines, and a delimiter inside
 * one gives it too many cells: both are put right here, so that whoever gets the record sees one cell a column.
 */
export class SacctRows {
  #layout: SacctLayout;
  readonly #sink: Sink;
  readonly #emit: (cells: readonly string[], line: number, layout: SacctLayout) => void;
  /** A record with all its cells, kept until the next begins: the next line may be the rest of its last cell. */
  #whole: Row | undefined;
  /** A record that lacks cells so far. */
  #part: Row | undefined;
  /** The last record was a step row, which was left out: lines that are no record are the rest of it. */
  #inStep = false;

  constructor(
    layout: SacctLayout,
    sink: Sink,
    emit: (cells: readonly string[], line: number, layout: SacctLayout) => void,
  ) {
    this.#layout = layout;
    this.#sink = sink;
    this.#emit = emit;
  }

  get layout(): SacctLayout {
    return this.#layout;
  }

  /** Whether a record lacks cells so far: then the next line is the rest of it, whatever it looks like. */
  get isCut(): boolean {
    return this.#part !== undefined;
  }

  /** Takes the cells of one line. `afterStep`: the line follows a step row, so what is no record is the rest of that step. */
  line(cells: string[], number: number, afterStep: boolean): void {
    if (cells.length === 1 && (cells[0] as string).trim() === '') return;
    if (afterStep) {
      this.#flush();
      this.#inStep = true;
    }
    const id = this.#idAt(cells);
    if (this.#isWhole(cells, id)) this.#begin(cells, number);
    else if (!id && this.#isHeader(cells)) return;
    else if (this.#part !== undefined) this.#continuePart(cells, number, id);
    else if (id && cells.length > 1) this.#beginPart(cells, number);
    else this.#oddLine(cells, number);
  }

  /** Whatever record is open ends here. */
  endRecord(): void {
    this.#flush();
    if (this.#part !== undefined) this.#rejectPart();
    this.#inStep = false;
  }

  /** Whether a cell holds an id where the first column of ids stands: free text before the other one may have moved it. */
  #idAt(cells: readonly string[]): boolean {
    const positions = [this.#layout.at('jobid'), this.#layout.at('jobidraw')].filter((at) => at >= 0);
    const cell = cells[Math.min(...positions)];
    return cell !== undefined && isJobId(cell);
  }

  /** Whether a line holds all of a record. Where free text stands before the id, the id may have moved. */
  #isWhole(cells: readonly string[], id: boolean): boolean {
    if (cells.length < this.#layout.columns.length) return false;
    return id || (!this.#idFirst() && realign(cells, this.#layout) !== undefined);
  }

  #idFirst(): boolean {
    return this.#layout.at('jobid') === 0 || this.#layout.at('jobidraw') === 0;
  }

  #isHeader(cells: readonly string[]): boolean {
    const layout = parseHeader(cells.join(this.#layout.delimiter));
    if (layout === undefined) return false;
    this.endRecord();
    this.#layout = layout;
    return true;
  }

  #begin(cells: string[], line: number): void {
    this.endRecord();
    this.#whole = { cells, line, lines: 1 };
  }

  #beginPart(cells: string[], line: number): void {
    this.endRecord();
    this.#part = { cells, line, lines: 1 };
  }

  #continuePart(cells: string[], number: number, id: boolean): void {
    const part = this.#part as Row;
    if (part.lines >= MOST_LINES) {
      this.#rejectPart();
      this.line(cells, number, false);
      return;
    }
    append(part, cells);
    if (part.cells.length < this.#layout.columns.length) return;
    this.#part = undefined;
    this.#whole = part;
    if (id && part.cells.length > this.#layout.columns.length) this.#splitAgain(part, cells, number);
  }

  /** A cut record was followed by a whole one and swallowed it: give both their due. */
  #splitAgain(part: Row, cells: string[], number: number): void {
    if (realign(part.cells, this.#layout) !== undefined) return;
    this.#whole = undefined;
    part.cells = part.cells.slice(0, part.cells.length - cells.length + 1);
    this.#part = part;
    this.#rejectPart();
    this.#beginPart(cells, number);
  }

  #oddLine(cells: string[], number: number): void {
    const text = cells.join(this.#layout.delimiter);
    if (isNoise(text)) {
      noteNoise(this.#sink, number);
    } else if (this.#inStep) {
      return;
    } else if (this.#continuesWhole(cells)) {
      append(this.#whole as Row, [text]);
    } else if (cells.length > 1) {
      this.#beginPart(cells, number);
    } else {
      this.#sink.reject({ line: number, rule: 'slurm-not-a-row', reason: 'not a row of this dump', text: cut(text) });
    }
  }

  /**
   * Whether a line that begins no record is the rest of the last cell of the record before it. Where the id stands first it must be,
   * delimiters or not; elsewhere a line with delimiters may as well be the beginning of a record cut before its id.
   */
  #continuesWhole(cells: readonly string[]): boolean {
    const { columns } = this.#layout;
    const last = (columns.at(-1) === '' ? columns.at(-2) : columns.at(-1)) as string;
    const possible = this.#whole !== undefined && this.#whole.lines < MOST_LINES && isFreeText(last);
    return possible && (this.#idFirst() || cells.length === 1);
  }

  #flush(): void {
    const row = this.#whole;
    if (row === undefined) return;
    this.#whole = undefined;
    if (row.cells.length === this.#layout.columns.length && this.#idAt(row.cells)) {
      this.#emit(row.cells, row.line, this.#layout);
      return;
    }
    const aligned = realign(row.cells, this.#layout);
    if (aligned === undefined) {
      const reason = `${row.cells.length} cells under ${this.#layout.columns.length} columns, and no way to tell which belong together. Export again with --delimiter=$'\\x1f'`;
      const text = cut(row.cells.join(this.#layout.delimiter));
      this.#sink.reject({ line: row.line, rule: 'slurm-cells', reason, text });
      return;
    }
    const rule = aligned.ambiguous ? 'slurm-realigned-unsure' : 'slurm-realigned';
    const severity = aligned.ambiguous ? 'warning' : 'info';
    const message = aligned.ambiguous
      ? 'rows with unescaped delimiters that can be read in more than one way: times and sizes are sure, names are not'
      : 'rows with unescaped delimiters or newlines in names or commands, put right by the columns around them';
    this.#sink.diagnostics.note(rule, severity, message, { file: this.#sink.path, line: row.line });
    this.#emit(aligned.cells, row.line, this.#layout);
  }

  #rejectPart(): void {
    const part = this.#part as Row;
    this.#part = undefined;
    const reason = `${part.cells.length} of ${this.#layout.columns.length} cells: the row is cut`;
    const text = cut(part.cells.join(this.#layout.delimiter));
    this.#sink.reject({ line: part.line, rule: 'slurm-cut-row', reason, text });
  }
}

function append(row: Row, cells: readonly string[]): void {
  row.cells[row.cells.length - 1] += `\n${cells[0]}`;
  for (const cell of cells.slice(1)) row.cells.push(cell);
  row.lines++;
}

const cut = (text: string): string => text.slice(0, REJECT_TEXT_LENGTH);
