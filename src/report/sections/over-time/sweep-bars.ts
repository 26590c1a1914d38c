import type { TopLevelSpec } from 'vega-lite';
import type { CostedSweep, ProjectFacts } from '../../../model/facts.ts';
import type { DrawChart, Frame } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount, counted, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor } from '../../render/names.ts';
import { lostShare } from '../../render/outcome.ts';
import { cell, dataTable } from '../../render/table.ts';
import { day, days } from '../../render/time.ts';
import { shortened, visibleText } from '../../render/visible-text.ts';
import { timeAxis, timeFrame } from './time-frame.ts';

const MOST_BARS = 500;
const TALLEST_PX = { wide: 600, narrow: 400 };
/** Upper ends of the classes of lost hours; the last is open. */
const CLASSES = [0.05, 0.15, 0.3, Number.POSITIVE_INFINITY] as const;
const CLASS_LABELS = ['under 5% not completed', '5–15%', '15–30%', '30% or more'] as const;

/** The sweeps as bars from first submission to last end, in order of start, coloured by the share of hours lost. */
export async function sweepBars(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const shown = chosen(facts.sweeps);
  if (shown.length === 0) return html`<p>No sweep was found, so there are no sweeps to place in time.</p>`;
  const left = facts.sweeps.length - shown.length;
  const domain = timeDomain(facts, shown);
  const chart = { id: 'sweep-bars', label: labelOf(shown), spec: (frame: Frame) => specOf(shown, domain, frame) };
  return figure({
    chart: await draw(chart),
    axis: 'Sweeps, first to last',
    legend: CLASS_LABELS.map((label, index) => ({ label, colour: colourOf(index) })),
    caption: html`Each bar is a sweep, from its first submission to its last end; its colour is the share of its GPU-hours
that went to attempts that did not complete.${left > 0 && html` The ${counted(shown.length, 'sweep')} with the most GPU-hours; ${counted(left, 'smaller one')} left out.`}`,
    data: table(shown),
  });
}

function chosen(sweeps: readonly CostedSweep[]): CostedSweep[] {
  const placed = sweeps.filter(({ start, end }) => Number.isFinite(start) && Number.isFinite(end));
  const largest = [...placed].sort((a, b) => b.usage.gpuHours - a.usage.gpuHours).slice(0, MOST_BARS);
  return largest.sort((a, b) => a.start - b.start || a.end - b.end || (a.sweep.id < b.sweep.id ? -1 : 1));
}

/** The time that the chart of GPUs spans, so that both stand under each other; that of the sweeps where none is known. */
function timeDomain({ timeline }: ProjectFacts, shown: readonly CostedSweep[]): readonly [number, number] {
  const bins = Math.max(0, ...timeline.series.map(({ gpus }) => gpus.length));
  const known = bins > 0 && Number.isFinite(timeline.start);
  const starts = shown.reduce((first, { start }) => Math.min(first, start), known ? timeline.start : Infinity);
  const ends = shown.reduce(
    (last, { end }) => Math.max(last, end),
    known ? timeline.start + bins * timeline.binSeconds : -Infinity,
  );
  return [starts, Math.max(ends, starts + 1)];
}

const labelOf = (shown: readonly CostedSweep[]): string =>
  `Bars of ${counted(shown.length, 'sweep')} over time, in order of start. The same figures are in the table below the chart.`;

const lostOf = ({ gpuHoursByState }: CostedSweep): number => lostShare(gpuHoursByState);
const colourOf = (index: number): string => `var(--lost-${index + 1})`;
/** A sweep without GPU-hours lost none. */
const classOf = (sweep: CostedSweep): number =>
  Math.max(
    0,
    CLASSES.findIndex((upper) => lostOf(sweep) < upper),
  );

function specOf(shown: readonly CostedSweep[], domain: readonly [number, number], frame: Frame): TopLevelSpec {
  const step = Math.min(9, Math.max(1, (frame.narrow ? TALLEST_PX.narrow : TALLEST_PX.wide) / shown.length));
  const least = ((domain[1] - domain[0]) * 2) / frame.width; // two px, so that a short sweep is still seen
  const values = shown.map((sweep, index) => ({
    from: sweep.start * 1000,
    to: Math.max(sweep.end, sweep.start + least) * 1000,
    top: index + 0.1,
    bottom: index + 0.9,
    class: classOf(sweep),
    note: frame.narrow ? '' : noteOf(sweep),
  }));
  return {
    ...timeFrame(frame, Math.max(30, step * shown.length)),
    data: { values },
    mark: { type: 'rect', aria: !frame.narrow },
    encoding: {
      x: { field: 'from', ...timeAxis(frame, domain), axis: { ...timeAxis(frame, domain).axis, grid: true } },
      x2: { field: 'to' },
      y: {
        field: 'top',
        type: 'quantitative',
        scale: { domain: [0, shown.length], reverse: true, nice: false },
        axis: null,
      },
      y2: { field: 'bottom' },
      color: {
        field: 'class',
        type: 'nominal',
        legend: null,
        scale: { domain: [0, 1, 2, 3], range: [0, 1, 2, 3].map(colourOf) },
      },
      description: { field: 'note', type: 'nominal' },
    },
  };
}

const noteOf = (sweep: CostedSweep): string =>
  visibleText(
    `${sweep.sweep.id} ${shortened(sweep.sweep.name, 60)}: ${days(sweep.start, sweep.end)}, ${amount(sweep.usage.gpuHours)} GPU-hours, ${percent(lostOf(sweep))} not completed`,
  );

const table = (shown: readonly CostedSweep[]): Html =>
  dataTable({
    id: 'sweep-bars-data',
    caption: 'Sweeps in order of start',
    columns: [
      { head: 'Sweep' },
      { head: 'Start' },
      { head: 'End' },
      { head: 'GPU-hours', kind: 'number' },
      { head: 'Not completed', kind: 'number' },
    ],
    rows: shown.map((sweep) => ({
      cells: [
        cell(html`<a href="#${anchor(sweep.sweep.id)}">${sweep.sweep.id}</a>`),
        cell(day(sweep.start)),
        cell(day(sweep.end)),
        cell(amount(sweep.usage.gpuHours)),
        cell(percent(lostOf(sweep))),
      ],
    })),
  });
