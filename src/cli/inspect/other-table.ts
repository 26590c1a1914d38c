import { closeSync, openSync, readSync } from 'node:fs';
import { firstRows } from '../../ingest/csv/csv-rows.ts';
import { layoutOfTable } from '../../ingest/csv/table/layout.ts';
import type { Column } from '../../ingest/csv/table/roles.ts';
import { decodeHead } from '../../ingest/csv/text-pieces.ts';
import type { FoundFile } from '../../ingest/files.ts';
import type { FileReading } from './file-reading.ts';

const HEAD_BYTES = 65_536;
/** A table has so many columns at least, and so many rows that are as wide as its header. Our own judgement. */
const [FEWEST_COLUMNS, FEWEST_ROWS] = [3, 2];
/** The line below the header of a table in Markdown. */
const RULE = /^\s*(?::?-+:?)?\s*$/;
/** Headers that sound as if they said how long. */
const LIKE_DURATION = /zeit|dauer|stunden|minuten|sekunden|time|duration|hours|minutes|seconds/i;
/** What no header has: signs of a file that is no text. */
const NO_TEXT = /[\p{Cc}\uFFFD]/u;

/** What can be said of a file that no source knows: if it is a table, which columns it has, and which of them would make it one of jobs. */
export function readOtherTable({ path }: FoundFile): Pick<FileReading, 'columns' | 'hint'> | undefined {
  const rows = firstRows(decodeHead(headOf(path)));
  if (rows.some((cells) => cells.every((cell) => RULE.test(cell)))) return undefined;
  const at = rows.findIndex(
    (row) => isHeader(row) && rows.filter(({ length }) => length === row.length).length > FEWEST_ROWS,
  );
  const header = rows[at]?.map((name) => name.trim()).filter((name) => name !== '');
  if (header === undefined) return undefined;
  const { columns, isOfJobs } = layoutOfTable(header);
  return {
    columns: columns.map(({ name, role = '' }) => ({ header: name, use: role })),
    hint: isOfJobs ? mayBeOfJobs(columns) : isNotOfJobs(columns),
  };
}

/** A table with too few columns that are known to be taken for one of jobs unasked. */
function mayBeOfJobs(columns: readonly Column[]): string {
  const known = columns.filter(({ role }) => role !== undefined && role !== 'none');
  const said = known.map(({ name, role }) => `${JSON.stringify(name)}: ${role}`).join(', ');
  return `a table that may be one of jobs, with few columns that are known. If it is, say in runledger.yaml what they are: table: { columns: { ${said} } }, or let runledger inspect --write-config write that`;
}

function isNotOfJobs(columns: readonly Column[]): string {
  const example = columns.find(({ name, role }) => role === undefined && LIKE_DURATION.test(name));
  const header = JSON.stringify(example?.name ?? 'header of the column');
  return `a table, but no column of it is known to say how long jobs ran (duration), or when they began and ended (start and end). If it is one of jobs, name its columns in runledger.yaml, such as table: { columns: { ${header}: duration } }, or let runledger inspect --write-config list them`;
}

const isHeader = (row: readonly string[]): boolean =>
  row.filter((cell) => cell.trim() !== '').length >= FEWEST_COLUMNS &&
  row.every((cell) => !NO_TEXT.test(cell.trim()) && Number.isNaN(Number(cell.trim() || 'x')));

function headOf(path: string): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES);
  const file = openSync(path, 'r');
  try {
    return bytes.subarray(0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}
