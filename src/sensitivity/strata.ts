import type { TriedParameter } from '../model/sweep.ts';
import { coverageOf, type Factor, type Factors, factorsOf, only } from './factors.ts';
import { byConfiguration, type Observation } from './observations.ts';
import { repeatedTogether } from './repeated-together.ts';
import { LEAST_COVERAGE, LEAST_FOREST, LEAST_FREEDOM } from './thresholds.ts';

/** Parameters of a sweep of which the same counts once, and that (an error stratum, Nelder 1965): runs, or combinations of values with the mean of their runs. */
export interface Stratum extends Factors {
  /** Parameters of so many values that too few units are left to judge the others beside them: nothing is said of these. */
  readonly crowded: readonly Factor[];
  readonly unit: 'run' | 'configuration';
  readonly y: Float64Array;
  /** By unit: its runs. */
  readonly runs: readonly (readonly Observation[])[];
  /** By run: its unit, and what was measured of it. */
  readonly unitOf: readonly number[];
  readonly measured: Float64Array;
  /** What becomes of all parameters of the sweep: whether nearly all combinations of their values were tried, or whether these only vary within combinations of others. */
  readonly shape: 'grid' | 'search' | 'within';
}

/** Whether shares are those of a forest: not of grids, nor of the few parameters that vary within configurations, which are crossed with the others. */
export const usesForest = ({ shape, y }: Stratum): boolean => shape === 'search' && y.length >= LEAST_FOREST;

/**
 * Parts the parameters of a sweep by what counts once of them. Combinations that were repeated without being a grid count once, with the mean of their runs: what their parameters leave open is
 * the same for all repeats, which would pass for more evidence than there is. What was tried independently of these is judged by runs, and in a grid all is.
 */
export function strataOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): Stratum[] {
  const together = repeatedTogether(parameters, runs);
  if (together.length === 0) return [stratumOfRuns(parameters, runs, isGrid(parameters, runs) ? 'grid' : 'search')];
  const others = parameters.flatMap((_, at) => (together.includes(at) ? [] : [at]));
  const within = stratumOfRuns(only(others, parameters), runs, 'within');
  const between = stratumOfConfigurations(only(together, parameters), runs);
  return within.factors.length + within.crowded.length + within.allDifferent.length === 0
    ? [between]
    : [between, within];
}

const isGrid = (parameters: readonly TriedParameter[], runs: readonly Observation[]): boolean =>
  coverageOf(factorsOf(parameters, valuesOf(runs)), byConfiguration(runs, parameters).length) >= LEAST_COVERAGE;

function stratumOfRuns(
  parameters: readonly TriedParameter[],
  runs: readonly Observation[],
  shape: Stratum['shape'],
): Stratum {
  const measured = measuredOf(runs);
  return {
    ...fitting(factorsOf(parameters, valuesOf(runs)), runs.length),
    unit: 'run',
    y: measured,
    runs: runs.map((run) => [run]),
    unitOf: [...runs.keys()],
    measured,
    shape,
  };
}

function stratumOfConfigurations(parameters: readonly TriedParameter[], runs: readonly Observation[]): Stratum {
  const groups = byConfiguration(runs, parameters);
  const unitOfRun = new Map(groups.flatMap((group, unit) => group.map((run) => [run, unit] as const)));
  return {
    ...fitting(factorsOf(parameters, valuesOf(groups.map(([first]) => first as Observation))), groups.length),
    unit: 'configuration',
    y: Float64Array.from(groups, meanOf),
    runs: groups,
    unitOf: runs.map((run) => unitOfRun.get(run) as number),
    measured: measuredOf(runs),
    shape: 'search',
  };
}

/** Sets parameters aside, those with the most values first, until enough units are left for the noise. */
function fitting({ factors, allDifferent }: Factors, units: number): Factors & Pick<Stratum, 'crowded'> {
  let kept = factors;
  const left = (): number => units - 1 - kept.reduce((sum, { groups }) => sum + groups - 1, 0);
  while (kept.length > 0 && left() < LEAST_FREEDOM) {
    const most = Math.max(...kept.map(({ groups }) => groups));
    kept = kept.filter(({ groups }) => groups < most);
  }
  return { factors: kept, allDifferent, crowded: factors.filter((factor) => !kept.includes(factor)) };
}

const measuredOf = (runs: readonly Observation[]): Float64Array => Float64Array.from(runs, ({ y }) => y);

const valuesOf = (runs: readonly Observation[]): readonly (readonly number[])[] => runs.map(({ values }) => values);

/** The same for runs in any order. */
function meanOf(group: readonly Observation[]): number {
  const sorted = group.map(({ y }) => y).sort((a, b) => a - b);
  return sorted.reduce((sum, y) => sum + y, 0) / sorted.length;
}
