import type { Ledger } from '../model/ledger.ts';
import type { Templates } from './find-templates.ts';
import { hashTexts } from './hash-bytes.ts';
import type { RunView } from './run-view.ts';

/** What stands for no array. */
export const NO_ARRAY = -1;

/** Clusters that one project can have; job ids times this stay exact. */
const MOST_CLUSTERS = 2 ** 16;

/**
 * Which job array a run is a task of. Where the log has raw ids only, tasks are known by a submit line that asks for an array (`sbatch --array=0-11 train.sh`) and the second in which
 * it was submitted, which all tasks share.
 */
export class ArrayOf {
  readonly #ledger: Ledger;
  readonly #view: RunView;
  readonly #bySubmission = new Map<number, number>();

  constructor(ledger: Ledger, view: RunView, templates: Templates) {
    this.#ledger = ledger;
    this.#view = view;
    for (let template = 0; template < templates.count; template++) {
      const place = templates.slotsOf(template).findIndex(({ role }) => role === 'array');
      if (place < 0) continue;
      for (const run of templates.runsOf(template)) {
        if (!Number.isNaN(this.#arrayId(run))) continue;
        const tasks = templates.texts.text(templates.valueOf(run, place));
        this.#bySubmission.set(run, -2 - hashTexts(String(template), tasks, String(view.submit[run])));
      }
    }
  }

  /** One number for all tasks of an array; {@link NO_ARRAY} for a run that is none. */
  of(run: number): number {
    const array = this.#arrayId(run);
    if (Number.isNaN(array)) return this.#bySubmission.get(run) ?? NO_ARRAY;
    return array * MOST_CLUSTERS + this.#ledger.table.cluster.code(this.#rowOf(run));
  }

  #arrayId(run: number): number {
    return this.#ledger.table.arrayJobId.at(this.#rowOf(run));
  }

  #rowOf(run: number): number {
    return this.#ledger.row[this.#view.first[run] as number] as number;
  }
}
