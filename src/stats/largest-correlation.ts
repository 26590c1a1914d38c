import { dot } from './orthonormal.ts';

/** Steps after which the power method has the largest root to three figures, unless two are alike, and then either will do. */
const STEPS = 60;

/**
 * The square of the largest correlation that a sum of some columns can have with a sum of others: 0 where they are independent, 1 where the one can be told from the other (the first canonical
 * correlation, Hotelling 1936). By the power method. Both sets are orthonormal.
 *
 * @returns 0 to 1
 */
export function largestCorrelation(some: readonly Float64Array[], others: readonly Float64Array[]): number {
  const products = some.map((a) => others.map((b) => dot(a, b)));
  const step = (weights: readonly number[]): number[] => {
    const across = others.map((_, b) =>
      products.reduce((sum, row, a) => sum + (row[b] as number) * (weights[a] as number), 0),
    );
    return products.map((row) => row.reduce((sum, product, b) => sum + product * (across[b] as number), 0));
  };
  let weights = some.map((_, at) => 1 + at / (1 + some.length)); // not along an axis, which may be another root
  let largest = 0;
  for (let count = 0; count < STEPS; count++) {
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    if (length < 1e-12) return 0;
    weights = step(weights.map((weight) => weight / length));
    largest = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  }
  return Math.min(1, largest);
}
