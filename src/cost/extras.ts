import { estimate } from '../model/estimate.ts';
import type { Method, Rate } from '../model/method.ts';
import type { Extras } from '../model/tier.ts';
import type { Usage } from '../model/usage.ts';
import { rangeOf } from './bounds.ts';
import { methodName } from './draw.ts';
import { spreadOf, sumOf } from './spread.ts';

/** What a method can say beside the four figures: the making of the hardware, and what hardware of one's own cost. */
export function extrasOf(usage: Usage, method: Method): Extras {
  const { embodied } = method;
  const own = ownOf(usage, method);
  return {
    ...(embodied === undefined
      ? {}
      : { embodiedKg: estimate<'kg'>(rangeOf(spreadOf(embodied, usage.gpuHours)), embodied.basis) }),
    ...(own === undefined ? {} : { own }),
  };
}

/** The constants behind them. */
export function extraRates(usage: Usage, { embodied, own }: Method): Rate[] {
  const owned = [...usage.gpuHoursByModel.keys()].flatMap((model) => own?.perGpuHour(methodName(model)) ?? []);
  return [...(embodied === undefined || usage.gpuHours === 0 ? [] : [embodied]), ...owned];
}

/** The share of the purchase of owned GPUs that their hours use up. */
function ownOf(usage: Usage, method: Method): Extras['own'] {
  if (method.own === undefined) return undefined;
  const { perGpuHour } = method.own;
  const owned = [...usage.gpuHoursByModel].flatMap(([model, hours]) => {
    const rate = perGpuHour(methodName(model));
    return rate === undefined ? [] : [{ rate, hours }];
  });
  if (owned.length === 0) return undefined;
  const usd = rangeOf(sumOf(owned.map(({ rate, hours }) => spreadOf(rate, hours))));
  return {
    purchaseUsd: estimate<'USD'>(
      usd,
      owned.flatMap(({ rate }) => rate.basis),
    ),
    gpuHours: owned.reduce((sum, { hours }) => sum + hours, 0),
  };
}
