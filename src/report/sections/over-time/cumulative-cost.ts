import { exactly, type Range } from '../../../model/estimate.ts';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Spending } from '../../../model/spending.ts';
import type { Chart, DrawChart, Frame } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount, printsAlike, usd, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { numberAxis, roundTicks } from '../../render/number-axis.ts';
import { cell, dataTable } from '../../render/table.ts';
import { duration, minute } from '../../render/time.ts';
import { drawnSpan, type Span } from './drawn-span.ts';
import { eventKeys, eventMarks } from './event-marks.ts';
import { timeAxis, timeFrame } from './time-frame.ts';

const MOST_ROWS = 26;
const HEIGHT_PX = { wide: 200, narrow: 150 };

/** What had been taken by the end of a bin. */
interface Point extends Range {
  /** Epoch seconds. */
  readonly until: number;
}

/** What the chart counts: dollars, or GPU-hours where the method has no price. */
interface Measure {
  readonly name: string;
  readonly format: (value: number) => string;
  readonly formatSpan: (range: Range) => string;
  /** Labels of an axis, all with as many decimals. */
  readonly onAxis: (ticks: readonly number[]) => (value: number) => string;
  readonly at: (spending: Spending, bin: number) => Range;
}

const RENT: Measure = {
  name: 'Cloud rent',
  format: usd,
  formatSpan: usdSpan,
  onAxis: (ticks) => (value) => usd(value, !ticks.every(Number.isInteger)),
  at: ({ cloudUsd: { low, value, high } }, bin) => ({
    low: low[bin] as number,
    value: value[bin] as number,
    high: high[bin] as number,
  }),
};
const HOURS: Measure = {
  name: 'GPU-hours',
  format: amount,
  formatSpan: ({ value }) => amount(value),
  onAxis: () => amount,
  at: ({ gpuHours }, bin) => exactly(gpuHours[bin] as number),
};

/** What the project had cost by when, as a line with its range; nothing where no GPU was held at a known time. */
export async function cumulativeCost(facts: ProjectFacts, draw: DrawChart): Promise<Html | false> {
  const { spending } = facts;
  if (!((spending.gpuHours.at(-1) ?? 0) > 0)) return false;
  const measure = (spending.cloudUsd.high.at(-1) ?? 0) > 0 ? RENT : HOURS;
  const points = pointsOf(spending, measure);
  const all = points.at(-1) as Point;
  const span = drawnSpan(facts);
  const isWide = !printsAlike(all, measure.format);
  return figure({
    chart: await draw(chartOf(facts, measure, points)),
    axis: `${measure.name} so far`,
    legend: [
      { label: `${measure.name}${isWide ? ', middle price' : ''}`, colour: 'var(--series-1)', dashes: '20 0' },
      ...(isWide ? [{ label: 'from the cheapest to the dearest price', colour: 'var(--range)' }] : []),
      ...eventKeys(facts.events, span),
    ],
    caption: html`${measure.name} added up over time, to ${totalOf(all, measure)} at the end. One point every ${duration(spending.binSeconds / 3600)}.${untimed(spending)}`,
    data: table(measure, points),
  });
}

/** Nothing at the beginning, and what had been taken by the end of each bin. */
const pointsOf = (spending: Spending, measure: Measure): Point[] => [
  { until: spending.start, ...exactly(0) },
  ...Array.from(spending.gpuHours, (_, bin) => ({
    until: spending.start + (bin + 1) * spending.binSeconds,
    ...measure.at(spending, bin),
  })),
];

const totalOf = (all: Range, { format, formatSpan }: Measure): string =>
  printsAlike(all, format) ? format(all.value) : `${format(all.value)} (${formatSpan(all)})`;

const untimed = ({ untimedGpuHours }: Spending): Html | false =>
  untimedGpuHours > 0 &&
  html` ${amount(untimedGpuHours)} GPU-hours are left out: the logs do not tell when their attempts ran.`;

function chartOf(facts: ProjectFacts, measure: Measure, points: readonly Point[]): Chart {
  const span = drawnSpan(facts);
  const all = points.at(-1) as Point;
  return {
    id: 'cumulative-cost',
    label: `Line of ${measure.name} added up over time, ending at ${totalOf(all, measure)}. The same figures are in the table below the chart.`,
    spec: (frame) => {
      const height = frame.narrow ? HEIGHT_PX.narrow : HEIGHT_PX.wide;
      const marks = eventMarks(facts.events, span, frame, height);
      return {
        ...timeFrame(frame, height, marks.room),
        layer: [...lines(points, measure, span, frame), ...marks.layers],
      };
    },
  };
}

function lines(points: readonly Point[], { onAxis }: Measure, span: Span, frame: Frame) {
  // A phone shows half as many; the last is always there.
  const values = points.filter((_, index) => !frame.narrow || (points.length - 1 - index) % 2 === 0).map(shown);
  const ticks = roundTicks((points.at(-1) as Point).high);
  const y = {
    type: 'quantitative' as const,
    scale: { domain: [0, ticks.at(-1) ?? 1], nice: false as const },
    axis: numberAxis(ticks, onAxis(ticks)),
  };
  const x = { field: 'until', ...timeAxis(frame, span) };
  return [
    {
      data: { values },
      mark: { type: 'area' as const, color: 'var(--range)' },
      encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      data: { values },
      mark: { type: 'line' as const, color: 'var(--series-1)', strokeWidth: 2 },
      encoding: { x, y: { ...y, field: 'middle' } },
    },
  ];
}

const shown = ({ until, low, value, high }: Point) => ({ until: until * 1000, low, middle: value, high });

function table({ name, format }: Measure, points: readonly Point[]): Html {
  const every = Math.ceil(points.length / MOST_ROWS);
  const rows = points.filter((_, index) => (points.length - 1 - index) % every === 0);
  return dataTable({
    id: 'cumulative-cost-data',
    caption: `${name} so far`,
    columns: [
      { head: 'Until (UTC)' },
      { head: 'low', kind: 'number' },
      { head: 'middle', kind: 'number' },
      { head: 'high', kind: 'number' },
    ],
    rows: rows.map(({ until, low, value, high }) => ({
      cells: [cell(minute(until)), ...[low, value, high].map((each) => cell(format(each), each))],
    })),
  });
}
