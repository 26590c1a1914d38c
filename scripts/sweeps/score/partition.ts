/** Items and the groups that they are in, found and true. Found and true groups are numbered apart; −1 is in none, alone. */
export interface Partitions {
  readonly found: readonly number[];
  readonly truth: readonly number[];
}

/** How well found groups agree with true ones. All but the counts are in 0 to 1; ARI may be below 0. */
export interface PartitionScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly bcubed: number;
  readonly ari: number;
  /** True groups of two or more, and how many of them were found with all of their items and no others. */
  readonly groups: number;
  readonly exact: number;
}

const pairs = (count: number): number => (count * (count - 1)) / 2;
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const harmonic = (one: number, other: number): number => (one + other === 0 ? 0 : (2 * one * other) / (one + other));

/** Sizes of groups, and of what found and true groups have in common. */
interface Contingency {
  readonly found: ReadonlyMap<number, number>;
  readonly truth: ReadonlyMap<number, number>;
  readonly both: ReadonlyMap<string, number>;
}

function countBy<Key>(keys: Iterable<Key>): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Each item that is in no group becomes a group of one. */
const apart = (groups: readonly number[]): number[] => groups.map((group, item) => (group < 0 ? -1 - item : group));

function contingency(partitions: Partitions): Contingency {
  const [found, truth] = [apart(partitions.found), apart(partitions.truth)];
  return {
    found: countBy(found),
    truth: countBy(truth),
    both: countBy(found.map((group, item) => `${group} ${truth[item]}`)),
  };
}

/**
 * Pairwise precision, recall and F1 (of the pairs joined, which are right; of the right pairs, which are joined), B-cubed F1 (Bagga and
 * Baldwin, 1998: the same by item), the adjusted Rand index (Hubert and Arabie, 1985), and exact groups.
 */
export function scorePartition(partitions: Partitions): PartitionScore {
  const counts = contingency(partitions);
  const sum = (sizes: ReadonlyMap<unknown, number>): number =>
    [...sizes.values()].reduce((all, size) => all + pairs(size), 0);
  const [together, joined, right] = [sum(counts.both), sum(counts.found), sum(counts.truth)];
  const [precision, recall] = [ratio(together, joined), ratio(together, right)];
  const expected = ratio(joined * right, pairs(partitions.truth.length));
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    bcubed: bcubed(counts, partitions.truth.length),
    ari: (together - expected) / ((joined + right) / 2 - expected || 1),
    ...exactness(counts),
  };
}

function bcubed({ found, truth, both }: Contingency, items: number): number {
  let [precision, recall] = [0, 0];
  for (const [key, count] of both) {
    const [foundGroup, trueGroup] = key.split(' ').map(Number) as [number, number];
    precision += count ** 2 / (found.get(foundGroup) ?? 1);
    recall += count ** 2 / (truth.get(trueGroup) ?? 1);
  }
  return harmonic(precision / items, recall / items);
}

function exactness({ found, truth, both }: Contingency): { groups: number; exact: number } {
  const isWhole = ([key, count]: [string, number]): boolean => {
    const [foundGroup, trueGroup] = key.split(' ').map(Number) as [number, number];
    return trueGroup >= 0 && count > 1 && found.get(foundGroup) === count && truth.get(trueGroup) === count;
  };
  return {
    groups: [...truth].filter(([group, size]) => group >= 0 && size > 1).length,
    exact: [...both].filter(isWhole).length,
  };
}

/** Several logs as one: no group reaches from one into another. */
export function joinPartitions(logs: readonly Partitions[]): Partitions {
  const found: number[] = [];
  const truth: number[] = [];
  let [foundGroups, trueGroups] = [0, 0];
  for (const log of logs) {
    for (const group of log.found) found.push(group < 0 ? -1 : group + foundGroups);
    for (const group of log.truth) truth.push(group < 0 ? -1 : group + trueGroups);
    foundGroups += 1 + log.found.reduce((most, group) => Math.max(most, group), -1);
    trueGroups += 1 + log.truth.reduce((most, group) => Math.max(most, group), -1);
  }
  return { found, truth };
}
