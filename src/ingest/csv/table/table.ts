import { AppError } from '../../../errors.ts';
import type { Source } from '../../source.ts';
import { firstRows } from '../csv-rows.ts';
import { findHeader, type HeaderRow } from './header-row.ts';
import { openCountIn, type TableSettings } from './layout.ts';
import { TableReader } from './table-reader.ts';

/** Any table of jobs as text: a row a job, with a header. See the README of `csv/`. */
export const table: Source = {
  name: 'table',

  sniff: (head, settings) => (headerIn(head, settings?.table) === undefined ? 0 : 0.55),

  read(head, sink) {
    const header = headerIn(head, sink.settings.table);
    const count = header && openCountIn(header.layout);
    if (count !== undefined) {
      const choices = ['gpus', 'none'].map((role) => `columns: { ${JSON.stringify(count.name)}: ${role} }`);
      const readings = ['the number of GPUs', 'something else'];
      throw new AppError({ code: 'table-open', path: sink.path, what: `column "${count.name}"`, readings, choices });
    }
    return new TableReader(sink, header?.titles ?? 0);
  },
};

function headerIn(head: string, settings: TableSettings | undefined): HeaderRow | undefined {
  const rows = firstRows(head.replace(/^(?:#[^\n]*\n)+/, ''));
  const header = findHeader(rows, settings);
  return header !== undefined && rows.length > header.titles + 1 ? header : undefined;
}
