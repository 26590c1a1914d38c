import type { Sensitivity, SweepSensitivity } from '../model/sensitivity.ts';
import type { SweepTrials } from '../model/trial.ts';
import { type HardwareOf, sweepSensitivity } from './sweep-sensitivity.ts';
import { LEAST_UNITS, PAIR_THRESHOLD, THRESHOLD } from './thresholds.ts';

/** A sweep of which sensitivity may be asked. */
export interface Candidate {
  readonly sweep: number;
  readonly runs: number;
  readonly gpuHours: number;
  readonly id: string;
}

/** The most sweeps that are looked at: a page of more is not read. Our own judgement. */
const MOST_SWEEPS = 100;

/** The most runs that are looked at in all: of a million jobs these take about half a second. */
const MOST_RUNS = 6000;

/** Sensitivity of the sweeps that held most. Sweeps of fewer than four runs have nothing to tell. */
export function projectSensitivity(
  candidates: readonly Candidate[],
  trialsOf: (sweep: number) => SweepTrials,
  hardwareOf: HardwareOf,
): Sensitivity {
  const large = candidates.filter(({ runs }) => runs >= LEAST_RUNS);
  const bySize = [...large].sort((a, b) => b.gpuHours - a.gpuHours || b.runs - a.runs || (a.id < b.id ? -1 : 1));
  let left = MOST_RUNS;
  const chosen = bySize.slice(0, MOST_SWEEPS).filter(({ runs }) => {
    if (runs > left) return false;
    left -= runs;
    return true;
  });
  const sweeps = chosen
    .map(({ sweep }) => sweepSensitivity(sweep, trialsOf(sweep), hardwareOf))
    .sort((a, b) => a.sweep - b.sweep);
  const tests = sweeps.map(testsIn);
  const [single, pairs] = [sum(tests.map((each) => each.single)), sum(tests.map((each) => each.pairs))];
  return {
    sweeps,
    left: large.length - chosen.length,
    tests: single + pairs,
    byChance: single * THRESHOLD + pairs * PAIR_THRESHOLD,
    threshold: THRESHOLD,
    pairThreshold: PAIR_THRESHOLD,
  };
}

const sum = (counts: readonly number[]): number => counts.reduce((before, count) => before + count, 0);

/** Fewer runs have not even a spread. */
const LEAST_RUNS = LEAST_UNITS / 2;

/** How many parameters, and pairs of parameters, were tested. */
function testsIn({ effects, cost, failures }: SweepSensitivity): { single: number; pairs: number } {
  const both = effects === undefined ? [cost] : [effects, cost];
  const told = both.flatMap(({ parameters }) => parameters.filter(({ standing }) => standing !== 'untold'));
  return { single: told.length + failures.length, pairs: both.flatMap(({ interactions }) => interactions).length };
}
