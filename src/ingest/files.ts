import { type Dirent, statSync } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { AppError } from '../errors.ts';

/** A file found under the paths that the user named. */
export interface FoundFile {
  /** Where it is, to open it. */
  readonly path: string;
  /** How messages name it: relative to the directory named by the user, with that directory's name in front. */
  readonly shown: string;
  /** Size on disk, bytes. */
  readonly bytes: number;
}

/** A file or directory that is there and cannot be looked into. */
export interface Unreadable {
  readonly shown: string;
  readonly reason: string;
}

/** Ours, and no logs: the configuration, and what `collect` keeps of its own. */
const OURS: ReadonlySet<string> = new Set(['runledger.yaml', 'collect.json']);

/**
 * Finds all regular files under paths, sorted by the name shown, so that the order of a directory listing never shows. Hidden ones and our own are left out.
 * Symbolic links are followed, last of all: what they lead to is taken once, under its own name where it has one under the paths.
 *
 * @throws AppError when a path does not exist
 */
export async function findFiles(paths: readonly string[]): Promise<{ files: FoundFile[]; unreadable: Unreadable[] }> {
  const search = new Search();
  for (const path of paths) {
    const stats = await stat(path).catch(() => undefined);
    if (stats === undefined) throw new AppError({ code: 'path-missing', path });
    await search.visit(path, basename(resolve(path)));
  }
  await search.followLinks();
  return search.found();
}

/** Links that the client of W&B makes to what stands beside them: where directories were copied they lead nowhere, or to the originals. */
const SHORTCUT = /^(latest-run|debug(-\w+)?\.log)$/;

/** Where W&B's client writes when it finds a folder of that name. */
const WANDB_HIDDEN = '.wandb';

class Search {
  /** By real path, so that nothing is found twice. */
  readonly #files = new Map<string, FoundFile>();
  readonly #directories = new Set<string>();
  readonly #links: { readonly path: string; readonly shown: string }[] = [];
  readonly #unreadable: Unreadable[] = [];

  found(): { files: FoundFile[]; unreadable: Unreadable[] } {
    const order = (a: FoundFile, b: FoundFile): number =>
      a.shown < b.shown ? -1 : a.shown > b.shown ? 1 : a.path < b.path ? -1 : 1;
    return { files: [...this.#files.values()].sort(order), unreadable: this.#unreadable };
  }

  /**
   * Takes a file, or all that a directory holds.
   *
   * @param known its real path, if that is known
   */
  async visit(path: string, shown: string, known?: string): Promise<void> {
    try {
      const real = known ?? (await realpath(path));
      const stats = statSync(path);
      if (stats.isFile() && !this.#files.has(real)) this.#files.set(real, { path, shown, bytes: stats.size });
      if (!stats.isDirectory() || this.#directories.has(real)) return;
      this.#directories.add(real);
      for (const entry of await readdir(path, { withFileTypes: true })) await this.#entry(path, shown, real, entry);
    } catch (error) {
      this.#unreadable.push({ shown, reason: (error as Error).message.replace(/, \w+ '.*'$/, '') });
    }
  }

  /** Links may lead to links; each directory is entered once, so this ends. */
  async followLinks(): Promise<void> {
    while (this.#links.length > 0) {
      const links = this.#links.splice(0).sort((a, b) => (a.path < b.path ? -1 : 1));
      for (const { path, shown } of links) await this.visit(path, shown);
    }
  }

  async #entry(directory: string, shownDirectory: string, real: string, entry: Dirent): Promise<void> {
    const isHidden = entry.name.startsWith('.') && entry.name !== WANDB_HIDDEN;
    if (isHidden || OURS.has(entry.name)) return;
    const [path, shown] = [join(directory, entry.name), `${shownDirectory}/${entry.name}`];
    if (entry.isSymbolicLink()) {
      if (!SHORTCUT.test(entry.name)) this.#links.push({ path, shown });
    } else if (entry.isFile() || entry.isDirectory()) await this.visit(path, shown, join(real, entry.name));
  }
}
