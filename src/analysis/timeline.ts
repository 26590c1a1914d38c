import type { Ledger } from '../model/ledger.ts';
import type { GpuShare, Timeline } from '../model/usage.ts';

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** Bin lengths that a reader can name, seconds. */
const STEPS = [
  1,
  5,
  15,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  28 * DAY,
  91 * DAY,
  365 * DAY,
];

const MOST_BINS = 200;

/**
 * GPUs in use over time: for each bin the mean number busy, by model. Bins begin at multiples of their length, so that they do not move with the data. What an attempt was
 * suspended for is spread evenly over its span. The area under the curve is the project's GPU-hours.
 *
 * @param start epoch seconds of the first start
 * @param end epoch seconds of the last end
 */
export function timelineOf(
  ledger: Ledger,
  start: number,
  end: number,
  gpusOf: (row: number) => readonly GpuShare[],
): Timeline {
  if (!(end > start)) return { start: Number.isNaN(start) ? 0 : start, binSeconds: DAY, series: [] };
  const binSeconds = STEPS.find((step) => (end - start) / step <= MOST_BINS) ?? Math.ceil((end - start) / MOST_BINS);
  const origin = Math.floor(start / binSeconds) * binSeconds;
  const bins = Math.ceil((end - origin) / binSeconds);
  const busy = new Map<string, Float64Array>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    const [from, to] = [(ledger.start[attempt] as number) - origin, (ledger.end[attempt] as number) - origin];
    if (!(to > from)) continue;
    const share = (ledger.wall[attempt] as number) / (to - from);
    for (const { model, count } of gpusOf(ledger.row[attempt] as number)) {
      const series = busy.get(model) ?? new Float64Array(bins);
      busy.set(model, series);
      spread(series, from / binSeconds, to / binSeconds, count * share);
    }
  }
  const total = (gpus: Float64Array): number => gpus.reduce((sum, value) => sum + value, 0);
  const series = [...busy].map(([model, gpus]) => ({ model, gpus }));
  series.sort((a, b) => total(b.gpus) - total(a.gpus) || (a.model < b.model ? -1 : 1));
  return { start: origin, binSeconds, series };
}

/** Adds `height` over the bins from `from` to `to` (in bins, fractions count in part). */
export function spread(series: Float64Array, from: number, to: number, height: number): void {
  const last = Math.min(series.length - 1, Math.ceil(to) - 1);
  for (let bin = Math.floor(from); bin <= last; bin++) {
    const covered = Math.min(to, bin + 1) - Math.max(from, bin);
    series[bin] = (series[bin] as number) + height * covered;
  }
}
