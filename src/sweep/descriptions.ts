import { Description } from './description.ts';
import { type FamilyAxes, NO_AXES } from './family-axes.ts';

/** So many are kept for the next family, of no more runs than this: nearly all are of a few runs, and large ones would be memory that is seldom used. */
const [MOST_KEPT, LARGEST_KEPT] = [2048, 8];

/**
 * Descriptions that families use one after the other. A family makes thousands, which live just so long that the garbage collector moves them twice before they are garbage: that took
 * a twentieth of the time of finding sweeps.
 */
export class Descriptions {
  #all: Description[] = [];
  #taken = 0;

  /** One without runs, for as long as nothing is {@link giveBack given back}. */
  take(family: FamilyAxes): Description {
    const free = this.#all[this.#taken] ?? new Description(NO_AXES);
    this.#all[this.#taken++] = free;
    return free.begin(family);
  }

  /** How many are taken. */
  get taken(): number {
    return this.#taken;
  }

  /** Takes back all but the first so many that were taken. */
  giveBack(left: number): void {
    this.#taken = left;
  }

  /** Takes back all, and keeps no more than is worth it. */
  end(): void {
    this.#taken = 0;
    if (this.#all.length > MOST_KEPT) this.#all.length = MOST_KEPT;
    this.#all = this.#all.filter(({ runs }) => runs <= LARGEST_KEPT);
  }
}
