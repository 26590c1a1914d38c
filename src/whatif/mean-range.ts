import type { Range } from '../model/estimate.ts';

/** Bound by bound, weighted by hours. */
export function meanRange(parts: readonly { readonly range: Range; readonly hours: number }[]): Range {
  const all = parts.reduce((sum, { hours }) => sum + hours, 0);
  const mean = (end: keyof Range): number => parts.reduce((sum, { range, hours }) => sum + range[end] * hours, 0) / all;
  return { low: mean('low'), value: mean('value'), high: mean('high') };
}
