/** A value of a row: text as the column holds it; undefined for NULL. */
export type SqlValue = string | undefined;

/** An INSERT of a dump, its rows not yet read. */
export interface Insert {
  readonly table: string;
  /** Columns where the statement names them (`--complete-insert`). */
  readonly columns?: readonly string[];
  /** Where the first row begins in the line. */
  readonly start: number;
}

const INSERT = /^INSERT (?:IGNORE )?INTO `([^`]+)`(?: \(([^)]*)\))? VALUES\s*/;
const VALUE =
  /\s*(?:(NULL)|0x([0-9A-Fa-f]*)|(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?:_\w+ )?'([^'\\]*(?:(?:\\.|'')[^'\\]*)*)')\s*/sy;
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', 0: '\0', Z: '\u001a' };
const decoder = new TextDecoder();

/** Reads the beginning of an INSERT statement; undefined when the line is none. */
export function parseInsert(line: string): Insert | undefined {
  const match = INSERT.exec(line);
  if (match === null) return undefined;
  const [whole, table = '', names] = match;
  const columns = names?.split(',').map((name) => name.trim().replaceAll('`', ''));
  return { table, start: whole.length, ...(columns === undefined ? {} : { columns }) };
}

/**
 * Reads the rows of an INSERT: `(1,'a\'b',NULL),(2,0x61,'')`. One array is used for all of them.
 *
 * @returns false when the line ends, or is broken, before its last row does
 */
export function readRows(line: string, start: number, onRow: (values: readonly SqlValue[]) => void): boolean {
  const values: SqlValue[] = [];
  let at = start;
  while (line[at] === '(') {
    at = readRow(line, at + 1, values);
    if (at < 0) return false;
    onRow(values);
    if (line[at] === ';' || at >= line.length) return line[at] === ';';
    at++; // the comma between rows
  }
  return false;
}

/** Reads the values of a row up to its closing parenthesis; gives where to go on, −1 when it is broken. */
function readRow(line: string, start: number, values: SqlValue[]): number {
  values.length = 0;
  for (let at = start; ; ) {
    VALUE.lastIndex = at;
    const match = VALUE.exec(line);
    if (match === null) return -1;
    const [, isNull, hex, number, text] = match;
    values.push(isNull !== undefined ? undefined : (number ?? (hex === undefined ? unquoted(text ?? '') : ofHex(hex))));
    at = VALUE.lastIndex + 1;
    if (line[at - 1] === ')') return at;
    if (line[at - 1] !== ',') return -1;
  }
}

const unquoted = (text: string): string =>
  text.includes('\\') || text.includes("'")
    ? text.replace(/\\(.)|''/gs, (_, escaped?: string) => (escaped === undefined ? "'" : (ESCAPED[escaped] ?? escaped)))
    : text;

const ofHex = (hex: string): string =>
  decoder.decode(
    Uint8Array.from({ length: hex.length / 2 }, (_, index) => Number.parseInt(hex.substr(index * 2, 2), 16)),
  );
