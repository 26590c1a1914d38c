import type { Source } from '../../source.ts';
import { firstRows } from '../csv-rows.ts';
import { TableLayout } from './layout.ts';
import { TableReader } from './table-reader.ts';

/** So many named columns at least: fewer are a list. */
const FEWEST_COLUMNS = 2;

/** Any table of jobs as text: a row a job, with a header. See the README of `csv/`. */
export const table: Source = {
  name: 'table',

  sniff(head) {
    const [header = [], ...rows] = firstRows(head.replace(/^(?:#[^\n]*\n)+/, ''), 4);
    if (header.length < FEWEST_COLUMNS || rows.length === 0) return 0;
    const layout = new TableLayout(header.map((name) => name.trim()));
    const known = layout.columns.filter(({ role }) => role !== undefined).length;
    return layout.isOfJobs && known >= FEWEST_COLUMNS ? 0.55 : 0;
  },

  read: (_head, sink) => new TableReader(sink),
};
