import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { glob } from '../../model/glob.ts';

/** Names in folders, asked of the disk once each. */
export class Folders {
  readonly #names = new Map<string, readonly string[]>();

  namesIn(folder: string): readonly string[] {
    const known = this.#names.get(folder);
    if (known !== undefined) return known;
    const names = readNames(folder);
    this.#names.set(folder, names);
    return names;
  }

  /** The files that a path with `*` and `?` stands for, in the order of their names. */
  find(path: string): string[] {
    if (!/[*?]/.test(path)) return existsSync(path) ? [path] : [];
    const parts = path.split('/');
    return parts.reduce<string[]>((found, part, at) => found.flatMap((folder) => this.#step(folder, part, at)), ['']);
  }

  #step(folder: string, part: string, at: number): string[] {
    const below = at === 0 ? part : `${folder}/${part}`;
    if (!/[*?]/.test(part)) return below === '' || existsSync(below) ? [below] : [];
    const fits = glob(part);
    return this.namesIn(at === 0 ? '.' : folder || '/')
      .filter(fits)
      .map((name) => (at === 0 ? name : join(folder || '/', name)));
  }
}

function readNames(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return []; // a folder that is not there has no files
  }
}
