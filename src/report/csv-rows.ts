import Papa from 'papaparse';

/** A cell: text is neutralised where a spreadsheet would run it as a formula; numbers are written as they are, NaN as nothing. */
export type Cell = string | number;

const ROWS_PER_PIECE = 2000;

/**
 * Writes rows as RFC 4180 CSV with one header line, in pieces, so that a million rows need not be held at once. Lines end with a newline alone.
 */
export function* csvRows(header: readonly string[], rows: Iterable<readonly Cell[]>): Generator<string> {
  yield `${header.join(',')}\n`;
  let piece: (readonly Cell[])[] = [];
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_PER_PIECE) continue;
    yield write(piece);
    piece = [];
  }
  if (piece.length > 0) yield write(piece);
}

const write = (rows: readonly (readonly Cell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map(written)),
    { newline: '\n', escapeFormulae: true },
  )}\n`;

const written = (cell: Cell): Cell => (typeof cell === 'number' && Number.isNaN(cell) ? '' : cell);
