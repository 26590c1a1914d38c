import type { Random } from '../../fixtures/lisa/random.ts';
import type { Trial } from './draw-benchmark.ts';

/** What the outer loop of a benchmark goes through; or all of it in one queue. */
export type Order = 'tasks' | 'combinations' | 'repeats' | 'shuffled';

/** Puts trials into the order in which they are run. */
export function inLoops(random: Random, trials: readonly Trial[], order: Order): Trial[] {
  const mixed = random.shuffle(trials);
  if (order === 'shuffled') return mixed;
  const place = ({ task, combination, repeat }: Trial): number =>
    order === 'tasks' ? numberOf(task.name) : order === 'combinations' ? combination : repeat;
  return mixed.sort((one, other) => place(one) - place(other));
}

const numberOf = (name: string): number => Number(name.replace(/\D/g, ''));
