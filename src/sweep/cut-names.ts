import { VALUE } from './command-shape.ts';
import type { Templates } from './find-templates.ts';
import { HashTable } from './hash-table.ts';
import type { JobScanner } from './job-scanner.ts';
import type { RunView } from './run-view.ts';

/** Names that sites and wrappers cut have one length, and no more characters than this. A third of a user's runs must be called so. Our own judgement. */
const [LONGEST, SHARE] = [16, 0.3];

/** Whose names are all as long as the longest: they were cut at so many characters, and what they end with is no whole value. */
export class CutNames {
  /** Numbers of owners, and their sizes by number. */
  readonly #numbers = new HashTable();
  readonly #sizes: NameSizes[] = [];

  constructor(templates: Templates, view: RunView, scanner: JobScanner) {
    for (let template = 0; template < templates.count; template++) {
      const runs = templates.runsOf(template);
      const owner = scanner.ownerOf(view.first[runs[0] as number] as number);
      const known = this.#sizesOf(owner) ?? this.#begin(owner);
      for (let at = 0; at < runs.length && known.longest <= LONGEST; at++)
        count(known, scanner.nameSizeOf(view.first[runs[at] as number] as number));
    }
  }

  /** Whether somebody has cut names. */
  isCut(owner: number): boolean {
    const known = this.#sizesOf(owner);
    return known !== undefined && known.longest <= LONGEST && known.atLongest >= SHARE * known.runs;
  }

  #sizesOf(owner: number): NameSizes | undefined {
    const number = this.#numbers.get(owner);
    return number < 0 ? undefined : this.#sizes[number];
  }

  #begin(owner: number): NameSizes {
    const sizes = { longest: 0, runs: 0, atLongest: 0 };
    this.#numbers.set(owner, this.#sizes.push(sizes) - 1);
    return sizes;
  }
}

/** How long the names of somebody's runs are, in bytes, and how many are the longest: until one is too long to have been cut. */
interface NameSizes {
  longest: number;
  runs: number;
  atLongest: number;
}

function count(sizes: NameSizes, size: number): void {
  sizes.runs++;
  if (size > sizes.longest) [sizes.longest, sizes.atLongest] = [size, 0];
  if (size === sizes.longest) sizes.atLongest++;
}

/** A masked name up to its first value, without the key of that: `lisa-noaug` of `lisa-noaug_wd1e-4_h`. */
export function headOf(masked: string): string {
  const value = masked.indexOf(VALUE);
  return value < 0 ? masked : masked.slice(0, value).replace(/[^A-Za-z]*[A-Za-z]*$/, '');
}
