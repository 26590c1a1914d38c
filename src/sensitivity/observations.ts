import type { TriedParameter } from '../model/sweep.ts';
import { type Factors, factorsOf, isFactor } from './factors.ts';
import { LEAST_COVERAGE, LEAST_CROSSED } from './thresholds.ts';

/** A run that counts: what was measured of it, and the index of its value of each parameter, −1 for none. */
export interface Observation {
  readonly y: number;
  readonly values: readonly number[];
}

/** What an analysis works on: runs, or configurations with the mean of their runs. */
export interface Units extends Factors {
  readonly y: Float64Array;
  /** By unit: its runs. */
  readonly runs: readonly (readonly Observation[])[];
  readonly configurations: number;
  /** Whether nearly all combinations of all values were tried. */
  readonly isGrid: boolean;
}

/** Runs of one configuration: all alike but for seeds. In order of the first run of each. */
export function byConfiguration<Run extends Pick<Observation, 'values'>>(
  runs: readonly Run[],
  parameters: readonly TriedParameter[],
): Run[][] {
  const groups = new Map<string, Run[]>();
  for (const run of runs) {
    const key = run.values.filter((_, index) => isFactor(parameters[index] as TriedParameter)).join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [run]);
    else group.push(run);
  }
  return [...groups.values()];
}

/**
 * Of a grid each run counts. Of other searches each configuration counts once, with the mean of its runs: what the groups of a search leave open is the same for all repeats, which would
 * pass for more evidence than there is.
 */
export function unitsOf(parameters: readonly TriedParameter[], runs: readonly Observation[]): Units {
  const marks = marksIn(parameters, runs);
  if (marks.size === 0) return unitsBy(parameters, runs);
  const units = unitsBy(setAside(parameters, marks), runs);
  return { ...units, allDifferent: [...units.allDifferent, ...Array.from(marks, ({ key }) => key)] };
}

/**
 * Parameters that are another in every run while the rest were repeated, without being crossed: marks of runs, by which repeats would pass for configurations of their own. Beside a rest that is
 * crossed, or was hardly repeated, they may be drawn from a range and count as others do.
 */
function marksIn(parameters: readonly TriedParameter[], runs: readonly Observation[]): ReadonlySet<TriedParameter> {
  const isMark = (_: TriedParameter, index: number): boolean =>
    new Set(runs.map(({ values }) => values[index])).size === runs.length;
  const marks = new Set(parameters.filter((each, index) => isFactor(each) && isMark(each, index)));
  if (marks.size === 0) return marks;
  const rest = setAside(parameters, marks);
  const groups = byConfiguration(runs, rest);
  const coverage = coverageOf(factorsOf(rest, valuesOf(runs)), groups.length);
  return groups.length > 1 && groups.length <= runs.length / 2 && coverage < LEAST_CROSSED ? marks : new Set();
}

const setAside = (parameters: readonly TriedParameter[], marks: ReadonlySet<TriedParameter>): TriedParameter[] =>
  parameters.map((each) => (marks.has(each) ? { ...each, role: 'ignored' } : each));

const valuesOf = (runs: readonly Observation[]): readonly (readonly number[])[] => runs.map(({ values }) => values);

function unitsBy(parameters: readonly TriedParameter[], runs: readonly Observation[]): Units {
  const groups = byConfiguration(runs, parameters);
  const ofRuns = factorsOf(parameters, valuesOf(runs));
  const coverage = coverageOf(ofRuns, groups.length);
  const isGrid = coverage >= LEAST_COVERAGE;
  if (coverage >= LEAST_CROSSED || groups.length === runs.length)
    return {
      ...ofRuns,
      y: Float64Array.from(runs, ({ y }) => y),
      runs: runs.map((run) => [run]),
      configurations: groups.length,
      isGrid,
    };
  const ofGroups = factorsOf(
    parameters,
    groups.map(([first]) => (first as Observation).values),
  );
  return { ...ofGroups, y: Float64Array.from(groups, meanOf), runs: groups, configurations: groups.length, isGrid };
}

/** The part of all combinations of all values that was tried; 0 where numbers took too many values, or texts differ from run to run. */
function coverageOf({ factors, allDifferent }: Factors, configurations: number): number {
  if (allDifferent.length > 0 || factors.some(({ isBinned }) => isBinned)) return 0;
  return configurations / factors.reduce((product, { groups }) => product * groups, 1);
}

/** The same for runs in any order. */
function meanOf(group: readonly Observation[]): number {
  const sorted = group.map(({ y }) => y).sort((a, b) => a - b);
  return sorted.reduce((sum, y) => sum + y, 0) / sorted.length;
}
