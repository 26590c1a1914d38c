import type { TriedParameter } from '../model/sweep.ts';
import type { Axis } from './samplers.ts';

/** What a search that learns knows of a parameter. */
export function axisOf({ values }: TriedParameter): Axis {
  const numbers = values.map((value) => (value.trim() === '' ? Number.NaN : Number(value)));
  if (values.length < 3 || numbers.some((number) => !Number.isFinite(number))) return { levels: values.length };
  const order = [...numbers.keys()].sort((a, b) => (numbers[a] as number) - (numbers[b] as number) || a - b);
  const rank: number[] = [];
  for (const [place, level] of order.entries()) rank[level] = place;
  return { levels: values.length, rank };
}
