import type { Effects, ParameterEffect, Untold } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import { interactionsOf } from './interactions-of.ts';
import { canBeJudged, isEntangled, type Judged, judgeFactors } from './judge-factors.ts';
import { byConfiguration, type Observation } from './observations.ts';
import { reasonAgainst } from './reason-against.ts';
import { type Stratum, strataOf, usesForest } from './strata.ts';
import { THRESHOLD } from './thresholds.ts';
import { type Weight, weightsOf } from './weights-of.ts';

/** What the parameters of a sweep do to what was measured of its runs. */
export function effectsOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): Effects {
  const strata = strataOf(parameters, runs);
  const [first] = strata as [Stratum, ...Stratum[]];
  const method = usesForest(first) ? 'forest' : 'anova';
  const configurations = byConfiguration(runs, parameters).length;
  const found = { runs: runs.length, configurations, unit: first.unit, method } as const;
  const reasons = strata.map(reasonAgainst);
  const [untold] = reasons;
  if (untold !== undefined && reasons.every((reason) => reason !== undefined))
    return { ...found, untold, parameters: [], interactions: [] };
  return {
    ...found,
    parameters: parameterEffects(strata),
    interactions: first.shape === 'grid' ? interactionsOf(first) : [],
  };
}

function parameterEffects(strata: readonly Stratum[]): ParameterEffect[] {
  const all = strata.flatMap((stratum) => stratum.factors.map((factor): Judged => ({ factor, stratum })));
  const against = new Map(all.map((each) => [each.factor, reasonAgainstFactor(each)]));
  const judged = all.filter(({ factor }) => against.get(factor) === undefined);
  const { p, chosen } = judgeFactors(judged);
  const told = strata.flatMap((stratum) => {
    const weights = weightsOf(stratum, chosen);
    return stratum.factors.map((factor, at): ParameterEffect => {
      const reason = against.get(factor);
      if (reason !== undefined) return untoldEffect(factor.keys, reason, stratum.unit);
      const own = p[judged.findIndex((each) => each.factor === factor)] as number;
      return {
        ...{ keys: factor.keys, unit: stratum.unit, p: own, standing: own <= THRESHOLD ? 'matters' : 'not-shown' },
        ...(weights[at] as Weight),
      };
    });
  });
  const crowded = strata.flatMap((stratum) =>
    stratum.crowded.map(({ keys }) => untoldEffect(keys, 'few-runs', stratum.unit)),
  );
  const allDifferent = strata.flatMap((stratum) =>
    stratum.allDifferent.map((key) => untoldEffect([key], 'all-different', stratum.unit)),
  );
  return [...told.sort(byWeight), ...crowded, ...allDifferent];
}

function reasonAgainstFactor(each: Judged): Untold | undefined {
  const reason = reasonAgainst(each.stratum);
  if (reason !== undefined) return reason;
  if (isEntangled(each)) return 'entangled';
  return canBeJudged(each.factor) ? undefined : 'few-runs';
}

/** What matters first, then by its share, then by name. */
const byWeight = (a: ParameterEffect, b: ParameterEffect): number =>
  ORDER[a.standing] - ORDER[b.standing] ||
  b.share - a.share ||
  0 ||
  ((a.keys[0] as string) < (b.keys[0] as string) ? -1 : 1);

const ORDER = { matters: 0, 'not-shown': 1, untold: 2 } as const;

const untoldEffect = (keys: readonly string[], untold: Untold, unit: Effects['unit']): ParameterEffect => ({
  keys,
  standing: 'untold',
  untold,
  unit,
  p: Number.NaN,
  share: Number.NaN,
  omegaSquared: Number.NaN,
  swing: Number.NaN,
  groups: [],
});
