import type { Estimate } from './estimate.ts';

/** The four things that usage costs. */
export interface Costs {
  /** Electricity drawn, the building's overhead included. */
  readonly energyKwh: Estimate<'kWh'>;
  readonly co2eKg: Estimate<'kg'>;
  /** Rent of the same GPUs in a public cloud. */
  readonly cloudUsd: Estimate<'USD'>;
  readonly electricityUsd: Estimate<'USD'>;
}

/** One of the three questions of the LISA study, answered. */
export interface Tier {
  readonly attempts: number;
  readonly gpuHours: number;
  readonly wallHours: number;
  /** How the attempts were chosen, in a sentence. */
  readonly rule: string;
  readonly sweepId?: string;
  readonly costs: Costs;
}

export interface Tiers {
  readonly singleModel: Tier;
  readonly singleTune: Tier;
  readonly project: Tier;
}
