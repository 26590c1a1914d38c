import type { Estimate } from './estimate.ts';
import type { Untold } from './usage.ts';

/** The four things that usage costs. */
export interface Costs {
  /** Electricity drawn, the building's overhead included. */
  readonly energyKwh: Estimate<'kWh'>;
  readonly co2eKg: Estimate<'kg'>;
  /** Rent of the same GPUs in a public cloud. */
  readonly cloudUsd: Estimate<'USD'>;
  readonly electricityUsd: Estimate<'USD'>;
}

/** What a method can say beside the four figures. Not part of any of them. */
export interface Extras {
  /** Emissions of making the hardware, its share by hours. */
  readonly embodiedKg?: Estimate<'kg'>;
  /** Hardware of the project's own: the share of the purchase that these hours use up, and the GPU-hours on it. */
  readonly own?: { readonly purchaseUsd: Estimate<'USD'>; readonly gpuHours: number };
}

/** A cause of uncertainty: what the figure is when it alone is at its low or its high, and its share, 0 to 1, of the range. */
export interface CauseShare {
  readonly cause: string;
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** What makes each figure a range, the largest cause first. */
export type FigureCauses = Readonly<Record<keyof Costs, readonly CauseShare[]>>;

/** One of the three questions of the LISA study, answered. */
export interface Tier {
  readonly attempts: number;
  readonly gpuHours: number;
  readonly wallHours: number;
  readonly cpuHours: number;
  /** Those of its attempts of which the logs do not tell the GPUs; absent where there are none. */
  readonly untold?: Untold;
  /** How the attempts were chosen, in a sentence. */
  readonly rule: string;
  readonly sweepId?: string;
  /** Ids of jobs and runs that the rule quotes. */
  readonly quotes?: readonly string[];
  /** Whether it only stands in for a model that nothing shows. */
  readonly isStandIn?: boolean;
  readonly costs: Costs;
  readonly extras?: Extras;
}

export interface Tiers {
  readonly singleModel: Tier;
  readonly singleTune: Tier;
  readonly project: Tier;
}
