import { firstRows } from '../../csv/csv-rows.ts';
import type { Reader, Sink, Source } from '../../source.ts';
import { isEntries, jsonText } from '../loose-values.ts';
import { hasRole, scriptLayout } from './columns.ts';
import { JsonValues } from './json-values.ts';
import { RunTable } from './run-table.ts';
import { tableReader } from './table-reader.ts';

/** What W&B puts into every summary, in whatever form it was flattened. */
const OWN_RESULT = /^(?:summary[._])?_(?:runtime|wandb(?:[._]runtime)?)$/;
const OWN_RESULT_IN_JSON = /"(?:summary[._])?_(?:runtime|wandb(?:[._]runtime)?)"\s*:/;
const JSON_BEGINS = /^\uFEFF?\s*[[{]/;

const DAMAGED = 'not JSON: it is cut or damaged';
const NOT_A_RUN = 'no object with the fields of a run';

/** Tables of runs that scripts write over the API (docs.wandb.ai, Public API, export metrics): `summary`, `config`, `name`, together or flattened, as CSV or JSON. */
export const wandbApiCsv: Source = {
  name: 'wandb-api-csv',
  sniff: (head) => (JSON_BEGINS.test(head) ? sniffJson(head) : sniffTable(head)),
  read: (head, sink) => (JSON_BEGINS.test(head) ? jsonReader(sink) : tableReader(sink, scriptLayout)),
};

function sniffTable(head: string): number {
  const [header = [], first = []] = firstRows(head, 3);
  if (header.some((name) => OWN_RESULT.test(name.trim()))) return 0.9;
  const [summary, config] = ['summary', 'config'].map((name) => first[header.indexOf(name)]?.trimStart() ?? '');
  const isDictionary = summary?.startsWith('{') === true;
  return isDictionary && (config?.startsWith('{') === true || /_runtime|_wandb|_timestamp/.test(summary)) ? 0.9 : 0;
}

/** Several objects: a list, or lines. One alone may be the summary of a run directory. */
const SEVERAL = /^\uFEFF?\s*(?:\[|\{[^\n]*\}\s*\n\s*\{)/;
/** A table by columns. */
const BY_COLUMN = /^\uFEFF?\s*\{\s*"(?:summary|config|name|id|run_?id)"/;
const NAMED = /"(?:run_?)?(?:name|id)"\s*:/i;

/** As JSON such a table is a list, lines, or columns by name. A line of a history has W&B's own results too, but no name. */
function sniffJson(head: string): number {
  const hasBoth = /"summary"\s*:\s*["{]/.test(head) && /"config"\s*:\s*["{]/.test(head);
  const isFlat = OWN_RESULT_IN_JSON.test(head) && SEVERAL.test(head);
  const isTable = SEVERAL.test(head) || BY_COLUMN.test(head);
  return isTable && (hasBoth || isFlat) && NAMED.test(head) ? 0.7 : 0;
}

/** Objects become rows under the names of all keys that any of them has. */
function jsonReader(sink: Sink): Reader {
  const keys = new Set<string>();
  const rows: { readonly cells: ReadonlyMap<string, string>; readonly line: number }[] = [];
  const reject = (line: number, reason: string, text: string): void =>
    sink.reject({ line, rule: 'wandb-json', reason, text });
  const add = (value: unknown, line: number): void => {
    if (!isEntries(value)) reject(line, NOT_A_RUN, '');
    else {
      const cells = new Map(Object.entries(value).map(([key, item]) => [key, cellOf(item)]));
      for (const key of cells.keys()) keys.add(key);
      rows.push({ cells, line });
    }
  };
  return new JsonValues({
    value(value, line) {
      for (const row of transposed(value)) add(row, line);
    },
    damaged: (line, text) => reject(line, DAMAGED, text),
    end() {
      const header = [...keys];
      const table = new RunTable(scriptLayout(header), sink);
      for (const { cells, line } of rows)
        table.add(
          header.map((key) => cells.get(key) ?? ''),
          line,
        );
      table.end();
    },
  });
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : jsonText(value);
}

/** `{"summary": {"0": …}, "config": {"0": …}}`, as pandas writes a table by default, as rows; anything else as it is. */
function transposed(value: unknown): readonly unknown[] {
  if (!isEntries(value)) return [value];
  const columns = Object.entries(value);
  const first = columns[0]?.[1];
  const indices = isEntries(first) ? Object.keys(first) : [];
  const isByColumn =
    hasRole(scriptLayout(Object.keys(value)), 'name', 'summary') &&
    indices.length > 0 &&
    columns.every(([, column]) => isEntries(column) && indices.every((index) => Object.hasOwn(column, index)));
  if (!isByColumn) return [value];
  return indices.map((index) =>
    Object.fromEntries(columns.map(([name, column]) => [name, isEntries(column) ? column[index] : undefined])),
  );
}
