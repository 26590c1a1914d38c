import type { Untold } from '../model/sensitivity.ts';
import type { Stratum } from './strata.ts';
import { LEAST_UNITS } from './thresholds.ts';

/** Why nothing can be said of the parameters of a stratum; undefined where something can. */
export function reasonAgainst({ y, factors, crowded }: Stratum): Untold | undefined {
  if (y.length < LEAST_UNITS) return 'few-runs';
  if (factors.length === 0) return crowded.length > 0 ? 'few-runs' : 'no-parameter';
  const [lowest, highest] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  if (highest - lowest <= 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest))) return 'constant';
  return undefined;
}
