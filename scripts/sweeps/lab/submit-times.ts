import type { Random } from '../../fixtures/lisa/random.ts';
import type { Layout } from './lab.ts';

const WAVE = 4;
const [SHORTEST_WAVE, LONGEST_WAVE] = [1800, 7200];

/**
 * When the runs of a sweep are submitted, epoch seconds, ascending. Not for `one-by-one`, which waits for ends.
 *
 * @param count runs
 */
export function submitTimes(random: Random, layout: Layout, count: number, start: number): number[] {
  const pace = random.integer(1, 3);
  const pause = random.between(SHORTEST_WAVE, LONGEST_WAVE);
  let time = start;
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) time += gap(random, layout, index, pace, pause);
    return time;
  });
}

/** Seconds before the `index`th run. */
function gap(random: Random, layout: Layout, index: number, pace: number, pause: number): number {
  if (layout === 'array') return 0;
  if (layout === 'by-hand') return 10 - 100 * Math.log(1 - random.uniform());
  if (layout === 'waves' && index % WAVE === 0) return pause * random.between(0.8, 1.2);
  return pace * random.between(0.7, 1.3);
}
