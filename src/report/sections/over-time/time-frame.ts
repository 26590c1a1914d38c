import type { Frame } from '../../render/charts.ts';
import type { Span } from './drawn-span.ts';

const LEFT = 46;
const RIGHT = 14;

/** Width of the plot inside of a chart over time, px. */
export const plotWidth = ({ width }: Frame): number => width - LEFT - RIGHT;

/**
 * Size and margins that the charts over time share, so that a day stands at the same place in each.
 * `height` is that of the plot without its axis, `room` what labels need above it, px.
 */
export const timeFrame = (frame: Frame, height: number, room = 0) => ({
  width: plotWidth(frame),
  height,
  autosize: { type: 'none' as const },
  padding: { left: LEFT, right: RIGHT, top: 8 + room, bottom: 26 },
});

/** Dates as the page writes them; what is not named here keeps Vega's way. */
const FORMATS = {
  quarter: '%b',
  month: '%b',
  week: '%-d %b',
  date: '%-d %b',
  day: '%-d %b',
  hours: '%H:%M',
  minutes: '%H:%M',
};

/** The axis of dates, UTC whatever the machine's zone. */
export const timeAxis = (frame: Frame, domain: Span) => ({
  type: 'temporal' as const,
  scale: { type: 'utc' as const, domainMin: domain[0] * 1000, domainMax: domain[1] * 1000, nice: false as const },
  axis: {
    title: null,
    tickCount: frame.narrow ? 4 : 8,
    labelOverlap: 'greedy' as const,
    labelFlush: false,
    format: FORMATS,
  },
});
