import type { ProjectFacts } from '../../model/facts.ts';
import { amount, grouped, usdSpan, withRange } from '../render/format.ts';

/** A number of the statement and where in report.json it stands. */
export interface NumberSource {
  readonly what: string;
  readonly figure: string;
  readonly path: string;
}

/** How each number of the statement can be followed to the report. */
export function numberSources({ usage, tiers, costs, sweeps, project }: ProjectFacts): readonly NumberSource[] {
  const source = (what: string, figure: string, path: string): NumberSource => ({ what, figure, path });
  return [
    source('GPU-hours of the project', amount(usage.gpuHours), 'totals.gpuHours'),
    source('by hardware', [...usage.gpuHoursByModel.values()].map(amount).join(', '), 'totals.gpuHoursByModel'),
    source('of what did not complete', 'the share above', 'totals.gpuHoursByState'),
    source('days', amount(project.days), 'project.days'),
    source('attempts', grouped(usage.attempts), 'totals.attempts'),
    source('sweeps', grouped(sweeps.length), 'sweeps'),
    source('GPU-hours of one model', amount(tiers.singleModel.gpuHours), 'tiers.singleModel.gpuHours'),
    source('GPU-hours of one tuning', amount(tiers.singleTune.gpuHours), 'tiers.singleTune.gpuHours'),
    source('electricity, kWh', withRange(costs.energyKwh, amount), 'totals.energyKwh'),
    source('emissions, kg CO2e', withRange(costs.co2eKg, amount), 'totals.co2eKg'),
    source('cloud rent', usdSpan(costs.cloudUsd), 'totals.cloudUsd'),
    source('constants and their sources', 'all', 'method.assumptions'),
  ];
}
