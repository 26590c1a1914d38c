export const HOURS_IN_A_WEEK = 168;

/** GPU-hours by the hour of the week in which they were held. */
export interface WeekHours {
  /** One entry an hour, from Monday 0:00 on; 168. Their sum and what is untimed add up to the project. */
  readonly gpuHours: Float64Array;
  /** GPU-hours of attempts of which the logs do not tell when they ran. */
  readonly untimedGpuHours: number;
}
