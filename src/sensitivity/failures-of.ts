import type { FailureGroup, FailuresByParameter } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import type { Factor } from './factors.ts';
import { canBeJudged, isEntangled, judgeFactors } from './judge-factors.ts';
import { type Observation, unitsOf } from './observations.ts';
import { LEAST_FREEDOM, LEAST_UNITS, THRESHOLD } from './thresholds.ts';

/** Fewer failures have no pattern. Our own judgement. */
const LEAST_FAILURES = 4;

/**
 * How many runs failed by the values of each parameter. Empty where too few failed, or too few did not.
 *
 * @param runs with 1 for a failure, 0 for none
 */
export function failuresOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): FailuresByParameter[] {
  const failed = runs.filter(({ y }) => y === 1).length;
  if (runs.length < LEAST_UNITS || Math.min(failed, runs.length - failed) < LEAST_FAILURES) return [];
  const units = unitsOf(parameters, runs);
  const { y, factors } = units;
  const freedom = y.length - 1 - factors.reduce((sum, { groups }) => sum + groups - 1, 0);
  if (freedom < LEAST_FREEDOM) return [];
  const judged = [...factors.keys()].filter((at) => !isEntangled(factors, at) && canBeJudged(factors[at] as Factor));
  const { p } = judgeFactors(y, factors, judged);
  return judged.map((at) => ({
    keys: (factors[at] as Factor).keys,
    standing: (p[at] as number) <= THRESHOLD ? 'matters' : 'not-shown',
    p: p[at] as number,
    groups: groupsOf(factors[at] as Factor, units.runs),
  }));
}

function groupsOf({ labels, codes }: Factor, units: readonly (readonly Observation[])[]): FailureGroup[] {
  return labels.map((values, group) => {
    const runs = units.flatMap((unit, at) => (codes[at] === group ? unit : []));
    return { values, failed: runs.filter(({ y }) => y === 1).length, runs: runs.length };
  });
}
