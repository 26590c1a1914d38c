import { type Content, type Html, html } from './html.ts';

export interface Column {
  readonly head: string;
  /** `number`: set right; `prose`: may wrap; `share`: a figure with a bar beside it; `details`: prose to unfold, not to sort by. */
  readonly kind?: 'number' | 'text' | 'prose' | 'share' | 'details';
  /** The order that the rows are written in, where it is this column's. */
  readonly sorted?: 'ascending' | 'descending';
}

export interface Cell {
  readonly content: Content;
  /** What sorting goes by, where that is not the text itself. NaN sorts last. */
  readonly sort?: number;
}

export interface Row {
  /** Makes the row a place to link to. */
  readonly id?: string;
  readonly name?: 'sub' | 'total';
  /** One a column; the first is the row's heading. */
  readonly cells: readonly Cell[];
  /** What stands across all columns under the row, and stays with it when rows are sorted. */
  readonly below?: Html;
}

export interface Table {
  /** Unique on the page. */
  readonly id: string;
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Lets the script offer sorting by column and a filter for what `filter` names (`sweeps`). */
  readonly filter?: string;
}

/** A table of more rows scrolls under its head, so that it does not bury what follows. */
const LONG_FROM_ROWS = 30;

/** A cell, with what it sorts by where that is not its text. */
export const cell = (content: Content, sort?: number): Cell => (sort === undefined ? { content } : { content, sort });

/** A table under its numbered caption. */
export const captioned = (table: Table): Html => html`<figure class="tabular">
<figcaption id="${table.id}-caption">${table.caption}</figcaption>
${bareTable(table)}
</figure>`;

/** A table without a caption of its own on view, for the data behind a chart. */
export const dataTable = (table: Table): Html =>
  html`<p class="unseen" id="${table.id}-caption">${table.caption}</p>${bareTable(table)}`;

/** A table that scrolls inside its own frame, which the keyboard can reach. */
function bareTable(table: Table): Html {
  const filter = table.filter !== undefined && html` data-filter="${table.filter}"`;
  const name = table.rows.length > LONG_FROM_ROWS ? 'scroll long' : 'scroll';
  return html`<div class="${name}" role="group" aria-labelledby="${table.id}-caption" tabindex="0">
<table id="${table.id}" aria-labelledby="${table.id}-caption"${filter}>
<thead><tr>${table.columns.map(heading)}</tr></thead>
<tbody>${table.rows.map((row) => body(row, table.columns))}</tbody>
</table></div>`;
}

function heading(column: Column): Html {
  const order = column.sorted !== undefined && html` aria-sort="${column.sorted}"`;
  return html`<th scope="col"${kindOf(column)}${order}>${column.head}</th>`;
}

function body(row: Row, columns: readonly Column[]): Html {
  const id = row.id !== undefined && html` id="${row.id}"`;
  const name = row.name !== undefined && html` class="${row.name}"`;
  const below =
    row.below !== undefined && html`<tr class="below"><td colspan="${columns.length}">${row.below}</td></tr>`;
  return html`
<tr${id}${name}>${row.cells.map((entry, index) => tableCell(entry, columns[index], index === 0))}</tr>${below}`;
}

function tableCell(entry: Cell, column: Column | undefined, isHeading: boolean): Html {
  const sort = entry.sort !== undefined && html` data-sort="${sortKey(entry.sort)}"`;
  const kind = column && kindOf(column);
  return isHeading
    ? html`<th scope="row"${kind}${sort}>${entry.content}</th>`
    : html`<td${kind}${sort}>${entry.content}</td>`;
}

/** Digits that tell any two figures of a report apart; more would only make the page heavier. */
const SORT_DIGITS = 9;

const sortKey = (figure: number): number => Number(figure.toPrecision(SORT_DIGITS));

const kindOf = (column: Column): Content =>
  column.kind !== undefined && column.kind !== 'text' && html` class="${column.kind}"`;
