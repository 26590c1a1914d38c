import type { Basis, Citation } from './basis.ts';
import type { Range } from './estimate.ts';

/** A constant with its range, unit and support. */
export interface Rate extends Range {
  /** What the figure is, as the report shows it: `mean power of one A100, its share of the host left out`. */
  readonly name: string;
  readonly unit: string;
  /** Never empty. */
  readonly basis: readonly Basis[];
}

/** A published figure that was reached under a method, to stand beside ours. */
export interface PublishedTier {
  readonly tier: 'singleModel' | 'singleTune' | 'project';
  readonly jobs: number;
  readonly hours: number;
  /** As printed: `$52–$175`. */
  readonly cloud: string;
  /** As printed: `$5`. */
  readonly electricity: string;
}

/** Figures that a paper printed, for comparison. */
export interface PublishedStudy {
  readonly title: string;
  readonly citation: Citation;
  readonly tiers: readonly PublishedTier[];
}

/** A named set of assumptions: how hours become energy, carbon and money. */
export interface Method {
  readonly name: string;
  readonly title: string;
  /** Mean draw of one GPU, W, by model; for `''` when the model is unknown. */
  readonly gpuPower: (model: string) => Rate;
  /**
   * How measurements are used: a plausible measured energy stands in for the modelled one, and between these draws of a GPU (W) that of a measured utilisation lies. Absent for a method
   * whose power was measured by its authors: it answers what their figures would be, not ours.
   */
  readonly measured?: { readonly gpuIdle: (model: string) => Rate; readonly gpuBusy: (model: string) => Rate };
  /** Mean draw of one allocated CPU core, W. */
  readonly cpuPower: Rate;
  /** Mean draw of one GB of allocated memory, W. */
  readonly memoryPower: Rate;
  /** Power usage effectiveness of the building, ratio ≥ 1. */
  readonly pue: Rate;
  /** Grid intensity, kg CO2e per kWh. */
  readonly grid: Rate;
  /** Whether the grid is part of the method, whatever region the user names. */
  readonly fixedGrid?: boolean;
  /** Electricity price, USD per kWh. */
  readonly electricity: Rate;
  /** Rent of one GPU for an hour, USD: low preemptible or cheapest, value and high on demand. `''` when unknown. */
  readonly gpuPrice: (model: string) => Rate;
  /** A published study that used these assumptions. */
  readonly published?: PublishedStudy;
}
