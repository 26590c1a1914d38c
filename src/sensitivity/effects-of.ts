import type { Effects, ParameterEffect, Untold, ValueGroup } from '../model/sensitivity.ts';
import type { TriedParameter } from '../model/sweep.ts';
import { adjustedMeans } from '../stats/adjusted-means.ts';
import { sizesOf } from '../stats/grouping.ts';
import { varianceTable } from '../stats/variance-shares.ts';
import type { Factor } from './factors.ts';
import { forestShares } from './forest-shares.ts';
import { interactionsOf } from './interactions-of.ts';
import { canBeJudged, isEntangled, judgeFactors } from './judge-factors.ts';
import { type Observation, type Units, unitsOf } from './observations.ts';
import { LEAST_FOREST, LEAST_FREEDOM, LEAST_UNITS, THRESHOLD } from './thresholds.ts';

/** What the parameters of a sweep do to what was measured of its runs. */
export function effectsOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): Effects {
  const units = unitsOf(parameters, runs);
  const method = !units.isGrid && units.y.length >= LEAST_FOREST ? 'forest' : 'anova';
  const unit = units.y.length === runs.length ? 'run' : 'configuration';
  const found = { runs: runs.length, configurations: units.configurations, unit, method } as const;
  const untold = reasonAgainst(units);
  if (untold !== undefined) return { ...found, untold, parameters: [], interactions: [] };
  const parametersFound = parameterEffects(units, method);
  return { ...found, parameters: parametersFound, interactions: units.isGrid ? interactionsOf(units) : [] };
}

function reasonAgainst({ y, factors }: Units): Untold | undefined {
  if (y.length < LEAST_UNITS) return 'few-runs';
  if (factors.length === 0) return 'no-parameter';
  const [lowest, highest] = [y.reduce((a, b) => Math.min(a, b)), y.reduce((a, b) => Math.max(a, b))];
  if (highest - lowest <= 1e-12 * Math.max(Math.abs(lowest), Math.abs(highest))) return 'constant';
  const freedom = y.length - 1 - factors.reduce((sum, { groups }) => sum + groups - 1, 0);
  return freedom < LEAST_FREEDOM ? 'few-runs' : undefined;
}

function parameterEffects(units: Units, method: Effects['method']): ParameterEffect[] {
  const { y, factors, allDifferent } = units;
  const against = factors.map((factor, at): Untold | undefined => {
    if (isEntangled(factors, at)) return 'entangled';
    return canBeJudged(factor) ? undefined : 'few-runs';
  });
  const judged = [...factors.keys()].filter((at) => against[at] === undefined);
  const { p } = judgeFactors(y, factors, judged);
  const table = varianceTable(y, factors);
  const means = adjustedMeans(y, factors);
  const isAny = p.some((each) => each <= THRESHOLD);
  const grown = method === 'forest' ? forestShares(units, isAny) : undefined;
  const told = factors.map((factor, at): ParameterEffect => {
    const reason = against[at];
    if (reason !== undefined) return untoldEffect(factor.keys, reason);
    const { share, omegaSquared } = table.factors[at] as (typeof table.factors)[number];
    const own = means[at] as number[];
    return {
      keys: factor.keys,
      standing: (p[at] as number) <= THRESHOLD ? 'matters' : 'not-shown',
      p: p[at] as number,
      share: grown === undefined ? share : (grown[at] as number),
      omegaSquared: grown === undefined ? omegaSquared : Number.NaN,
      swing: Math.max(...own) - Math.min(...own),
      groups: groupsOf(factor, own),
    };
  });
  return [...told.sort(byWeight), ...allDifferent.map((key) => untoldEffect([key], 'all-different'))];
}

/** What matters first, then by its share, then by name. */
const byWeight = (a: ParameterEffect, b: ParameterEffect): number =>
  ORDER[a.standing] - ORDER[b.standing] ||
  b.share - a.share ||
  0 ||
  ((a.keys[0] as string) < (b.keys[0] as string) ? -1 : 1);

const ORDER = { matters: 0, 'not-shown': 1, untold: 2 } as const;

const untoldEffect = (keys: readonly string[], untold: Untold): ParameterEffect => ({
  keys,
  standing: 'untold',
  untold,
  p: Number.NaN,
  share: Number.NaN,
  omegaSquared: Number.NaN,
  swing: Number.NaN,
  groups: [],
});

function groupsOf(factor: Factor, means: readonly number[]): ValueGroup[] {
  const sizes = sizesOf(factor);
  return factor.labels.map((values, group) => ({
    values,
    count: sizes[group] as number,
    mean: means[group] as number,
  }));
}
