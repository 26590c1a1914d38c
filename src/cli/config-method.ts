import { z } from 'zod';
import type { Range } from '../model/estimate.ts';

/** Between which bounds a constant must lie, and what to say where it does not. */
interface Limits {
  /** Whether the lower bound itself is allowed. */
  readonly from: number;
  readonly isFromAllowed?: boolean;
  readonly to: number;
  /** What it is: `kg CO2e per kWh`. */
  readonly unit: string;
  /** A hint at the usual slip. */
  readonly hint?: string;
}

const NUMBER = /^-?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Numbers such as `1.10` come as they are written, not as numbers. */
const numberOf = (value: unknown): number =>
  typeof value === 'string' && NUMBER.test(value) ? Number(value) : typeof value === 'number' ? value : Number.NaN;

function problemOf(
  numbers: readonly number[],
  { from, isFromAllowed = false, to, unit, hint = '' }: Limits,
): string | undefined {
  if (numbers.some(Number.isNaN) || (numbers.length !== 1 && numbers.length !== 3))
    return `must be a number, or three with the lowest first: [0.9, 1, 1.2] (${unit})`;
  const isOutside = (value: number): boolean => value > to || value < from || (value === from && !isFromAllowed);
  if (numbers.some(isOutside))
    return `must be ${isFromAllowed ? `${from} or more` : `more than ${from}`} and at most ${to} (${unit})${hint === '' ? '' : `; ${hint}`}`;
  const isRising = numbers.every((value, index) => index === 0 || value >= (numbers[index - 1] as number));
  return isRising ? undefined : `must have the lowest first: [low, middle, high] (${unit})`;
}

/** A constant that the user gives: a number, or `[low, middle, high]`. */
const figure = (limits: Limits) =>
  z.unknown().transform((value, context): Range => {
    const numbers = (Array.isArray(value) ? value : [value]).map(numberOf);
    const problem = problemOf(numbers, limits);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
    const [low = Number.NaN, middle = low, high = middle] = numbers;
    return { low, value: middle, high };
  });

const byName = (limits: Limits, names: string) =>
  z.record(z.string(), figure(limits)).refine((figures) => Object.keys(figures).length > 0, {
    error: `must name ${names}, each with a figure`,
  });

const watts: Limits = { from: 0, to: 20_000, unit: 'W' };
const usdPerHour: Limits = { from: 0, to: 10_000, unit: 'USD per GPU-hour' };

const owned = z.strictObject({
  gpu: z.string().min(1),
  purchaseUsd: figure({ from: 0, to: 1e7, unit: 'USD, of one GPU with its share of the machine' }),
  lifetimeYears: figure({ from: 0, to: 50, unit: 'years' }),
  utilisation: figure({ from: 0, to: 1, unit: 'the share of its time in which it works', hint: '0.6 for 60 %' }),
});

/** A method of the user's own: another with some constants replaced. */
export const OWN_METHOD = z
  .strictObject({
    from: z.string().optional(),
    pue: figure({ from: 1, isFromAllowed: true, to: 5, unit: 'power usage effectiveness' }).optional(),
    gridKgPerKwh: figure({ from: 0, to: 3, unit: 'kg CO2e per kWh', hint: '0.38 for 380 g' }).optional(),
    electricityUsdPerKwh: figure({ from: 0, to: 10, unit: 'USD per kWh', hint: '0.12 for 12 cents' }).optional(),
    gpuWatts: byName(watts, 'GPUs').optional(),
    cpuWattsPerCore: figure({ ...watts, to: 1000 }).optional(),
    memoryWattsPerGb: figure({ ...watts, to: 100 }).optional(),
    gpuUsdPerHour: byName(usdPerHour, 'GPUs').optional(),
    partitionUsdPerGpuHour: byName(usdPerHour, 'partitions').optional(),
    embodiedKgPerGpuHour: figure({ from: 0, to: 10, unit: 'kg CO2e per GPU-hour', hint: '0.01 for 10 g' }).optional(),
    owned: z.array(owned).min(1, { error: 'must list hardware' }).optional(),
  })
  .refine((method) => Object.keys(method).some((key) => key !== 'from'), { error: 'must have a constant of its own' });

export type OwnMethodConfig = z.infer<typeof OWN_METHOD>;
