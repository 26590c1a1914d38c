import type { Basis, Citation } from './basis.ts';
import type { Range } from './estimate.ts';

/** What a constant is when one cause of its uncertainty alone is at its low or its high, and all others are in the middle. */
export interface CausedRange {
  /** In words: `how busy the GPUs were`. Constants that name the same cause move together. */
  readonly cause: string;
  readonly low: number;
  readonly high: number;
}

/** A constant with its range, unit and support. */
export interface Rate extends Range {
  /** What the figure is, as the report shows it: `mean power of one A100, its share of the host left out`. */
  readonly name: string;
  readonly unit: string;
  /** Never empty. */
  readonly basis: readonly Basis[];
  /** The hardware whose figure this is, where there is none of the hardware itself. */
  readonly standIn?: string;
  /** Why it is a range. Left out where the range has one cause that no other constant shares: then that is the constant's name. */
  readonly causes?: readonly CausedRange[];
}

/** What hardware of one's own cost: purchase, spread over the hours in which it is used. */
export interface OwnHardware {
  /** Purchase of one GPU with its share of the machine, USD per GPU-hour in use. Undefined for a model that is not owned. */
  readonly perGpuHour: (model: string) => Rate | undefined;
  /** The price of one GPU with its share of the machine, USD, and the years that it is kept. Undefined as above. */
  readonly bought: (model: string) => Bought | undefined;
}

/** What one GPU cost to buy, and how long it lives. */
export interface Bought {
  readonly purchase: Rate;
  readonly life: Rate;
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
  /**
   * What the machine draws beside GPUs, cores and memory (fans, boards, network, losses of power supplies), as a ratio ≥ 1 to what these draw. Absent where it is in their draw, or left
   * out by the method.
   */
  readonly overhead?: Rate;
  /** Power usage effectiveness of the building, ratio ≥ 1. */
  readonly pue: Rate;
  /** Grid intensity, kg CO2e per kWh, of what has no date. */
  readonly grid: Rate;
  /** The same in a year; absent where it is one figure for all years. */
  readonly gridIn?: (year: number) => Rate;
  /** Whether the grid is part of the method, whatever region the user names. */
  readonly fixedGrid?: boolean;
  /** Electricity price, USD per kWh. */
  readonly electricity: Rate;
  /** Rent of one GPU for an hour, USD: low preemptible or cheapest, value and high on demand. `''` when unknown. */
  readonly gpuPrice: (model: string) => Rate;
  /** Rent of a GPU-hour in partitions that have a price of their own, by partition. */
  readonly partitionPrice?: ReadonlyMap<string, Rate>;
  readonly own?: OwnHardware;
  /** What one GPU cost to buy with its share of the machine, USD by model, where the method has prices of its own. */
  readonly purchase?: (model: string) => Rate | undefined;
  /** Emissions of making the hardware, kg CO2e per GPU-hour. Not in the emissions of its electricity. */
  readonly embodied?: Rate;
  /** A published study that used these assumptions. */
  readonly published?: PublishedStudy;
}
