import { hasMetrics } from '../cost/metric-of-runs.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { MetricCurve } from '../model/metric-curve.ts';
import type { Trial } from '../model/trial.ts';
import { type HardwareInput, hardwareOtherwise } from '../whatif/hardware.ts';
import { sweepsOtherwise } from '../whatif/sweeps-otherwise.ts';

type WhatIfInput = HardwareInput & Pick<ProjectFacts, 'ledger' | 'sweeps' | 'trialsOf'>;

/** The same project otherwise; absent where nothing can be said. */
export function whatIfIn(facts: WhatIfInput): Pick<ProjectFacts, 'whatIf'> {
  const { ledger, sweeps, trialsOf } = facts;
  const curveOf = (trial: Trial): MetricCurve | undefined => curveIn(ledger, trial);
  const otherwise = sweepsOtherwise({ sweeps, trialsOf, hasMetrics: hasMetrics(ledger), curveOf });
  const hardware = hardwareOtherwise(facts);
  if (otherwise.sweeps.length === 0 && hardware === undefined) return {};
  return { whatIf: { ...otherwise, ...(hardware === undefined ? {} : { hardware }) } };
}

/** How the metric of a run went; undefined where no log tells, or it ran in several attempts of which each has a part. */
function curveIn({ table, row }: Ledger, { attempts }: Trial): MetricCurve | undefined {
  const [attempt, ...others] = attempts;
  if (attempt === undefined || others.length > 0) return undefined;
  return table.curves.at(row[attempt] as number);
}
