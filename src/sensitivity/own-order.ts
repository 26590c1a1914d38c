import type { Grouping } from '../stats/grouping.ts';

/** Observations in an order of their own. */
interface Ordered {
  readonly y: Float64Array;
  readonly groupings: readonly Grouping[];
}

/**
 * Puts observations into an order, and numbers their groups, by nothing but what was measured: however the rows of a log stand and whatever values are called, chance is then drawn alike.
 */
export function inOwnOrder(y: Float64Array, groupings: readonly Grouping[]): Ordered {
  const ranked = groupings.map((grouping) => ranksOf(y, grouping));
  const order = orderBy(y, ranked);
  return {
    y: Float64Array.from(order, (at) => y[at] as number),
    groupings: ranked.map((codes, index) => ({
      codes: order.map((at) => codes[at] as number),
      groups: groupings[index]?.groups ?? 0,
    })),
  };
}

/** Places of observations by what was measured, then by codes. */
export const orderBy = (y: Float64Array, codes: readonly (readonly number[])[]): number[] =>
  Array.from(y.keys()).sort((a, b) => {
    const difference = (y[a] as number) - (y[b] as number);
    if (difference !== 0) return difference;
    const telling = codes.find((each) => each[a] !== each[b]);
    return telling === undefined ? 0 : (telling[a] as number) - (telling[b] as number);
  });

/** By observation: the place of its group among all, by what was measured in it. */
export function ranksOf(y: Float64Array, { codes, groups }: Grouping): number[] {
  const measured = Array.from({ length: groups }, (): number[] => []);
  codes.forEach((code, at) => {
    measured[code]?.push(y[at] as number);
  });
  for (const each of measured) each.sort((a, b) => a - b);
  const order = measured.map((_, group) => group).sort((a, b) => compare(measured[a] ?? [], measured[b] ?? []));
  const rankOf = new Map(order.map((group, rank) => [group, rank]));
  return codes.map((code) => rankOf.get(code) as number);
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
