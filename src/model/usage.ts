import type { JobState } from './job-state.ts';

/** What a set of attempts held. Usages of disjoint sets add up. */
export interface Usage {
  readonly attempts: number;
  readonly attemptsThatRan: number;
  readonly wallHours: number;
  readonly cpuHours: number;
  readonly memoryGbHours: number;
  readonly gpuHours: number;
  /** GPU-hours by canonical model name; `unknown` where the log names none. */
  readonly gpuHoursByModel: ReadonlyMap<string, number>;
  /** How the hours above divide by what is known of their energy; absent where nothing was measured, and all is modelled from hours alone. */
  readonly power?: PowerUsage;
}

/** A usage divided by what is known of the energy of its parts. */
export interface PowerUsage {
  /** Of which hours alone are known. */
  readonly modelled: {
    readonly cpuHours: number;
    readonly memoryGbHours: number;
    readonly gpuHoursByModel: ReadonlyMap<string, number>;
  };
  /** GPUs whose utilisation was measured: GPU-hours by model, divided into busy and idle ones. Cores and memory beside them are modelled. */
  readonly utilised: {
    readonly attempts: number;
    readonly gpuHours: number;
    readonly busyHoursByModel: ReadonlyMap<string, number>;
    readonly idleHoursByModel: ReadonlyMap<string, number>;
  };
  /** Attempts whose electricity was measured: all that they held is in it. */
  readonly measured: { readonly attempts: number; readonly gpuHours: number; readonly joules: number };
}

/** Why a measured energy is not believed. */
export const REJECTIONS = ['too-low', 'too-high'] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** What the logs of a project measured, and what of it is believed. */
export interface Measurements {
  /** Electricity taken as measured; `modelledKwh` is what the same attempts would be put at without it, before the building's overhead. */
  readonly energy: {
    readonly attempts: number;
    readonly gpuHours: number;
    readonly kwh: number;
    readonly modelledKwh: number;
  };
  /** Measured energies that cannot be those of their attempts. */
  readonly rejected: Readonly<Record<Rejection, { readonly attempts: number; readonly gpuHours: number }>>;
  readonly utilisation: {
    readonly attempts: number;
    readonly gpuHours: number /** Mean over GPU-hours, 0 to 1. */;
    readonly mean: number;
  };
}

/** Some GPUs of one model. */
export interface GpuShare {
  /** Canonical name, or as written where no table knows it. */
  readonly model: string;
  readonly count: number;
}

/** Minimum, mean and quantiles of wall hours over the attempts that ran. */
export interface WallSummary {
  readonly min: number;
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

/** GPU-hours and attempts of one part of a whole: a state, a user, a hardware model. */
export interface Share {
  readonly key: string;
  readonly attempts: number;
  readonly gpuHours: number;
}

/** GPUs in use over time: mean number busy in each bin, by model. */
export interface Timeline {
  /** Epoch seconds of the first bin's start. */
  readonly start: number;
  /** Length of a bin, seconds. */
  readonly binSeconds: number;
  /** Mean GPUs busy in each bin, by model, largest model first. */
  readonly series: readonly { readonly model: string; readonly gpus: Float64Array }[];
}

/** How long attempts took: counts in bins of equal width on the logarithmic scale, by outcome. */
export interface WallHistogram {
  /** Lower edges and the last upper edge, hours; one more entry than bins. */
  readonly edges: readonly number[];
  /** Attempts in each bin, by state. */
  readonly counts: ReadonlyMap<JobState, readonly number[]>;
}
