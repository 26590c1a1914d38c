import type { Random } from '../../fixtures/lisa/random.ts';

/** Values, each with how often it comes in proportion to the others. */
export type Weighted<T> = readonly (readonly [value: T, weight: number])[];

/** One of the values by weight. */
export function pickWeighted<T>(random: Random, choices: Weighted<T>): T {
  let left = random.uniform() * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of choices) {
    left -= weight;
    if (left < 0) return value;
  }
  return random.pick(choices)[0];
}
