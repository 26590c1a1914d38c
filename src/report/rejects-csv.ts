import type { ProjectFacts } from '../model/facts.ts';
import { csvRows } from './csv-rows.ts';

/** One row a record that was set aside: `rejects.csv`, in pieces; the header alone when there are none. */
export const rejectsCsv = ({ rejects }: ProjectFacts): Generator<string> =>
  csvRows(
    ['file', 'line', 'rule', 'reason', 'text'],
    rejects.map(({ file, line, rule, reason, text }) => [file, line, rule, reason, text]),
  );
