import type { Equivalent } from '../model/equivalent.ts';
import { type Range, scaleRange } from '../model/estimate.ts';
import type { Rate } from '../model/method.ts';

/** Emissions in terms of each of what a table compares with, in its order. Empty where there are no emissions. */
export const equivalentsOf = (co2eKg: Range, table: readonly Rate[]): Equivalent[] =>
  co2eKg.value > 0
    ? table.map(({ name, value, basis }) => ({ name, kgEach: value, count: scaleRange(co2eKg, 1 / value), basis }))
    : [];
