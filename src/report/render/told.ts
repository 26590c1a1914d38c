import type { Tier } from '../../model/tier.ts';
import { amount, usdSpan } from './format.ts';

/** Stands for a figure that the logs do not tell: 0 would be one. */
export const NOT_KNOWN = 'not known';
/** Stands for the rent of what has no price. */
export const NOT_PRICED = 'not priced';

/** What attempts held, of a tier or a project. */
export type Held = Pick<Tier, 'gpuHours' | 'cpuHours' | 'wallHours' | 'untold'>;

/** A figure as it is printed: a lower bound where the logs tell the GPUs of some attempts only, and none where they tell nothing of it. */
export function told({ untold }: Pick<Held, 'untold'>, value: number, text: string): string {
  if (untold === undefined) return text;
  // At least less than a cent says nothing.
  return value > 0 && !text.startsWith('<') ? `at least ${text}` : NOT_KNOWN;
}

/** The same of electricity and what follows from it: of what ran on neither GPUs nor processors that the logs tell it is not known. */
export const toldEnergy = (held: Held, value: number, text: string): string =>
  held.wallHours > 0 && !(value > 0) ? NOT_KNOWN : told(held, value, text);

/** Hours in the unit in which they are counted: `at least 12 GPU-hours`; CPU-core-hours where no GPU was held. */
export function hoursOf(held: Held): string {
  const { gpuHours, cpuHours, untold } = held;
  if (untold !== undefined && !(gpuHours > 0)) return 'an unknown number of GPU-hours';
  return gpuHours > 0 || !(cpuHours > 0)
    ? told(held, gpuHours, `${amount(gpuHours)} GPU-hours`)
    : `${amount(cpuHours)} CPU-core-hours`;
}

/** Cloud rent, which is that of GPUs: what ran without any has no price here. */
export function rentOf(held: Held, { cloudUsd }: Pick<Tier['costs'], 'cloudUsd'>): string {
  const isUnpriced = held.gpuHours === 0 && held.untold === undefined && held.wallHours > 0;
  return isUnpriced ? NOT_PRICED : told(held, cloudUsd.value, usdSpan(cloudUsd));
}

/** Why a project cannot be compared with its model, where the logs do not tell all GPUs; as the end of a sentence. */
export const whyIncomparable = (untold: Held['untold']): string | undefined =>
  untold === undefined ? undefined : 'the logs do not tell the GPUs of all attempts';
