import type { Random } from '../../fixtures/lisa/random.ts';

/** How often each of some words is drawn, in any unit. */
export type Weights<Word extends string> = Readonly<Record<Word, number>>;

/** One of the words, as often as its weight says. */
export function drawWeighted<Word extends string>(weights: Weights<Word>, random: Random): Word {
  const entries = Object.entries(weights) as [Word, number][];
  let dice = random.uniform() * entries.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [word, weight] of entries) {
    dice -= weight;
    if (dice < 0) return word;
  }
  return (entries.at(-1) as [Word, number])[0];
}
