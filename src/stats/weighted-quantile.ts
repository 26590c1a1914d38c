/** A figure and how much it counts. */
export interface Weighted {
  readonly value: number;
  /** More than 0. */
  readonly weight: number;
}

/**
 * The smallest value at which at least a part of the weight is reached; NaN for an empty sample. O(n log n).
 *
 * @param part 0 to 1
 * @example weightedQuantile([{ value: 1, weight: 9 }, { value: 5, weight: 1 }], 0.5) // 1
 */
export function weightedQuantile(sample: readonly Weighted[], part: number): number {
  const sorted = [...sample].sort((a, b) => a.value - b.value);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= part * whole) return value;
  }
  return sorted.at(-1)?.value ?? Number.NaN;
}

/** The mean with weights; NaN for an empty sample. */
export const weightedMean = (sample: readonly Weighted[]): number =>
  sample.reduce((sum, { value, weight }) => sum + value * weight, 0) /
  sample.reduce((sum, { weight }) => sum + weight, 0);
