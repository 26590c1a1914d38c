import type { Sweep } from '../model/sweep.ts';
import type { SweepTrials } from '../model/trial.ts';
import { LEAST_CONFIGURATIONS, type LeftOut, type SweepWhatIf, type WhatIf } from '../model/what-if.ts';
import type { CurveOf } from './curve-runs.ts';
import { familiesOf } from './families.ts';
import { sweepWhatIf } from './sweep-what-if.ts';

/** Sweeps that are looked at: the largest by GPU-hours. Ten stand on the page; more would bury them. */
const MOST_SWEEPS = 10;

/** So many of the largest are tried until ten are found that can bear it: a project may have tens of thousands, each with its trials. */
const MOST_TRIED = 1000;

/** Larger sweeps than these are not read: their trials are built one by one. */
const MOST_RUNS = 20_000;

export interface SweepsInput {
  readonly sweeps: readonly { readonly sweep: Sweep; readonly usage: { readonly gpuHours: number } }[];
  readonly trialsOf: (sweep: number) => SweepTrials;
  /** Whether any log has metrics at all: without them no sweep is looked at. */
  readonly hasMetrics: boolean;
  readonly curveOf: CurveOf;
}

/** What sweeps would have been otherwise, the largest first, and which are left out. */
export function sweepsOtherwise({
  sweeps,
  trialsOf,
  hasMetrics,
  curveOf,
}: SweepsInput): Pick<WhatIf, 'sweeps' | 'leftOut' | 'families'> {
  const leftOut: Record<keyof LeftOut, number> = { withoutMetric: 0, seeds: 0, tooFew: 0, constant: 0, beyond: 0 };
  if (!hasMetrics) return { sweeps: [], leftOut: { ...leftOut, withoutMetric: sweeps.length }, families: [] };
  const found: SweepWhatIf[] = [];
  for (const [place, index] of largestFirst(sweeps).entries()) {
    const { sweep } = sweeps[index] as SweepsInput['sweeps'][number];
    const isBeyond = found.length === MOST_SWEEPS || place >= MOST_TRIED || sweep.runs > MOST_RUNS;
    if (isBeyond) leftOut.beyond++;
    else if (sweep.runs < LEAST_CONFIGURATIONS) leftOut.tooFew++;
    else {
      const otherwise = sweepWhatIf(index, sweep, trialsOf(index), curveOf);
      if (typeof otherwise === 'string') leftOut[otherwise]++;
      else found.push(otherwise);
    }
  }
  const families = familiesOf(
    sweeps.map(({ sweep }) => sweep),
    found.map(({ sweep }) => sweep),
  );
  return { sweeps: found, leftOut, families };
}

const largestFirst = (sweeps: SweepsInput['sweeps']): number[] =>
  [...sweeps.keys()].sort((a, b) => (sweeps[b]?.usage.gpuHours ?? 0) - (sweeps[a]?.usage.gpuHours ?? 0) || a - b);
