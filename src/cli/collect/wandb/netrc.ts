/** A word, or one in double quotes, in which a backslash takes the next character as it is. */
const TOKEN = /"((?:[^"\\]|\\.)*)"|\S+/g;

/** Macros hold anything, up to an empty line. */
const MACRO = /^[ \t]*macdef\b.*(?:\n(?![ \t\r]*\n).*)*/gm;

/** A line that is a comment, or its end that is one. Passwords may hold `#`, so a blank comes after it there. */
const COMMENT = /^[ \t]*#.*$|[ \t]#[ \t].*$/gm;

interface Entry {
  /** Empty for `default`. */
  readonly machine: string;
  password?: string;
}

/**
 * The password for the first of these machines that a netrc file names, else that of its `default`. Where one is named twice, the later entry counts,
 * as in the netrc of Python, which W&B's own client uses.
 */
export function passwordFor(machines: readonly string[], netrc: string): string | undefined {
  const entries = entriesOf(netrc).reverse();
  for (const machine of [...machines, '']) {
    const entry = entries.find((candidate) => candidate.machine === machine);
    if (entry?.password !== undefined && entry.password !== '') return entry.password;
  }
  return undefined;
}

function entriesOf(netrc: string): Entry[] {
  const text = netrc.replace(MACRO, '').replace(COMMENT, '');
  const tokens = [...text.matchAll(TOKEN)].map(([token, quoted]) => quoted?.replace(/\\(.)/g, '$1') ?? token);
  const entries: Entry[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === 'default') entries.push({ machine: '' });
    else if (token === 'machine') entries.push({ machine: tokens[++at] ?? '' });
    else if (token === 'login' || token === 'account') at++;
    else if (token === 'password') takePassword(entries.at(-1), tokens[++at]);
  }
  return entries;
}

function takePassword(entry: Entry | undefined, password: string | undefined): void {
  if (entry !== undefined && password !== undefined) entry.password = password;
}
