import Papa from 'papaparse';
import { REJECT_TEXT_LENGTH } from '../../model/diagnostic.ts';
import { ByteRows } from './byte-rows.ts';
import { TextPieces } from './text-pieces.ts';

/** Where the rows of a table go. */
export interface RowHandler {
  /**
   * One row, the header included. Empty rows are left out.
   *
   * @param line of its first character, from 1
   */
  row(cells: readonly string[], line: number): void;
  /** A line with a quote that nothing closes: the lines after it are read as if it were not there. */
  damaged(line: number, text: string): void;
  /**
   * Takes rows as bytes as long as all is known without their text that {@link row} would do with them. Most rows of large tables come so, the first ones never.
   *
   * @param from the first of them
   * @param line of that row; each is one line
   * @returns how many it took: the next one is given to {@link row}
   */
  byteRows?(rows: ByteRows, from: number, line: number): number;
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Characters that are cut into rows at once. */
const PIECE_LENGTH = 65_536;
/** Text from which the delimiter is guessed, characters. */
const HEAD_LENGTH = 65_536;
const ROWS_TO_GUESS_BY = 20;
/** A record larger than this has a quote that nothing closes. Cells of W&B's summaries take up to some megabytes. */
const LONGEST_RECORD = 1 << 25;
/** After so many damaged lines the rest is one. */
const MOST_DAMAGED = 20;
/** What Excel understands as its delimiter, on a line of its own. */
const SEPARATOR_LINE = /^sep=(.)\n/;

/**
 * Cuts a table of text into rows as its bytes come: comma, semicolon, tab or bar between cells, quotes around cells that hold such or line breaks (RFC 4180). What encodings
 * it understands {@link TextPieces} says.
 */
export class CsvRows {
  readonly #handler: RowHandler;
  readonly #pieces: TextPieces;
  readonly #byteRows = new ByteRows();
  #parser: Papa.Parser | undefined;
  #delimiter = ',';
  /** Text of rows that are not whole yet. */
  #rest = '';
  #line = 1;
  #damaged = 0;
  /** Characters of the rest that are known to hold no end of a row: it is parsed again when it has doubled. */
  #tried = 0;

  constructor(handler: RowHandler) {
    this.#handler = handler;
    this.#pieces = new TextPieces(
      (text) => this.#take(text),
      (lines) => this.#takeLines(lines),
    );
  }

  feed(bytes: Uint8Array): void {
    this.#pieces.feed(bytes);
  }

  end(): void {
    this.#pieces.end();
    this.#parser ??= this.#begin();
    this.#parse();
    while (this.#rest !== '') {
      if (this.#parseLast()) return;
      this.#setAsideLine();
      this.#parse();
    }
  }

  /** Cuts lines into rows without papaparse, which takes strings: where a row begins with them and nothing is quoted. */
  #takeLines(lines: Uint8Array): boolean {
    const delimiter = this.#delimiter.charCodeAt(0);
    if (this.#handler.byteRows === undefined || this.#parser === undefined || this.#rest !== '') return false;
    const rows = this.#byteRows;
    if (!rows.cut(lines, delimiter)) return false;
    for (let row = 0; row < rows.length; row++) {
      const taken = this.#handler.byteRows(rows, row, this.#line);
      this.#line += taken;
      row += taken;
      if (row < rows.length) this.#row(rows.texts(row), false);
    }
    return true;
  }

  /** In small pieces: the cells of one are garbage before the collector has to move them, which halves the time. */
  #take(text: string): void {
    for (let at = 0; at < text.length; at += PIECE_LENGTH) this.#takePiece(text.slice(at, at + PIECE_LENGTH));
  }

