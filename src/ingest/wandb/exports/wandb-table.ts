import { firstRows } from '../../csv/csv-rows.ts';
import type { Source } from '../../source.ts';
import { utcTime } from '../loose-values.ts';
import { secondsIn } from './cell-values.ts';
import { tableLayout } from './columns.ts';
import { tableReader } from './table-reader.ts';

/** Columns that the page heads so, and hardly anyone else together. */
const OF_THE_PAGE = [
  'State',
  'Notes',
  'User',
  'Tags',
  'Created',
  'Runtime',
  'Sweep',
  'Agent',
  'Group',
  'Job Type',
  'ID',
];
const FEWEST = 3;

/** The table of runs that the web page exports: quoted cells, one row a run. */
export const wandbTable: Source = {
  name: 'wandb-table',

  sniff(head) {
    const [header = [], ...rows] = firstRows(head);
    const known = OF_THE_PAGE.filter((name) => header.includes(name));
    if (!header.includes('Name') || known.length < FEWEST) return 0;
    if (!known.includes('Runtime') && !known.includes('Created')) return 0;
    // The last row of the head may be cut. Excel leaves these cells as they are.
    const whole = rows.filter((cells) => cells.length === header.length);
    const cellsOf = (name: string): string[] =>
      whole.map((cells) => cells[header.indexOf(name)] ?? '').filter((cell) => cell !== '');
    const areSeconds = cellsOf('Runtime').every((cell) => !Number.isNaN(secondsIn(cell)));
    const areTimes = cellsOf('Created').every((cell) => !Number.isNaN(utcTime(cell)));
    return areSeconds && areTimes ? 0.95 : 0;
  },

  read: (_head, sink) => tableReader(sink, tableLayout),
};
