import type { ProjectFacts } from '../../model/facts.ts';
import type { Tier } from '../../model/tier.ts';
import { amount, grouped, withRange } from '../render/format.ts';
import { standIn } from '../render/stand-in.ts';
import { NOT_KNOWN, rentOf, told, toldEnergy } from '../render/told.ts';

/** A number of the statement and where in report.json it stands. */
export interface NumberSource {
  readonly what: string;
  readonly figure: string;
  readonly path: string;
}

/** How each number of the statement can be followed to the report. */
export function numberSources(facts: ProjectFacts): readonly NumberSource[] {
  const { usage, tiers, costs, sweeps, project } = facts;
  const isKnown = standIn(facts) === undefined;
  const ofTier = (tier: Tier): string => (isKnown ? told(tier, tier.gpuHours, amount(tier.gpuHours)) : NOT_KNOWN);
  // The hours that report.json has are those of a stand-in: its rule says so.
  const ofModel = isKnown ? 'gpuHours' : 'rule';
  const source = (what: string, figure: string, path: string): NumberSource => ({ what, figure, path });
  return [
    source('GPU-hours of the project', told(usage, usage.gpuHours, amount(usage.gpuHours)), 'totals.gpuHours'),
    source('by hardware', [...usage.gpuHoursByModel.values()].map(amount).join(', '), 'totals.gpuHoursByModel'),
    source('of what did not complete', 'the share above', 'totals.gpuHoursByState'),
    source('days', amount(project.days), 'project.days'),
    source('attempts', grouped(usage.attempts), 'totals.attempts'),
    source('sweeps', grouped(sweeps.length), 'sweeps'),
    source('GPU-hours of one model', ofTier(tiers.singleModel), `tiers.singleModel.${ofModel}`),
    source('GPU-hours of one tuning', ofTier(tiers.singleTune), `tiers.singleTune.${ofModel}`),
    source(
      'electricity, kWh',
      toldEnergy(usage, costs.energyKwh.value, withRange(costs.energyKwh, amount)),
      'totals.energyKwh',
    ),
    source(
      'emissions, kg CO2e',
      toldEnergy(usage, costs.co2eKg.value, withRange(costs.co2eKg, amount)),
      'totals.co2eKg',
    ),
    source('cloud rent', rentOf(usage, costs), 'totals.cloudUsd'),
    source('constants and their sources', 'all', 'method.assumptions'),
  ];
}
