import { normal } from './drawn-sweep.ts';
import type { Columns } from './observed-runs.ts';

/** What a drawn search is made with. */
export interface SearchPlan {
  readonly configurations: number;
  /** How many values each of its three parameters takes; numbers from a range unless said. */
  readonly levels?: number;
  readonly repeats: number;
  /** How many more runs the best configuration has. */
  readonly again: number;
}

/** A random search of three parameters, as columns: the first moves what is measured, the others do not. What else configurations differ by is the same for their repeats, which hardly differ. */
export function drawnSearch(
  random: () => number,
  { configurations, levels, repeats, again }: SearchPlan,
): { readonly columns: Columns; readonly y: readonly number[] } {
  const tried = Array.from({ length: configurations }, () => {
    const drawn = [random(), random(), random()];
    const values = drawn.map((each) => (levels === undefined ? String(each) : `v${Math.floor(levels * each)}`));
    return { values, level: 3 * (drawn[0] as number) + normal(random) };
  });
  const best = tried.reduce((a, b) => (b.level > a.level ? b : a));
  const runs = [
    ...tried.flatMap((each) => new Array<typeof each>(repeats).fill(each)),
    ...new Array<typeof best>(again).fill(best),
  ];
  return {
    columns: Object.fromEntries(
      ['a', 'b', 'c'].map((key, at) => [key, runs.map(({ values }) => values[at] as string)]),
    ),
    y: runs.map(({ level }) => level + 0.3 * normal(random)),
  };
}
