import type { Citation } from '../../model/basis.ts';

export type Vendor = 'AWS' | 'Google Cloud' | 'Azure' | 'Lambda' | 'RunPod';

/** The clouds whose on-demand prices make the middle of a price. Those of smaller vendors, and spot prices, only widen it. */
export const LARGE_CLOUDS: readonly Vendor[] = ['AWS', 'Google Cloud', 'Azure'];

/** One row of a vendor's price list, as the vendor states it. */
export interface ListPrice {
  /** Canonical name of the GPU or TPU (`findGpu`). */
  readonly hardware: string;
  readonly vendor: Vendor;
  /** What is rented: a machine by its name, or the GPU alone. */
  readonly product: string;
  readonly terms: 'on demand' | 'spot';
  /** USD per hour of what is rented. */
  readonly usd: number;
  /** What the price is of: a whole machine, or one GPU or TPU chip added to a machine that is paid for beside it. */
  readonly unit: 'machine' | 'GPU' | 'chip';
  /** GPUs or chips in it, as logs count them: two on a board of K80. */
  readonly devices: number;
  readonly region: string;
  readonly citation: Citation;
}

/** USD per hour of one GPU or chip. */
export const perDevice = ({ usd, devices }: ListPrice): number => usd / devices;
