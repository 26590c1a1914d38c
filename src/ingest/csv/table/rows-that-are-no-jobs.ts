import type { RowBuffer } from '../row-buffer.ts';
import type { TableLayout } from './layout.ts';

/** What stands before totals and means below a table. */
const TOTAL =
  /^(?:(?:grand\s+)?totals?|sums?|subtotal|averages?|avg|means?|median|summe|gesamt(?:summe)?|insgesamt|mittel(?:wert)?|durchschnitt|somme|moyenne)\b\s*:?/i;

/** Whether a row adds up others: a word for that, and neither start nor end. */
export function isTotal(layout: TableLayout, cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '') ?? '';
  const times = ['start', 'end', 'submit'].map((role) => cells[layout.at(role as 'start')] ?? '');
  const hasTime = times.some((cell) => cell !== '' && !TOTAL.test(cell));
  return !hasTime && TOTAL.test(first);
}

const STEP = /^(?:_?step|global_?step|epoch|iteration|iter|batch|schritt|epoche)$/i;
/** So many rows of one run are steps of it. Our own judgement. */
const ROWS_A_RUN = 3;

/** Whether rows are steps of runs: a count of steps, and each name or id on several rows. */
export function isStepTable(layout: TableLayout, buffer: RowBuffer): boolean {
  const step = layout.columns.findIndex(({ name, role }) => role === undefined && STEP.test(name));
  if (step < 0) return false;
  const of = layout.at('id') >= 0 ? layout.at('id') : layout.at('name');
  const [runs, steps] = [new Set<string>(), new Set<string>()];
  let rows = 0;
  for (const { cells } of buffer.rows()) {
    rows++;
    runs.add(cells[of] ?? '');
    steps.add(cells[step] ?? '');
  }
  return rows >= ROWS_A_RUN * runs.size && steps.size >= ROWS_A_RUN;
}
