import type { Plan } from './plan-sweep.ts';
import type { Sweep } from './project.ts';

/** A sweep that was run, for what comes after it. Epoch seconds; first tries only. */
export interface Past {
  readonly plan: Plan;
  readonly start: number;
  readonly lastSubmit: number;
  readonly lastEnd: number;
}

/** Whether a sweep trains something else than each of the others, or searches something else. */
export const isApart = (sweep: Sweep, near: readonly Past[]): boolean =>
  near.every(({ plan: { sweep: other } }) => {
    if (other.context !== sweep.context) return true;
    const isWithin = (some: readonly string[], all: readonly string[]): boolean =>
      some.every((key) => all.includes(key));
    return !isWithin(sweep.searched, other.searched) && !isWithin(other.searched, sweep.searched);
  });

/** Whether no sweep of the same codebase tried the very same cells: it would be a repeat. */
export const isOther = ({ sweep, cells }: Plan, past: readonly Past[]): boolean =>
  past.every(
    ({ plan }) =>
      plan.sweep.context !== sweep.context ||
      cells.length === 0 ||
      JSON.stringify(plan.cells) !== JSON.stringify(cells),
  );
