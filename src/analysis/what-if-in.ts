import { costUsage } from '../cost/cost-usage.ts';
import { hasMetrics } from '../cost/metric-of-runs.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { Ledger } from '../model/ledger.ts';
import type { MetricCurve } from '../model/metric-curve.ts';
import type { Trial } from '../model/trial.ts';
import { type HardwareInput, hardwareOtherwise } from '../whatif/hardware.ts';
import { sweepsOtherwise } from '../whatif/sweeps-otherwise.ts';
import type { Measure } from './costing.ts';

interface WhatIfInput
  extends Pick<ProjectFacts, 'ledger' | 'sweeps' | 'trialsOf' | 'usage' | 'costs' | 'method' | 'project'> {
  readonly measure: Measure;
}

/** The same project otherwise; absent where nothing can be said. */
export function whatIfIn(facts: WhatIfInput): Pick<ProjectFacts, 'whatIf'> {
  const { ledger, sweeps, trialsOf } = facts;
  const curveOf = (trial: Trial): MetricCurve | undefined => curveIn(ledger, trial);
  const otherwise = sweepsOtherwise({ sweeps, trialsOf, hasMetrics: hasMetrics(ledger), curveOf });
  const hardware = hardwareOtherwise(onGpus(facts));
  if (otherwise.sweeps.length === 0 && hardware === undefined) return {};
  return { whatIf: { ...otherwise, ...(hardware === undefined ? {} : { hardware }) } };
}

/** What the attempts that held GPUs used: what others drew is no cost of owning GPUs. */
function onGpus({ ledger, usage, costs, method, project, measure }: WhatIfInput): HardwareInput {
  const { table, row, wall, count } = ledger;
  const holds = (attempt: number): boolean => table.gpus.at(row[attempt] as number) > 0;
  let others = 0;
  for (let attempt = 0; attempt < count; attempt++) if ((wall[attempt] as number) > 0 && !holds(attempt)) others++;
  if (others === 0 || !(usage.gpuHours > 0)) return { usage, costs, method, project };
  const attempts = function* (): Generator<number> {
    for (let attempt = 0; attempt < count; attempt++) if (holds(attempt)) yield attempt;
  };
  const held = measure(attempts());
  return { usage: held, costs: costUsage(held, method), method, project };
}

/** How the metric of a run went; undefined where no log tells, or it ran in several attempts of which each has a part. */
function curveIn({ table, row }: Ledger, { attempts }: Trial): MetricCurve | undefined {
  const [attempt, ...others] = attempts;
  if (attempt === undefined || others.length > 0) return undefined;
  return table.curves.at(row[attempt] as number);
}
