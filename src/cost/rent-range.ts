import type { Range } from '../model/estimate.ts';
import type { Method } from '../model/method.ts';
import type { Usage } from '../model/usage.ts';
import { rangeOf } from './bounds.ts';
import { rentOf } from './draw.ts';

/** Rent of what was held, USD: that of `costUsage` alone, for sums of which nothing else is asked. */
export const rentRange = (usage: Usage, method: Method): Range => rangeOf(rentOf(usage, method));
