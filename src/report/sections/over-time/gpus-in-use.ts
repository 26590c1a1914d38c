import type { TopLevelSpec } from 'vega-lite';
import type { ProjectFacts } from '../../../model/facts.ts';
import type { Timeline } from '../../../model/usage.ts';
import type { Chart, DrawChart, Frame } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { modelName, named } from '../../render/names.ts';
import { numberAxis, roundTicks } from '../../render/number-axis.ts';
import { cell, dataTable } from '../../render/table.ts';
import { day, days, duration, minute } from '../../render/time.ts';
import { shortened } from '../../render/visible-text.ts';
import { drawnSpan } from './drawn-span.ts';
import { eventKeys, eventMarks } from './event-marks.ts';
import { fewSeries } from './few-series.ts';
import { mergedBins, type Stretch } from './merged-bins.ts';
import { timeAxis, timeFrame } from './time-frame.ts';

const MOST_ROWS = 26;
const HOURS_IN_A_DAY = 24;

/** GPUs in use by hardware as a stacked area in steps, with the mean over the whole project. */
export async function gpusInUse(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const timeline = fewSeries(facts.timeline);
  const mean = facts.usage.gpuHours / (facts.project.days * HOURS_IN_A_DAY);
  const fine = mergedBins(timeline, 220);
  const peak = Math.max(0, ...fine.map(total));
  if (!(peak > 0)) return html`<p>No attempt held a GPU at a known time, so there is no use over time to draw.</p>`;
  return figure({
    chart: await draw(chartOf({ ...facts, timeline }, mean, peak)),
    axis: 'GPUs in use',
    legend: [
      ...timeline.series.map(({ model }, index) => ({ label: named(modelName(model), 60), colour: colourOf(index) })),
      ...(mean > 0 ? [{ label: `mean over the project, ${amount(mean)}`, colour: 'var(--ink)', dashes: '6 4' }] : []),
      ...eventKeys(facts.events, drawnSpan(facts)),
    ],
    caption: html`GPUs in use at the same time, by hardware, ${days(facts.project.start, facts.project.end)} (UTC). Each step is
the mean over ${stepLength(fine)}; the highest is ${amount(peak)}.`,
    data: table(timeline, mergedBins(timeline, MOST_ROWS)),
  });
}

const total = ({ gpus }: Stretch): number => gpus.reduce((sum, count) => sum + count, 0);
const colourOf = (index: number): string => `var(--series-${index + 1})`;

function stepLength([first]: readonly Stretch[]): string {
  const hours = first === undefined ? Number.NaN : (first.end - first.start) / 3600;
  return duration(hours);
}

function chartOf(facts: ProjectFacts, mean: number, peak: number): Chart {
  const models = facts.timeline.series.map(({ model }) => modelName(model)).join(', ');
  return {
    id: 'gpus-in-use',
    label: `Stacked area of GPUs in use over time, by hardware: ${models}. Mean ${amount(mean)}, highest step ${amount(peak)}.`,
    spec: (frame) => specOf(facts, mean, peak, frame),
  };
}

function specOf(facts: ProjectFacts, mean: number, peak: number, frame: Frame): TopLevelSpec {
  const { timeline, events } = facts;
  const stretches = mergedBins(timeline, frame.narrow ? 110 : 220);
  const span = drawnSpan(facts);
  const height = frame.narrow ? 170 : 230;
  const marks = eventMarks(events, span, frame, height);
  const colours = timeline.series.map((_, index) => colourOf(index));
  return {
    ...timeFrame(frame, height, marks.room),
    layer: [
      {
        data: { values: points(stretches) },
        mark: { type: 'area', interpolate: 'step-after', opacity: 0.9 },
        encoding: {
          x: { field: 'at', ...timeAxis(frame, span) },
          y: { field: 'gpus', type: 'quantitative', stack: 'zero', axis: numberAxis(roundTicks(peak), amount) },
          color: {
            field: 'series',
            type: 'nominal',
            legend: null,
            scale: { domain: colours.map((_, index) => index), range: colours },
          },
          order: { field: 'series' },
        },
      },
      ...(mean > 0 ? [meanLine(mean)] : []),
      ...marks.layers,
    ],
  };
}

const meanLine = (mean: number) => ({
  data: { values: [{ mean }] },
  mark: { type: 'rule' as const, strokeDash: [6, 4], strokeWidth: 1.5, color: 'var(--ink)' },
  encoding: { y: { field: 'mean', type: 'quantitative' as const } },
});

/** One point a step and series; the last step is closed at its end. */
function points(stretches: readonly Stretch[]) {
  const last = stretches.at(-1);
  const closed = last === undefined ? [] : [...stretches, { ...last, start: last.end }];
  return closed.flatMap(({ start, gpus }) => gpus.map((count, series) => ({ at: start * 1000, series, gpus: count })));
}

function table(timeline: Timeline, stretches: readonly Stretch[]): Html {
  const dayLong = stretches.every(({ start, end }) => end - start >= 2 * 86_400);
  const when = dayLong ? day : minute;
  return dataTable({
    id: 'gpus-in-use-data',
    caption: 'Mean number of GPUs in use',
    columns: [
      { head: 'From (UTC)' },
      ...timeline.series.map(({ model }) => ({ head: shortened(modelName(model), 60), kind: 'number' as const })),
      { head: 'All', kind: 'number' },
    ],
    rows: stretches.map((stretch) => ({
      cells: [
        cell(when(stretch.start)),
        ...stretch.gpus.map((count) => cell(amount(count))),
        cell(amount(total(stretch))),
      ],
    })),
  });
}
