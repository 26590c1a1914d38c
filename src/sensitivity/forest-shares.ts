import { forestImportance } from '../stats/forest/forest-importance.ts';
import type { Factor } from './factors.ts';
import { orderBy, ranksOf } from './own-order.ts';

/** What a forest must predict, of the variance of configurations that it has not seen, for its shares to be told. Our own judgement. */
const LEAST_PREDICTED = 0.1;

/**
 * By factor its share of the variance by functional ANOVA of a random forest; NaN where the forest predicts next to nothing.
 *
 * @param isAny whether any factor matters: else no forest is grown, which takes a while
 */
export function forestShares(y: Float64Array, factors: readonly Factor[], isAny: boolean): readonly number[] {
  if (!isAny) return factors.map(() => Number.NaN);
  const features = factors.map(({ feature }) => {
    const { codes, values, isOrdered } = feature;
    return isOrdered ? feature : { ...feature, codes: ranksOf(y, { codes, groups: values }) };
  });
  const order = orderBy(
    y,
    features.map(({ codes }) => codes),
  );
  const { shares, predicted } = forestImportance(
    Float64Array.from(order, (at) => y[at] as number),
    features.map((feature) => ({ ...feature, codes: order.map((at) => feature.codes[at] as number) })),
  );
  return predicted >= LEAST_PREDICTED ? shares : factors.map(() => Number.NaN);
}
