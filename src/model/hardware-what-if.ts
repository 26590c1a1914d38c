import type { Range } from './estimate.ts';
import type { Rate } from './method.ts';

/** What having hardware costs, piece by piece. */
export const HAVING_PARTS = ['rent', 'hardware', 'network', 'room', 'staff', 'repairs', 'idle', 'electricity'] as const;
export type HavingPart = (typeof HAVING_PARTS)[number];

/** One way to have the hardware for the same work. USD. */
export interface Having {
  readonly id: 'rented-low' | 'rented' | 'owned-told' | 'owned-busy' | 'shared' | 'bought-for-it';
  /** Part of its life in which the hardware works, 0 to 1; absent for rent and where the user's own figures hold it. */
  readonly utilisation?: Range;
  /** Those that it has, in the order of {@link HAVING_PARTS}. */
  readonly parts: readonly { readonly part: HavingPart; readonly usd: Range }[];
  /** From everything at its cheapest to everything at its dearest. */
  readonly usd: Range;
}

/** From which use on hardware of one's own is cheaper than a rent: parts of its life, 0 to 1; Infinity where it never is. */
export interface BreakEvenUse {
  readonly versus: 'rented-low' | 'rented';
  readonly usdPerGpuHour: number;
  /** Counting purchase and electricity alone. */
  readonly bare: number;
  /** Counting network, room, staff, repairs and idling too. */
  readonly whole: number;
}

/** What whole GPUs may fall short of the work by: it would take 1 % longer. Our own judgement. */
const LONGER = 1.01;

/** Whole GPUs that can do in the same days what so many did on average. */
export const gpusToBuy = (meanGpus: number): number => Math.max(1, Math.ceil(meanGpus / LONGER));

/** The same work on rented, owned and shared hardware. */
export interface HardwareWhatIf {
  /** GPU-hours on models of which a purchase price is known, from the user or a table: all figures are of these. */
  readonly gpuHours: number;
  /** Part of the project's GPU-hours that these are. */
  readonly covered: number;
  /** Models without one. */
  readonly uncovered: readonly string[];
  /** GPUs at work on average over the project's span; NaN where that is not known. */
  readonly meanGpus: number;
  readonly days: number;
  readonly having: readonly Having[];
  readonly breakEven: readonly BreakEvenUse[];
  readonly assumptions: readonly Rate[];
}
