import type { Range } from './estimate.ts';

/** A constant that the user gives, and where: `line 12 of runledger.yaml`. */
export interface Said extends Range {
  readonly place: string;
}

/** Hardware that the user bought. */
export interface SaidHardware {
  readonly gpu: string;
  /** Price of one GPU with its share of the machine, USD. */
  readonly purchaseUsd: Range;
  readonly lifetimeYears: Range;
  /** Share of its lifetime in which it works, 0 to 1. */
  readonly utilisation: Range;
  readonly place: string;
}

/** The constants of a method that the user replaces. */
export interface SaidMethod {
  readonly pue?: Said;
  readonly gridKgPerKwh?: Said;
  readonly electricityUsdPerKwh?: Said;
  /** Mean draw of one GPU, W, by model as the user writes it. */
  readonly gpuWatts?: Readonly<Record<string, Said>>;
  /** Mean draw of one allocated core, and of one GB of allocated memory, W. */
  readonly cpuWattsPerCore?: Said;
  readonly memoryWattsPerGb?: Said;
  /** Rent of one GPU for an hour, by model as the user writes it. */
  readonly gpuUsdPerHour?: Readonly<Record<string, Said>>;
  /** The same by partition, whatever the GPUs in it are. */
  readonly partitionUsdPerGpuHour?: Readonly<Record<string, Said>>;
  /** Emissions of making the hardware, kg CO2e per GPU-hour. */
  readonly embodiedKgPerGpuHour?: Said;
  readonly owned?: readonly SaidHardware[];
}
