/** One way to have the hardware of a project, and what the project then costs. */
export interface HavingOption {
  readonly id: 'rented-low' | 'rented-high' | 'bought-for-it' | 'owned-busy' | 'shared';
  readonly title: string;
  /** Part of the life of the hardware in which it works, 0 to 1; absent for rent. */
  readonly utilisation?: number;
  readonly usdPerDeviceHour: number;
  readonly usd: number;
  /** What is assumed. */
  readonly note: string;
}

/** Where owning becomes cheaper than one rent. */
export interface BreakEven {
  readonly rent: number;
  /** Part of its life in which a device must work, 0 to 1; Infinity where rent is cheaper than electricity alone. */
  readonly utilisation: number;
  /** Device hours after which one device has cost as much in rent as it does to buy. */
  readonly deviceHours: number;
}

/** The same project on rented, owned and shared hardware. USD. */
export interface Ownership {
  readonly project: string;
  readonly deviceHours: number;
  readonly devicePrice: number;
  readonly lifeYears: number;
  readonly electricityPerHour: number;
  readonly rent: { readonly low: number; readonly high: number };
  readonly options: readonly HavingOption[];
  readonly breakEven: { readonly low: BreakEven; readonly high: BreakEven };
  /** Assumptions and what is left out: sentences. */
  readonly assumptions: readonly string[];
}

/** Hours of a mean year, 365.25 days. */
export const HOURS_PER_YEAR = 8766;

/** What an hour of a device costs its owner: its price spread over the hours that it works in its life, and electricity. */
export const ownedPerHour = (
  { devicePrice, lifeYears, electricityPerHour }: Pick<Ownership, 'devicePrice' | 'lifeYears' | 'electricityPerHour'>,
  utilisation: number,
): number => devicePrice / (lifeYears * HOURS_PER_YEAR * utilisation) + electricityPerHour;
