import type { ProjectFacts } from '../../../model/facts.ts';

/** From when to when the charts over time are drawn, epoch seconds. */
export type Span = readonly [start: number, end: number];

/** So much of the project's length before and after it is drawn where something happened there: assumed, our own judgement. */
const MARGIN = 0.1;

/** One span for all charts over time, so that a day stands at the same place in each: GPUs, sweeps, and what happened shortly before or after. */
export function drawnSpan({ timeline, sweeps, events }: ProjectFacts): Span {
  const bins = Math.max(0, ...timeline.series.map(({ gpus }) => gpus.length));
  const isKnown = bins > 0 && Number.isFinite(timeline.start);
  let [start, end] = isKnown ? [timeline.start, timeline.start + bins * timeline.binSeconds] : [Infinity, -Infinity];
  for (const sweep of sweeps) {
    if (!Number.isFinite(sweep.start) || !Number.isFinite(sweep.end)) continue;
    [start, end] = [Math.min(start, sweep.start), Math.max(end, sweep.end)];
  }
  if (!Number.isFinite(end - start)) return [0, 1]; // nothing to draw
  const margin = MARGIN * (end - start);
  const near = events.map(({ at }) => at).filter((at) => at >= start - margin && at <= end + margin);
  [start, end] = [Math.min(start, ...near), Math.max(end, ...near)];
  return [start, Math.max(end, start + 1)];
}

export const isWithin = ([start, end]: Span, at: number): boolean => at >= start && at <= end;
