/**
 * How much nearer each run is to its own group than to the next one that tried the same combination: its silhouette, −1 to 1 (Rousseeuw, 1987), but for groups that it
 * could not be told from by its hyperparameters. 0 for a run whose combination no other group has: results do not part it from anything.
 *
 * @param distances square of as many rows as there are runs
 * @param cells by run: its combination; `groups` by run: its group, from 0 on without gaps
 */
export function apartness(distances: Float32Array, cells: readonly number[], groups: ArrayLike<number>): Float64Array {
  const count = cells.length;
  const sizes = sizesOf(groups, count);
  const having = groupsByCell(cells, groups);
  const sums = new Float64Array(sizes.length);
  return Float64Array.from(cells, (cell, run) => {
    sums.fill(0);
    for (let other = 0; other < count; other++) {
      const group = groups[other] as number;
      sums[group] = (sums[group] as number) + (other === run ? 0 : (distances[run * count + other] as number));
    }
    const own = groups[run] as number;
    if ((sizes[own] as number) < 2) return 0;
    const within = (sums[own] as number) / ((sizes[own] as number) - 1);
    let next = Number.POSITIVE_INFINITY;
    for (const group of having.get(cell) ?? [])
      if (group !== own) next = Math.min(next, (sums[group] as number) / (sizes[group] as number));
    return next === Number.POSITIVE_INFINITY ? 0 : (next - within) / Math.max(next, within, Number.MIN_VALUE);
  });
}

function sizesOf(groups: ArrayLike<number>, count: number): number[] {
  const sizes: number[] = [];
  for (let run = 0; run < count; run++) sizes[groups[run] as number] = (sizes[groups[run] as number] ?? 0) + 1;
  return sizes;
}

function groupsByCell(cells: readonly number[], groups: ArrayLike<number>): Map<number, Set<number>> {
  const having = new Map<number, Set<number>>();
  cells.forEach((cell, run) => {
    const known = having.get(cell);
    if (known === undefined) having.set(cell, new Set([groups[run] as number]));
    else known.add(groups[run] as number);
  });
  return having;
}
