/** A time as people and programs make it: log-normal, seconds. */
export interface Habit {
  readonly median: number;
  /** Standard deviation of its natural logarithm. */
  readonly spread: number;
}

const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;

/** Natural logarithm of the density of a normal distribution. */
export function normal(value: number, mean: number, variance: number): number {
  return -((value - mean) ** 2 / variance + Math.log(variance)) / 2 - HALF_LOG_TAU;
}

/** Natural logarithm of the density, per second, of a time after which something happens. Times shorter than a second are one. */
export function timeDensity(seconds: number, { median, spread }: Habit): number {
  const log = logSeconds(seconds);
  return normal(log, Math.log(median), spread * spread) - log;
}

/** Natural logarithm of some seconds, one at least. */
export const logSeconds = (seconds: number): number => Math.log(Math.max(1, seconds));

/** Natural logarithm of a weighted mean of two numbers that are logarithms. */
export function mixed(one: number, share: number, other: number): number {
  const most = Math.max(one, other);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log((1 - share) * Math.exp(one - most) + share * Math.exp(other - most));
}
