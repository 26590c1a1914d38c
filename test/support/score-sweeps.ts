/** How well found groups agree with true ones, over pairs of items; an empty label is a group of its own. */
export interface PairScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const pairs = (count: number): number => (count * (count - 1)) / 2;

function sizes(labels: Iterable<string>): number {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + pairs(count), 0);
}

/** Pairwise precision, recall and F1 (of the pairs joined, which are right; of the right pairs, which are joined). */
export function scorePairs(found: ReadonlyMap<string, string>, truth: ReadonlyMap<string, string>): PairScore {
  const items = [...truth].map(([item, label], index) => ({
    truth: label === '' ? `alone ${index}` : label,
    found: (found.get(item) ?? '') === '' ? `alone ${index}` : (found.get(item) as string),
  }));
  const together = sizes(items.map((item) => `${item.truth}\u0000${item.found}`));
  const precision = together / sizes(items.map((item) => item.found));
  const recall = together / sizes(items.map((item) => item.truth));
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
