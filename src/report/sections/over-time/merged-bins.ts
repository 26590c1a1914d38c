import type { Timeline } from '../../../model/usage.ts';

/** Mean GPUs busy in a stretch of time, by position in the timeline's series. */
export interface Stretch {
  /** Epoch seconds. */
  readonly start: number;
  /** Epoch seconds, exclusive. */
  readonly end: number;
  readonly gpus: readonly number[];
}

/** Neighbouring bins merged so that at most `most` are left; GPU-hours are kept, as each is a mean over its length. */
export function mergedBins(timeline: Timeline, most: number): Stretch[] {
  const bins = Math.max(0, ...timeline.series.map(({ gpus }) => gpus.length));
  const size = Math.max(1, Math.ceil(bins / most));
  return Array.from({ length: Math.ceil(bins / size) }, (_, index) => {
    const [from, to] = [index * size, Math.min(bins, (index + 1) * size)];
    return {
      start: timeline.start + from * timeline.binSeconds,
      end: timeline.start + to * timeline.binSeconds,
      gpus: timeline.series.map(({ gpus }) => sum(gpus, from, to) / (to - from)),
    };
  });
}

function sum(values: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let index = from; index < to; index++) total += values[index] ?? 0;
  return total;
}
