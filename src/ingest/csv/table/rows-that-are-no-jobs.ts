import type { CellColumn } from './cell-column.ts';
import type { TableLayout } from './layout.ts';
import { plain } from './numbers.ts';
import type { TableCells } from './table-cells.ts';

/** What stands before totals and means below a table. */
const TOTAL =
  /^(?:(?:grand\s+)?totals?|sums?|subtotal|averages?|avg|means?|median|summe|gesamt(?:summe)?|insgesamt|mittel(?:wert)?|durchschnitt|somme|moyenne)\b\s*:?/i;

const FIRST_OF_TOTALS = Uint8Array.from({ length: 256 }, (_, code) =>
  Number(/[adgimst]/i.test(String.fromCharCode(code))),
);

/** Whether a word for totals may begin with a byte. */
export const mayBeginTotal = (byte: number): boolean => FIRST_OF_TOTALS[byte] === 1;

/** The columns of times, of which a row of totals has none. */
export const timesOf = (layout: TableLayout): readonly number[] =>
  (['start', 'end', 'submit'] as const).map((role) => layout.at(role)).filter((at) => at >= 0);

/** Tells whether a row, as it stands in the file, adds up others: a word for that, and neither start nor end. */
export function totalsOf(layout: TableLayout): (row: readonly string[]) => boolean {
  const times = timesOf(layout);
  return (row) => {
    if (times.some((at) => isTime(plain(row[at] ?? '')))) return false;
    for (const cell of row) {
      const text = plain(cell);
      if (text !== '') return TOTAL.test(text);
    }
    return false;
  };
}

/** The word for totals may stand in the column before the sum. */
const isTime = (cell: string): boolean => cell !== '' && !TOTAL.test(cell);

const STEP = /^(?:_?step|global_?step|epoch|(?:training_?)?iteration|iter|batch|schritt|epoche)$/i;
/** What Ray Tune counts, which is known to be no hyperparameter. */
const OF_RAY_TUNE = 'training_iteration';
/** So many rows of one run are steps of it. Our own judgement. */
const ROWS_A_RUN = 3;

/** Whether rows are steps of runs: a count of steps, and each name or id on several rows. */
export function isStepTable(layout: TableLayout, { columns, length }: TableCells): boolean {
  const step = layout.columns.findIndex(
    ({ name, role }) => (role === undefined || name === OF_RAY_TUNE) && STEP.test(name),
  );
  if (step < 0) return false;
  const of = columns[layout.at('id') >= 0 ? layout.at('id') : layout.at('name')];
  const runs = distinctIn(of, length / ROWS_A_RUN);
  return length >= ROWS_A_RUN * runs && distinctIn(columns[step], ROWS_A_RUN) >= ROWS_A_RUN;
}

/** How many distinct texts a column has, or some number above `most`; 1 for a column that is not there. */
function distinctIn(column: CellColumn | undefined, most: number): number {
  if (column === undefined) return 1;
  const found = new Set<string>();
  for (let row = 0; row < column.length && found.size <= most; row++) found.add(column.at(row));
  return found.size;
}
