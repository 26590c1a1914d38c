import type { FailureGroup, FailuresByParameter } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import type { Factor } from './factors.ts';
import { canBeJudged, isEntangled, judgeFactors } from './judge-factors.ts';
import type { Observation } from './observations.ts';
import { reasonAgainst } from './reason-against.ts';
import { strataOf } from './strata.ts';
import { LEAST_UNITS, THRESHOLD } from './thresholds.ts';

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
  const judged = strataOf(parameters, runs)
    .filter((stratum) => reasonAgainst(stratum) === undefined)
    .flatMap((stratum) => stratum.factors.map((factor) => ({ factor, stratum })))
    .filter((each) => !isEntangled(each) && canBeJudged(each.factor));
  const { p } = judgeFactors(judged);
  return judged.map(({ factor, stratum }, at) => ({
    keys: factor.keys,
    standing: (p[at] as number) <= THRESHOLD ? 'matters' : 'not-shown',
    p: p[at] as number,
    groups: groupsOf(factor, stratum.runs),
  }));
}

function groupsOf({ labels, codes }: Factor, units: readonly (readonly Observation[])[]): FailureGroup[] {
  return labels.map((values, group) => {
    const runs = units.flatMap((unit, at) => (codes[at] === group ? unit : []));
    return { values, failed: runs.filter(({ y }) => y === 1).length, runs: runs.length };
  });
}
