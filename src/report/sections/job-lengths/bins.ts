import type { JobState } from '../../../model/job-state.ts';
import type { WallHistogram } from '../../../model/usage.ts';

/** Attempts of one class of length. */
export interface LengthBin {
  /** Hours, above 0. */
  readonly from: number;
  readonly to: number;
  readonly counts: ReadonlyMap<JobState, number>;
  readonly total: number;
}

/** The bins of a histogram from the first to the last that holds an attempt; none when nothing ran. */
export function histogramBins({ edges, counts }: WallHistogram): LengthBin[] {
  const bins = edges.slice(0, -1).map((from, index) => binAt(from, edges[index + 1] ?? from, index, counts));
  const drawable = bins.filter(({ from, to }) => from > 0 && to > from && Number.isFinite(to));
  const first = drawable.findIndex(({ total }) => total > 0);
  const last = drawable.findLastIndex(({ total }) => total > 0);
  return first < 0 ? [] : drawable.slice(first, last + 1);
}

function binAt(from: number, to: number, index: number, counts: WallHistogram['counts']): LengthBin {
  const here = new Map([...counts].map(([state, column]) => [state, column[index] ?? 0] as const));
  return { from, to, counts: here, total: [...here.values()].reduce((sum, count) => sum + count, 0) };
}
