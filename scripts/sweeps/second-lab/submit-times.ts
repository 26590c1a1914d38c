import type { Random } from '../../fixtures/lisa/random.ts';
import type { Pace } from './project.ts';

/** When a cell is submitted, epoch seconds, and in which array. */
export interface Slot {
  readonly at: number;
  readonly chunk: number;
}

const MINUTE = 60;
const WAVE = 4;
/** Nobody types more than this. */
const MOST_BY_HAND = 24;

/**
 * Submit times of so many cells, ascending.
 *
 * @param start epoch seconds of the first
 * @param wall median wall seconds of the runs: a wave waits for the one before it, or for some hours
 */
export function submitTimes(
  pace: Exclude<Pace, 'rounds'>,
  count: number,
  start: number,
  wall: number,
  random: Random,
): Slot[] {
  const chunks = pace === 'chunked-array' ? random.integer(2, 3) : 1;
  const slots: Slot[] = [];
  let at = start;
  const real = pace === 'manual' && count > MOST_BY_HAND ? 'loop' : pace;
  for (let index = 0; index < count; index++) {
    const chunk = Math.floor((index * chunks) / count);
    if (index > 0) at += pauseBefore(real, index, chunk !== slots[index - 1]?.chunk, wall, random);
    slots.push({ at, chunk });
  }
  return slots;
}

/** Seconds between a cell and the one before it. */
function pauseBefore(
  pace: Exclude<Pace, 'rounds'>,
  index: number,
  isNewChunk: boolean,
  wall: number,
  random: Random,
): number {
  switch (pace) {
    case 'array':
      return 0;
    case 'chunked-array':
      return isNewChunk ? random.integer(1, 3 * MINUTE) : 0;
    case 'loop':
      return random.chance(0.6) ? 0 : random.integer(1, 3);
    case 'manual':
      return Math.ceil(random.logNormal(6 * MINUTE, 1));
    case 'waves':
      if (index % WAVE !== 0) return random.integer(0, 2);
      return Math.ceil(Math.min(wall, 2 * 3600) * random.between(0.9, 1.2)) + random.integer(11 * MINUTE, 30 * MINUTE);
  }
}