  #takePiece(text: string): void {
    this.#rest += text;
    if (this.#parser === undefined && this.#rest.length < HEAD_LENGTH) return;
    this.#parser ??= this.#begin();
    if (this.#rest.length < this.#tried * 2) return;
    this.#parse();
    while (this.#rest.length > LONGEST_RECORD) {
      this.#setAsideLine();
      this.#parse();
    }
    this.#tried = this.#rest.length;
  }

  #begin(): Papa.Parser {
    this.#rest = this.#rest.replace(/^\uFEFF/, '');
    const told = SEPARATOR_LINE.exec(this.#rest)?.[1];
    if (told !== undefined) {
      this.#rest = this.#rest.slice(6);
      this.#line++;
    }
    this.#delimiter = told ?? guessDelimiter(this.#rest.slice(0, HEAD_LENGTH));
    return new Papa.Parser({ delimiter: this.#delimiter, newline: '\n' });
  }

  /** Hands over the rows that a line break ends. */
  #parse(): void {
    const { data, meta } = this.#parsed(true);
    this.#rows(data);
    this.#rest = this.#rest.slice(meta.cursor);
  }

  /** Hands over the last row, which nothing ends; false when a quote is open in it. */
  #parseLast(): boolean {
    const { data, errors } = this.#parsed(false);
    if (errors.some(({ code }) => code === 'MissingQuotes')) return false;
    this.#rows(data);
    this.#rest = '';
    return true;
  }

  #parsed(isUnfinished: boolean): Papa.ParseResult<string[]> {
    return (this.#parser as Papa.Parser).parse(this.#rest, 0, isUnfinished) as Papa.ParseResult<string[]>;
  }

  #rows(data: readonly (readonly string[])[]): void {
    // Only a quoted cell can hold a line break.
    const isQuoted = this.#rest.includes('"');
    for (const cells of data) this.#row(cells, isQuoted);
  }

  #row(cells: readonly string[], isQuoted: boolean): void {
    const line = this.#line;
    this.#line++;
    if (isQuoted) for (const cell of cells) if (cell.includes('\n')) this.#line += countNewlines(cell);
    if (cells.length > 1 || cells[0]?.trim()) this.#handler.row(cells, line);
  }

  /** Gives up on the first line of the rest, or on all of it when that has happened too often. */
  #setAsideLine(): void {
    const end = this.#rest.indexOf('\n');
    const isLast = end === -1 || ++this.#damaged > MOST_DAMAGED;
    const text = isLast ? this.#rest : this.#rest.slice(0, end + 1);
    this.#handler.damaged(this.#line, text.slice(0, REJECT_TEXT_LENGTH).trimEnd());
    this.#rest = isLast ? '' : this.#rest.slice(end + 1);
    this.#line += isLast ? countNewlines(text) : 1;
  }
}

function countNewlines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The delimiter that cuts most rows into as many cells as each other; of several such the one with most cells. A comma where there is none. Titles above a table have none of their own. */
function guessDelimiter(head: string): string {
  const guesses = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: ROWS_TO_GUESS_BY });
    const widths = data.map((row) => row.length);
    const rowsOf = (width: number): number => widths.filter((each) => each === width).length;
    const [cells = 0] = [...new Set(widths)].sort((a, b) => rowsOf(b) - rowsOf(a) || b - a);
    return { delimiter, cells, alike: rowsOf(cells) / data.length };
  });
  const cutting = guesses.filter(({ cells }) => cells > 1);
  return cutting.sort((a, b) => b.alike - a.alike || b.cells - a.cells)[0]?.delimiter ?? ',';
}

/**
 * The first rows of a file whose head was decoded as if it were UTF-8, to recognise it by: of UTF-16 the zeros are left out, which is enough for column names.
 *
 * @returns at most `most` rows, the last of which may be cut
 */
export function firstRows(head: string, most = 20): readonly (readonly string[])[] {
  const text = head
    .replace(/\0/g, '')
    .replace(/^[\uFEFF\uFFFD]+/, '')
    .replace(/\r\n?/g, '\n')
    .replace(SEPARATOR_LINE, '');
  const { data } = Papa.parse<string[]>(text, { delimiter: guessDelimiter(text), newline: '\n', preview: most });
  return data.filter((cells) => cells.length > 1 || cells[0]?.trim());
}
