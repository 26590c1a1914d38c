import type { Source } from '../../source.ts';
import { firstRows } from '../csv-rows.ts';
import { TableLayout } from './layout.ts';
import { TableReader } from './table-reader.ts';

/** So many columns at least must be known: tables of other things have a `name` and a `time` too. Our own judgement. */
const FEWEST_KNOWN = 3;

/** Any table of jobs as text: a row a job, with a header. See the README of `csv/`. */
export const table: Source = {
  name: 'table',

  sniff(head) {
    const [header = [], ...rows] = firstRows(head.replace(/^(?:#[^\n]*\n)+/, ''), 4);
    if (rows.length === 0) return 0;
    const layout = new TableLayout(header.map((name) => name.trim()));
    const known = layout.columns.filter(({ role }) => role !== undefined).length;
    return layout.isOfJobs && known >= FEWEST_KNOWN ? 0.55 : 0;
  },

  read: (_head, sink) => new TableReader(sink),
};
