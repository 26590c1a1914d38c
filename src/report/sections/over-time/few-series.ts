import type { Timeline } from '../../../model/usage.ts';

/** As many colours as can be told apart. */
const MOST_SERIES = 7;

/** The timeline with its smaller models joined to one series, so that each has a colour of its own. */
export function fewSeries(timeline: Timeline): Timeline {
  if (timeline.series.length <= MOST_SERIES) return timeline;
  const kept = timeline.series.slice(0, MOST_SERIES - 1);
  const others = timeline.series.slice(MOST_SERIES - 1);
  const bins = Math.max(...others.map(({ gpus }) => gpus.length));
  const joined = Float64Array.from({ length: bins }, (_, bin) =>
    others.reduce((sum, { gpus }) => sum + (gpus[bin] ?? 0), 0),
  );
  return { ...timeline, series: [...kept, { model: `${others.length} other models`, gpus: joined }] };
}
