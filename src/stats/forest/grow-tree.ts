/** A thing by which a tree can split: at most 32 values in their order, or in none. */
export interface Feature {
  /** By observation: its value, 0 … `values` − 1. */
  readonly codes: readonly number[];
  readonly values: number;
  /** Whether values have an order: then only runs of neighbours are split off. */
  readonly isOrdered: boolean;
}

/** The most values of a feature: sets of them are bits of one number. */
export const MOST_VALUES = 32;

/** A part of the space in which a tree predicts one number. */
export interface Leaf {
  /** By feature: the set of its values, as bits. */
  readonly sets: readonly number[];
  readonly mean: number;
}

/** A node with fewer observations is not split; the common choice for regression is 5 (Breiman 2001). */
const LEAST_SPLIT = 5;

/** Of standardised numbers a gain below this is one of rounding. */
const LEAST_GAIN = 1e-9;

interface Split {
  readonly feature: number;
  /** Values that go left, as bits. */
  readonly left: number;
  readonly gain: number;
}

/** Grows a regression tree of standardised numbers on some observations (which may repeat), and gives its leaves. They part the whole space. */
export function growTree(y: Float64Array, features: readonly Feature[], sample: readonly number[]): Leaf[] {
  const leaves: Leaf[] = [];
  const open = [{ rows: sample, sets: features.map(({ values }) => allOf(values)) }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { rows, sets } = node;
    const split = rows.length < LEAST_SPLIT ? undefined : bestSplit(y, features, rows);
    if (split === undefined) {
      leaves.push({ sets, mean: rows.reduce((sum, row) => sum + (y[row] as number), 0) / rows.length });
      continue;
    }
    const { codes } = features[split.feature] as Feature;
    const goesLeft = (row: number): boolean => ((split.left >>> (codes[row] as number)) & 1) === 1;
    const within = (set: number): number[] => sets.map((each, at) => (at === split.feature ? each & set : each));
    open.push({ rows: rows.filter(goesLeft), sets: within(split.left) });
    open.push({ rows: rows.filter((row) => !goesLeft(row)), sets: within(~split.left) });
  }
  return leaves;
}

const allOf = (values: number): number => (values >= MOST_VALUES ? -1 : (1 << values) - 1);

/** The split after which squares about the means are least; undefined where none lowers them. */
function bestSplit(y: Float64Array, features: readonly Feature[], rows: readonly number[]): Split | undefined {
  let best: Split | undefined;
  features.forEach((feature, index) => {
    const found = bestOf(y, feature, rows);
    if (found !== undefined && found.gain > (best?.gain ?? 0)) best = { ...found, feature: index };
  });
  return best;
}

/** Values in order, or by their means: the best set of a feature without order is among those that begin with the lowest (Fisher 1958). */
function bestOf(
  y: Float64Array,
  { codes, values, isOrdered }: Feature,
  rows: readonly number[],
): Omit<Split, 'feature'> | undefined {
  const counts = new Float64Array(values);
  const sums = new Float64Array(values);
  for (const row of rows) {
    const code = codes[row] as number;
    counts[code] = (counts[code] as number) + 1;
    sums[code] = (sums[code] as number) + (y[row] as number);
  }
  const present = Array.from(counts.keys()).filter((code) => (counts[code] as number) > 0);
  if (present.length < 2) return undefined;
  const meanOf = (code: number): number => (sums[code] as number) / (counts[code] as number);
  if (!isOrdered) present.sort((a, b) => meanOf(a) - meanOf(b) || a - b);
  const whole = present.reduce((sum, code) => sum + (sums[code] as number), 0);
  const cut = bestCut(present, counts, sums, whole, rows.length);
  if (cut === undefined) return undefined;
  const left = isOrdered
    ? allOf((present[cut.at] as number) + 1)
    : present.slice(0, cut.at + 1).reduce((set, code) => set | (1 << code), 0);
  return { left, gain: cut.gain };
}

function bestCut(
  present: readonly number[],
  counts: Float64Array,
  sums: Float64Array,
  whole: number,
  rows: number,
): { at: number; gain: number } | undefined {
  let [count, sum] = [0, 0];
  let best: { at: number; gain: number } | undefined;
  for (let at = 0; at < present.length - 1; at++) {
    const code = present[at] as number;
    count += counts[code] as number;
    sum += sums[code] as number;
    const rest = rows - count;
    const gain = sum ** 2 / count + (whole - sum) ** 2 / rest - whole ** 2 / rows;
    if (gain > (best?.gain ?? LEAST_GAIN)) best = { at, gain };
  }
  return best;
}
