import { mean, quantileSorted } from 'simple-statistics';

/** Minimum, mean and quantiles of a sample. */
export interface Summary {
  readonly min: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/**
 * Summarises numbers: mean by compensated sum, quantiles by simple-statistics 7 (pinned: its definition of quantiles changed once). All NaN for an empty sample.
 * O(n log n).
 *
 * @example summarise([1, 2, 3, 4]).median // 2.5
 */
export function summarise(values: Float64Array): Summary {
  if (values.length === 0) {
    return { min: Number.NaN, mean: Number.NaN, median: Number.NaN, p95: Number.NaN, max: Number.NaN };
  }
  const sorted = values.slice().sort() as unknown as number[]; // read by index only
  return {
    min: sorted[0] as number,
    mean: mean(sorted),
    median: quantileSorted(sorted, 0.5),
    p95: quantileSorted(sorted, 0.95),
    max: sorted.at(-1) as number,
  };
}

/** The middle of a sample; NaN when it is empty. */
export const medianOf = (values: readonly number[]): number =>
  values.length === 0
    ? Number.NaN
    : quantileSorted(
        [...values].sort((a, b) => a - b),
        0.5,
      );
