/** Places that a part may span; a longer one is put together again later. */
export const LONGEST_PART = 40;
/** A part that takes so many bits more than the best is not made longer. */
const HOPELESS_BITS = 40;

/** The fewest bits up to an edge, and the edge at which its last part begins. */
interface Cut {
  readonly bits: number;
  readonly from: number;
}

/**
 * The cheapest way to each edge, by dynamic programming.
 *
 * @param costs bits to begin a part at each edge
 * @param partFrom begins a part at a run; what it gives takes in the runs up to the next edge and says how many bits the part then takes
 */
export function shortestCut(
  edges: readonly number[],
  costs: readonly number[],
  partFrom: (from: number) => (begin: number, stop: number) => number,
): Cut[] {
  const best: Cut[] = edges.map((_, index) => ({ bits: index === 0 ? 0 : Number.POSITIVE_INFINITY, from: -1 }));
  for (let from = 0; from < edges.length - 1; from++) {
    const grow = partFrom(edges[from] as number);
    const before = (best[from]?.bits as number) + (costs[from] as number);
    for (let end = from + 1; end < Math.min(edges.length, from + 1 + LONGEST_PART); end++) {
      const bits = before + grow(edges[end - 1] as number, edges[end] as number);
      const fewest = best[end]?.bits as number;
      if (bits < fewest) best[end] = { bits, from };
      else if (bits > fewest + HOPELESS_BITS) break;
    }
  }
  return best;
}

/** The parts of a cheapest way to the last edge, each from a run up to another. */
export function partsOf(best: readonly { readonly from: number }[], edges: readonly number[]): [number, number][] {
  const parts: [number, number][] = [];
  for (let end = edges.length - 1; end > 0; end = best[end]?.from as number) {
    parts.push([edges[best[end]?.from as number] as number, edges[end] as number]);
  }
  return parts.reverse();
}
