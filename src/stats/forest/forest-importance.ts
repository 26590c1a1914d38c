import { seededRandom, seedOf } from '../seeded-random.ts';
import { type Feature, growTree, type Leaf } from './grow-tree.ts';

/** What a forest makes of observations. */
export interface ForestImportance {
  /** By feature: the share of the forest's variance that the feature alone brings about, 0 to 1. What is left to 1 is brought about by several together. */
  readonly shares: readonly number[];
  /** How much of the variance trees predict of observations that they have not seen: 1 all, 0 or less nothing. */
  readonly predicted: number;
}

/** As many as Optuna's fANOVA grows. */
const TREES = 64;

/** How many observations a tree is grown on at most, and how many it is tried on: more of them take long and change shares little. Our own judgement. */
const MOST_SAMPLED = 300;

/**
 * Functional ANOVA of a random forest (Hutter, Hoos and Leyton-Brown 2014): of each tree the variance of the means over each feature's values, against that of the tree as a whole; then the mean
 * over trees. Values count as often as they were tried. Observations must stand in an order that depends on nothing but content.
 */
export function forestImportance(measured: Float64Array, features: readonly Feature[]): ForestImportance {
  const random = seededRandom(seedOf(measured));
  const y = standardised(measured);
  const weights = features.map(weightsOf);
  const unseen = y.map(() => 0);
  const times = y.map(() => 0);
  const shares = features.map(() => 0);
  let trees = 0;
  for (let tree = 0; tree < TREES; tree++) {
    const sample = Array.from(y.subarray(0, MOST_SAMPLED), () => Math.floor(random() * y.length));
    const leaves = growTree(y, features, sample);
    predictUnseen(leaves, features, new Set(sample), unseen, times);
    const found = sharesOf(leaves, weights);
    if (found === undefined) continue;
    trees++;
    found.forEach((share, at) => {
      shares[at] = (shares[at] as number) + share;
    });
  }
  return { shares: shares.map((sum) => sum / trees), predicted: predictedShare(y, unseen, times) };
}

/** About a mean of 0 with a variance of 1, so that one limit of what is too small to split for suits all. */
function standardised(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  return values.map((value) => (value - mean) / deviation);
}

/** How often each value was tried, as a share. */
function weightsOf({ codes, values }: Feature): number[] {
  const weights = new Array<number>(values).fill(0);
  for (const code of codes) weights[code] = (weights[code] as number) + 1 / codes.length;
  return weights;
}

function predictUnseen(
  leaves: readonly Leaf[],
  features: readonly Feature[],
  seen: ReadonlySet<number>,
  unseen: Float64Array,
  times: Float64Array,
): void {
  const step = Math.ceil(unseen.length / MOST_SAMPLED);
  for (let row = 0; row < unseen.length; row += step) {
    if (seen.has(row)) continue;
    const isIn = ({ sets }: Leaf): boolean =>
      features.every(({ codes }, at) => (((sets[at] as number) >>> (codes[row] as number)) & 1) === 1);
    unseen[row] = (unseen[row] as number) + (leaves.find(isIn)?.mean ?? Number.NaN);
    times[row] = (times[row] as number) + 1;
  }
}

function predictedShare(y: Float64Array, unseen: Float64Array, times: Float64Array): number {
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  let [missed, whole] = [0, 0];
  y.forEach((value, row) => {
    if (times[row] === 0) return;
    missed += (value - (unseen[row] as number) / (times[row] as number)) ** 2;
    whole += (value - mean) ** 2;
  });
  return 1 - missed / whole;
}

/** The share of a tree's variance by feature; undefined for a tree of one leaf. */
function sharesOf(leaves: readonly Leaf[], weights: readonly (readonly number[])[]): number[] | undefined {
  const parts = leaves.map(({ sets }) =>
    sets.map((set, feature) => weightIn(set, weights[feature] as readonly number[])),
  );
  const volumes = parts.map((each) => each.reduce((product, part) => product * part, 1));
  const mean = leaves.reduce((sum, leaf, at) => sum + leaf.mean * (volumes[at] as number), 0);
  const whole = leaves.reduce((sum, leaf, at) => sum + (leaf.mean - mean) ** 2 * (volumes[at] as number), 0);
  if (!(whole > 0)) return undefined;
  return weights.map((ofFeature, feature) => {
    const marginal = new Float64Array(ofFeature.length);
    leaves.forEach((leaf, at) => {
      const part = parts[at]?.[feature] as number;
      if (part === 0) return;
      const gain = ((leaf.mean - mean) * (volumes[at] as number)) / part;
      for (let value = 0; value < marginal.length; value++) {
        if ((((leaf.sets[feature] as number) >>> value) & 1) === 1)
          marginal[value] = (marginal[value] as number) + gain;
      }
    });
    return marginal.reduce((sum, gain, value) => sum + (ofFeature[value] as number) * gain ** 2, 0) / whole;
  });
}

const weightIn = (set: number, weights: readonly number[]): number =>
  weights.reduce((sum, weight, value) => (((set >>> value) & 1) === 1 ? sum + weight : sum), 0);
