import { CsvRows } from '../../csv/csv-rows.ts';
import type { Reader, Sink } from '../../source.ts';
import type { Layout } from './columns.ts';
import { RunTable } from './run-table.ts';

const CELLS = 'a row that has not as many cells as the header: it is cut or damaged';
const OPEN_QUOTE = 'a line with a quote that nothing closes: it is cut or damaged';

/** Reads a table of runs as text whose header says what its columns are. */
export function tableReader(sink: Sink, layoutOf: (header: readonly string[]) => Layout): Reader {
  let header: readonly string[] | undefined;
  let table: RunTable | undefined;
  const reject = (line: number, reason: string, text: string): void =>
    sink.reject({ line, rule: 'wandb-row', reason, text });
  const rows = new CsvRows({
    row(cells, line) {
      if (header === undefined || table === undefined) {
        header = withoutEmptyEnd(cells.map((cell) => cell.trim()));
        table = new RunTable(layoutOf(header), sink);
        return;
      }
      const { length } = header;
      if (cells.every((cell, index) => cell.trim() === (header?.[index] ?? ''))) return; // two exports in one file
      if (cells.length < length || cells.slice(length).some((cell) => cell !== ''))
        reject(line, CELLS, cells.join(','));
      else table.add(cells, line);
    },
    damaged: (line, text) => reject(line, OPEN_QUOTE, text),
  });
  return {
    feed: (bytes) => rows.feed(bytes),
    end() {
      rows.end();
      if (header !== undefined && table !== undefined) sink.describe(table.usesOf(header));
      table?.end();
    },
  };
}

/** Columns without a name at the end hold nothing: a spreadsheet left them. */
const withoutEmptyEnd = (names: readonly string[]): readonly string[] =>
  names.slice(0, names.findLastIndex((name) => name !== '') + 1);
