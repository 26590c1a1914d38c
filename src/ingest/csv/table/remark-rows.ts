import type { TableLayout } from './layout.ts';
import { plain } from './numbers.ts';

/** Where at least this share of rows has one cell alone, that is how the table says what a job is. Our own judgement. */
const MOST = 0.5;
/** Of fewer columns one cell is much of a row. */
const FEWEST_COLUMNS = 3;
const LETTER = /\p{L}/u;

/** Rows with text in one cell and nothing else: headings and remarks between jobs. */
export class RemarkRows {
  readonly #rows = new Set<number>();
  /** By column: whether it tells times and amounts, in which nothing else than a remark begins with a letter. */
  readonly #isFigure: readonly boolean[];

  constructor(layout: TableLayout) {
    const figures = new Set(
      (['submit', 'start', 'end', 'duration', 'gpuHours', 'gpus', 'energy'] as const).map((role) => layout.at(role)),
    );
    this.#isFigure = layout.columns.map((_, index) => figures.has(index));
  }

  /** Looks at a row that is to be kept under some number. */
  look(cells: readonly string[], row: number): void {
    if (this.#isFigure.length < FEWEST_COLUMNS) return;
    let only = -1;
    for (const [at, cell] of cells.entries()) {
      if (cell === '' || plain(cell) === '') continue;
      if (only >= 0) return; // nearly all rows, at their second cell
      only = at;
    }
    const text = cells[only] ?? '';
    if (LETTER.test(text) && !(this.#isFigure[only] === true && /^\s*\d/.test(text))) this.#rows.add(row);
  }

  /** Whether a row is one, of so many in all. */
  has(row: number, all: number): boolean {
    return this.#rows.size > 0 && this.#rows.size < MOST * all && this.#rows.has(row);
  }
}
