import type { JobState } from './job-state.ts';

/** What of a usage draws power. */
export interface Drawing {
  readonly cpuHours: number;
  readonly memoryGbHours: number;
  /** GPU-hours by canonical model name; `unknown` where the log names none. */
  readonly gpuHoursByModel: ReadonlyMap<string, number>;
  /** How the hours above divide by what is known of their energy; absent where nothing was measured, and all is modelled from hours alone. */
  readonly power?: PowerUsage;
}

/** Attempts that ran, and of which the logs do not tell what GPUs they held: figures of GPU time leave them out. */
export interface Untold {
  readonly attempts: number;
  readonly wallHours: number;
}

/** What a set of attempts held. Usages of disjoint sets add up. */
export interface Usage extends Drawing {
  readonly attempts: number;
  readonly attemptsThatRan: number;
  readonly wallHours: number;
  readonly gpuHours: number;
  /** Absent where the logs tell the GPUs of all. */
  readonly untold?: Untold;
  /** How what draws power divides by the year in which attempts started, UTC; NaN for those of which no time is known. */
  readonly byYear?: ReadonlyMap<number, Drawing>;
  /** GPU-hours in partitions that have a price of their own, by partition and model; absent where none has. */
  readonly pricedApart?: ReadonlyMap<string, ReadonlyMap<string, number>>;
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
  readonly measured: {
    readonly attempts: number;
    readonly gpuHours: number;
    readonly joules: number;
    /** Of these joules, those that were read at the GPUs alone. */
    readonly gpuJoules: number;
  };
}

/** The host of an attempt: means over the time of those of which the logs tell it; NaN where they tell it of none. */
export interface Hosts {
  readonly cores: number;
  readonly memoryGb: number;
}

/** Why a measured energy is not believed. */
export const REJECTIONS = ['too-low', 'too-high', 'impossible'] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** The draw of a GPU model that was measured on enough attempts to be taken for the others on it. */
export interface Calibration {
  readonly model: string;
  /** What was measured: energy, or the utilisation from which the draw follows. */
  readonly by: 'energy' | 'utilisation';
  readonly attempts: number;
  readonly gpuHours: number;
  /** Mean draw of one GPU, W, and what it would be put at without measurements. */
  readonly watts: number;
  readonly modelledWatts: number;
}

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
    readonly gpuHours: number;
    /** Mean over GPU-hours, 0 to 1. */
    readonly mean: number;
  };
  /** By model: what the attempts on it without a measurement are taken to draw. */
  readonly calibrations: readonly Calibration[];
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
  /** Those of them that held GPUs for a time; absent where that is all. */
  readonly held?: number;
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
