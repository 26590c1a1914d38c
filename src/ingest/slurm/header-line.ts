import { isColumn, isJobHeader, layoutOf, type SacctLayout } from './sacct-columns.ts';

/** What is written around the lines and cells of a dump that went through something else than a file. */
export interface Frame {
  /** Each line begins with `> `: it was quoted in a mail. */
  readonly isQuoted: boolean;
  /** Cells have blanks around them, as in tables of Markdown and Org. */
  readonly isPadded: boolean;
}

/** A header line, and how it is framed. */
export interface Header {
  readonly layout: SacctLayout;
  readonly frame: Frame;
}

const MAIL_QUOTE = /^(?:>+ ?)+/;

/** A line without the marks that a mail puts before what it quotes. */
export const withoutMailQuote = (line: string): string => (line.startsWith('>') ? line.replace(MAIL_QUOTE, '') : line);

/** The lines under a header and around tables: `|---+---|`, `| :-- | --: |`. */
export const isRule = (cells: readonly string[]): boolean =>
  cells.some((cell) => cell.includes('--')) && cells.every((cell) => /^[\s+:=-]*$/.test(cell));

const BETWEEN_NAMES = /^\s*[A-Za-z]\w*?([^\w\s']+|\t)[A-Za-z]/;
/** Where a delimiter may be seen: between the first two names, before the id, behind it. */
const DELIMITER_BESIDE = [BETWEEN_NAMES, /([^\w\s']+|\t) *jobid/i, /\bjobid(?:raw)? *([^\w\s']+|\t)/i];

/** What libraries call a column of row numbers that has no name: nothing, or this. */
const NUMBER_OF_ROW = /^unnamed: \d+$/;

/**
 * Reads a header line: names of columns with the same run of other characters between all of them. A column without a name may stand first: the numbers of rows that pandas and R
 * write, or the bar that begins each line of a table.
 *
 * @returns undefined when the line is no header
 */
export function parseHeader(text: string): SacctLayout | undefined {
  const line = text.replaceAll('"', '').trimEnd(); // spreadsheets quote names
  for (const pattern of DELIMITER_BESIDE) {
    const delimiter = pattern.exec(line)?.[1];
    if (delimiter === undefined) continue;
    const columns = line.split(delimiter).map((name) => name.trim().toLowerCase().replace(NUMBER_OF_ROW, ''));
    const [first = ''] = columns;
    const isWhole = pattern === BETWEEN_NAMES || first === '' || isColumn(first); // else a command that names columns
    if (isWhole && isJobHeader(columns)) return layoutOf(columns, delimiter);
  }
  return undefined;
}

/** The first header line of a text, and how the lines of the text are framed. */
export function headerIn(head: string): Header | undefined {
  for (const line of head.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const bare = withoutMailQuote(line);
    const layout = parseHeader(bare);
    if (layout === undefined) continue;
    const isPadded = bare.includes(`${layout.delimiter} `) || bare.includes(` ${layout.delimiter}`);
    return { layout, frame: { isQuoted: bare !== line, isPadded } };
  }
  return undefined;
}
