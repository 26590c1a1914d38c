/** How much of the evidence is left: all, or without what the level is named for. Ids of arrays are hidden at every level but the first. */
export const LEVELS = ['full', 'ids', 'names', 'commands', 'times', 'withheld'] as const;

export type Level = (typeof LEVELS)[number];

/** The levels that logs of Slurm come in. */
export const SLURM_LEVELS = ['full', 'ids', 'names', 'commands', 'times'] as const;

/** What replaces a column of sacct at each level: a text, or another column. */
const HIDDEN: Readonly<
  Record<(typeof SLURM_LEVELS)[number], Readonly<Record<string, (cells: ReadonlyMap<string, string>) => string>>>
> = (() => {
  const ids = { JobID: (cells: ReadonlyMap<string, string>): string => cells.get('JobIDRaw') ?? '' };
  const names = { JobName: () => 'job' };
  const commands = { SubmitLine: () => '' };
  return {
    full: {},
    ids,
    names: { ...ids, ...names },
    commands: { ...ids, ...commands },
    times: { ...ids, ...names, ...commands },
  };
})();

/** A text of `sacct --parsable2` without what the level hides. Lines that are not of the header's width are left as they are. */
export function hideEvidence(text: string, level: (typeof SLURM_LEVELS)[number]): string {
  const hidden = Object.entries(HIDDEN[level]);
  if (hidden.length === 0) return text;
  const [header = '', ...lines] = text.split('\n');
  const columns = header.split('|');
  return [header, ...lines.map((line) => hideInLine(line, columns, hidden))].join('\n');
}

function hideInLine(
  line: string,
  columns: readonly string[],
  hidden: readonly (readonly [string, (cells: ReadonlyMap<string, string>) => string])[],
): string {
  const cells = line.split('|');
  if (cells.length !== columns.length) return line;
  const byColumn = new Map(columns.map((column, index) => [column, cells[index] as string]));
  for (const [column, replace] of hidden) if (byColumn.has(column)) byColumn.set(column, replace(byColumn));
  return [...byColumn.values()].join('|');
}
