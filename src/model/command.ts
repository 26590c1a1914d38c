/** A word of a command as it was typed, and what of it can be a name: `--redact` replaces all but the plain ones. */
export interface CommandWord {
  readonly text: string;
  readonly kind: 'plain' | 'path' | 'user' | 'account' | 'id';
}

/** The command that makes a report again. */
export interface ReportCommand {
  /** The program, options that change what is said, in a fixed order, and the paths. */
  readonly words: readonly CommandWord[];
  /** Options that change only how the page looks. */
  readonly forPage: readonly CommandWord[];
  /** The configuration that was read, which is part of what the command means. */
  readonly config?: { readonly path: string; readonly sha256: string };
}

/** What no shell takes for anything else. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/** A word as a POSIX shell reads it back. */
const quoted = (text: string): string => (PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

const lineOf = (words: readonly CommandWord[]): string => words.map(({ text }) => quoted(text)).join(' ');

/** The command that gives the data again, as a line for a POSIX shell. */
export const commandLine = ({ words }: ReportCommand): string => lineOf(words);

const PROGRAM_WORDS = 2;

/** The same that gives the page again. */
export const pageCommandLine = ({ words, forPage }: ReportCommand): string =>
  lineOf([...words.slice(0, PROGRAM_WORDS), ...forPage, ...words.slice(PROGRAM_WORDS)]);
