import { type Grouping, indicatorsOf } from './grouping.ts';
import { constantColumn, dot, orthonormal, residualOf, squaresAlong } from './orthonormal.ts';

/** A line of a table of analysis of variance. */
export interface VarianceShare {
  /** Sum of squares and its degrees of freedom. */
  readonly squares: number;
  readonly freedom: number;
  /** Of all squares about the mean. */
  readonly share: number;
  /** ω² = (SS − df · MSE) ÷ (SST + MSE) (Hays 1963): the share in the population, which chance does not add to. May be below 0. */
  readonly omegaSquared: number;
}

export interface VarianceTable {
  readonly factors: readonly VarianceShare[];
  /** What is left to chance. */
  readonly residual: { readonly squares: number; readonly freedom: number };
}

/**
 * Analysis of variance of the main effects: of each factor what it explains beyond all others, which are sums of squares of type II (Yates 1934; Langsrud 2003). Of a complete grid of equal
 * numbers these are the plain ones, and exactly functional ANOVA.
 */
export function varianceTable(y: Float64Array, factors: readonly Grouping[]): VarianceTable {
  const constant = constantColumn(y.length);
  const columns = factors.map(indicatorsOf);
  const full = [constant, ...orthonormal(columns.flat(), [constant])];
  const centred = residualOf(y, [constant]);
  const total = dot(centred, centred);
  const open = residualOf(centred, full);
  const residual = { squares: dot(open, open), freedom: y.length - full.length };
  const share = shareOf(total, residual.squares / residual.freedom);
  return {
    residual,
    factors: columns.map((own, at) => {
      const others = columns.filter((_, place) => place !== at).flat();
      const base = [constant, ...orthonormal(others, [constant])];
      const added = orthonormal(own, base);
      return share(squaresAlong(centred, added), added.length);
    }),
  };
}

/** Makes lines of a table of which the sum of all squares and the mean square of chance are known. */
export const shareOf =
  (total: number, meanSquare: number) =>
  (squares: number, freedom: number): VarianceShare => ({
    squares,
    freedom,
    share: squares / total,
    omegaSquared: (squares - freedom * meanSquare) / (total + meanSquare),
  });
