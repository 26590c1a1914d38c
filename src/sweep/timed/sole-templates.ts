import type { Ledger } from '../../model/ledger.ts';
import type { Templates } from '../find-templates.ts';
import type { RunView } from '../run-view.ts';

/** There are fewer directories than this; the number of one and that of a user make up one number. */
const MOST_DIRECTORIES = 2 ** 26;

/** Tells whether all that somebody submitted from a directory looks alike: then names and submit lines tell nothing. Looked up when asked for first. */
export class SoleTemplates {
  readonly #ledger: Ledger;
  readonly #view: RunView;
  readonly #templates: Templates;
  #counts: ReadonlyMap<number, number> | undefined;

  constructor(ledger: Ledger, view: RunView, templates: Templates) {
    this.#ledger = ledger;
    this.#view = view;
    this.#templates = templates;
  }

  /** Whether a run looks like all others of its user and directory. */
  has(run: number): boolean {
    this.#counts ??= this.#count();
    return this.#counts.get(this.#placeOf(run)) === 1;
  }

  #count(): Map<number, number> {
    const counts = new Map<number, number>();
    for (let template = 0; template < this.#templates.count; template++) {
      const place = this.#placeOf(this.#templates.runsOf(template)[0] as number);
      counts.set(place, 1 + (counts.get(place) ?? 0));
    }
    return counts;
  }

  /** A number for the user and the directory of a run. */
  #placeOf(run: number): number {
    const { user, workDir } = this.#ledger.table;
    const row = this.#ledger.row[this.#view.first[run] as number] as number;
    return user.code(row) * MOST_DIRECTORIES + workDir.code(row);
  }
}
