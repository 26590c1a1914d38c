/** What a project had taken by the end of each bin of its timeline. */
export interface Spending {
  /** Epoch seconds of the first bin's start. */
  readonly start: number;
  /** Length of a bin, seconds. */
  readonly binSeconds: number;
  /** GPU-hours held until the end of each bin; never falls. */
  readonly gpuHours: Float64Array;
  /** Cloud rent until the end of each bin, USD, with its range. */
  readonly cloudUsd: { readonly low: Float64Array; readonly value: Float64Array; readonly high: Float64Array };
  /** GPU-hours of attempts of which the logs do not tell when they ran: in none of the bins. */
  readonly untimedGpuHours: number;
}
