import { type JobState, stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { WallHistogram } from '../model/usage.ts';

const BINS_PER_DECADE = 4;
const SECONDS_PER_HOUR = 3600;

/** Counts attempts that ran by length, four bins to the power of ten, and by how they ended. */
export function wallHistogramOf(ledger: Ledger): WallHistogram {
  const binOf = (seconds: number): number => Math.floor(Math.log10(seconds / SECONDS_PER_HOUR) * BINS_PER_DECADE);
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const seconds of ledger.wall) {
    if (seconds <= 0) continue;
    first = Math.min(first, binOf(seconds));
    last = Math.max(last, binOf(seconds));
  }
  if (last < first) return { edges: [], counts: new Map() };
  const counts = new Map<JobState, number[]>();
  ledger.wall.forEach((seconds, attempt) => {
    if (seconds <= 0) return;
    const state = stateOf(ledger.state[attempt] as number);
    const bins = counts.get(state) ?? new Array<number>(last - first + 1).fill(0);
    const bin = binOf(seconds) - first;
    bins[bin] = (bins[bin] as number) + 1;
    counts.set(state, bins);
  });
  const edges = Array.from({ length: last - first + 2 }, (_, index) => 10 ** ((first + index) / BINS_PER_DECADE));
  return { edges, counts };
}
