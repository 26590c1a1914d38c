/** What a file of a run directory is. */
export type Role = 'metadata' | 'config' | 'summary' | 'debug-log' | 'history' | 'events' | 'log';

/** A run directory: its files by role, in the order in which they are read. */
export interface RunDirectory {
  /** Its own path, as shown; empty when the user named it or a file in it. */
  readonly path: string;
  readonly files: readonly { readonly index: number; readonly role: Role }[];
}

/** A file in which the agent of a sweep wrote what it gave to one run. */
export interface SweepFile {
  readonly index: number;
  /** The directory that holds the sweep's directory and those of its runs. */
  readonly root: string;
  readonly sweep: string;
  readonly run: string;
}

export interface WandbFiles {
  readonly runs: readonly RunDirectory[];
  readonly sweepFiles: readonly SweepFile[];
  /** Other files of these directories. */
  readonly rest: readonly number[];
}

/** Files by their path in a run directory, in the order in which they are read: the log last, since it needs what the others say. Old clients (0.9 and before) have no `files/`. */
const ROLES: readonly (readonly [Role, RegExp])[] = [
  ['metadata', /^(files\/)?wandb-metadata\.json$/],
  ['config', /^(files\/)?config\.yaml$/],
  ['summary', /^(files\/)?wandb-summary\.json$/],
  ['debug-log', /^(logs\/)?debug\.log$/],
  ['history', /^wandb-history\.jsonl$/],
  ['events', /^wandb-events\.jsonl$/],
  ['log', /^[^/]+\.wandb(\.gz|\.zst)?$/],
];

/** A log that was copied out of its directory. */
const STRAY_LOG = /\.wandb(\.gz|\.zst)?$/;

/** The name of a run directory: `run-20210216_154407-g9dvvkua`, `offline-run-…`, and `dryrun-…` of old clients. */
export const RUN_DIRECTORY = /^(?:offline-run|dryrun|run)-(\d{8}_\d{6})-(.+)$/;

/** Files that only a run directory has, whatever its name. */
const TELLTALE = /^(.*?\/?)(?:files\/)?wandb-(?:metadata|summary)\.json$/;

const SWEEP_FILE = /^(.*?)(?:^|\/)sweep-([^/]+)\/config-([^/]+)\.yaml$/;

/** Files of the client beside the run directories. */
const BESIDE = /^(?:debug[^/]*\.log|settings|wandb-resume\.json|latest-run|sweep-[^/]+\/.*)$/;

/** Sorts the paths of all files found into run directories, files of sweeps, and what else W&B's client left there. */
export function findRunDirectories(paths: readonly string[]): WandbFiles {
  const directories = new Set(paths.map(directoryOf).filter((directory) => directory !== undefined));
  const runs = new Map<string, { index: number; role: Role }[]>();
  const others: number[] = [];
  const rest: number[] = [];
  paths.forEach((path, index) => {
    const directory = enclosing(path, directories);
    const role = directory === undefined ? undefined : roleOf(path.slice(directory.length));
    if (directory !== undefined && role !== undefined) listOf(runs, directory).push({ index, role });
    else if (directory !== undefined && RUN_DIRECTORY.test(nameOf(directory))) rest.push(index);
    else if (STRAY_LOG.test(path)) runs.set(path, [{ index, role: 'log' }]);
    else others.push(index);
  });
  const sweepFiles = others.flatMap((index) => sweepFileOf(paths[index] as string, index));
  const roots = new Set([...[...directories].map(parentOf), ...sweepFiles.map(({ root }) => root)]);
  const taken = new Set(sweepFiles.map(({ index }) => index));
  rest.push(...others.filter((index) => !taken.has(index) && isBeside(paths[index] as string, roots)));
  return { runs: [...runs].map(([path, files]) => ({ path, files: files.sort(byRole) })), sweepFiles, rest };
}

function sweepFileOf(path: string, index: number): SweepFile[] {
  const found = SWEEP_FILE.exec(path);
  if (found === null) return [];
  const [, root = '', sweep = '', run = ''] = found;
  return [{ index, root: root === '' ? '' : `${root}/`, sweep, run }];
}

function isBeside(path: string, roots: ReadonlySet<string>): boolean {
  const root = parentIn(path, roots);
  return root !== undefined && BESIDE.test(path.slice(root.length));
}

function listOf<Key, Value>(lists: Map<Key, Value[]>, key: Key): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

const roleOf = (inside: string): Role | undefined => ROLES.find(([, pattern]) => pattern.test(inside))?.[0];

const rankOf = (role: Role): number => ROLES.findIndex(([each]) => each === role);

const byRole = (a: { index: number; role: Role }, b: { index: number; role: Role }): number =>
  rankOf(a.role) - rankOf(b.role) || a.index - b.index;

/** The run directory that a file shows to be one, with a slash at the end: by its own name, or by a file that nothing else has. */
function directoryOf(path: string): string | undefined {
  const parts = path.split('/');
  for (let depth = parts.length - 2; depth >= 0; depth--) {
    if (RUN_DIRECTORY.test(parts[depth] as string)) return `${parts.slice(0, depth + 1).join('/')}/`;
  }
  return TELLTALE.exec(path)?.[1];
}

/** The innermost of the directories that a path is in. */
function enclosing(path: string, directories: ReadonlySet<string>): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
    const directory = path.slice(0, slash + 1);
    if (directories.has(directory)) return directory;
  }
  return directories.has('') ? '' : undefined;
}

const nameOf = (directory: string): string => directory.slice(0, -1).replace(/^.*\//, '');

const parentOf = (directory: string): string => directory.replace(/[^/]*\/$/, '');

/** The root that a path is directly in, or in a folder of. */
function parentIn(path: string, roots: ReadonlySet<string>): string | undefined {
  for (let slash = path.lastIndexOf('/'); slash !== -1; slash = path.lastIndexOf('/', slash - 1)) {
    if (roots.has(path.slice(0, slash + 1))) return path.slice(0, slash + 1);
    if (slash === 0) break;
  }
  return roots.has('') ? '' : undefined;
}
