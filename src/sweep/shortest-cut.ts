/** Places that a part may span; a longer one is put together again later. */
export const LONGEST_PART = 40;
/** A part that takes so many bits more than the best is not made longer. */
const HOPELESS_BITS = 40;

/** Says what parts take. */
export interface PartCost {
  /** Begins a part at a run. */
  begin(from: number): void;
  /** Takes in the runs from one edge up to the next. @returns how many bits the part then takes */
  grow(begin: number, stop: number): number;
}

/**
 * The cheapest way to each edge, by dynamic programming.
 *
 * @param costs bits to begin a part at each edge
 * @returns by edge, the edge at which the last part of the cheapest way begins
 */
export function shortestCut(edges: readonly number[], costs: readonly number[], part: PartCost): number[] {
  const fewest = [0];
  const begins = [-1];
  for (let index = 1; index < edges.length; index++) {
    fewest.push(Number.POSITIVE_INFINITY);
    begins.push(-1);
  }
  for (let from = 0; from < edges.length - 1; from++) {
    part.begin(edges[from] as number);
    const before = (fewest[from] as number) + (costs[from] as number);
    for (let end = from + 1; end < Math.min(edges.length, from + 1 + LONGEST_PART); end++) {
      const bits = before + part.grow(edges[end - 1] as number, edges[end] as number);
      const known = fewest[end] as number;
      if (bits < known) {
        fewest[end] = bits;
        begins[end] = from;
      } else if (bits > known + HOPELESS_BITS) break;
    }
  }
  return begins;
}

/** The parts of a cheapest way to the last edge, each from a run up to another. */
export function partsOf(begins: readonly number[], edges: readonly number[]): [number, number][] {
  const parts: [number, number][] = [];
  for (let end = edges.length - 1; end > 0; end = begins[end] as number) {
    parts.push([edges[begins[end] as number] as number, edges[end] as number]);
  }
  return parts.reverse();
}
