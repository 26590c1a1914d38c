import type { TopLevelSpec } from 'vega-lite';
import type { CostedSweep, ProjectFacts } from '../../../model/facts.ts';
import type { DrawChart, Frame } from '../../render/charts.ts';
import { figure, type Key } from '../../render/figure.ts';
import { amount, counted, grouped, percent } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor } from '../../render/names.ts';
import { lostShare } from '../../render/outcome.ts';
import { ABANDONED_RULE, SWEEP_CLASSES, SWEEP_OUTCOME_LABELS } from '../../render/sweep-outcome.ts';
import { cell, dataTable } from '../../render/table.ts';
import { day, days } from '../../render/time.ts';
import { shortened, visibleText } from '../../render/visible-text.ts';
import { drawnSpan, type Span } from './drawn-span.ts';
import { eventKeys, eventMarks } from './event-marks.ts';
import { timeAxis, timeFrame } from './time-frame.ts';

const MOST_BARS = 500;
const TALLEST_PX = { wide: 600, narrow: 400 };
/** The sweeps as bars from first submission to last end, in order of start, coloured by what became of them, each a link to its row in the list. */
export async function sweepBars(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const shown = chosen(facts.sweeps);
  if (shown.length === 0) return html`<p>No sweep was found, so there are no sweeps to place in time.</p>`;
  const left = facts.sweeps.length - shown.length;
  const chart = { id: 'sweep-bars', label: labelOf(shown), spec: (frame: Frame) => specOf(facts, shown, frame) };
  return figure({
    chart: await draw(chart),
    axis: 'Sweeps, first to last',
    legend: [...keysOf(shown), ...eventKeys(facts.events, drawnSpan(facts))],
    caption: html`Each bar is a sweep, from its first submission to its last end; its colour says what became of it, and it leads to
the sweep in the list. ${ABANDONED_RULE}${left > 0 && html` The ${counted(shown.length, 'sweep')} with the most GPU-hours; ${counted(left, 'smaller one')} left out.`}`,
    data: table(shown),
  });
}

/** The classes that are there, with how many sweeps each has. */
const keysOf = (shown: readonly CostedSweep[]): Key[] =>
  SWEEP_CLASSES.flatMap(({ label, colour, has }) => {
    const count = shown.filter(has).length;
    return count === 0 ? [] : [{ label: html`<b>${grouped(count)}</b> ${label}`, colour }];
  });

function chosen(sweeps: readonly CostedSweep[]): CostedSweep[] {
  const placed = sweeps.filter(({ start, end }) => Number.isFinite(start) && Number.isFinite(end));
  const largest = [...placed].sort((a, b) => b.usage.gpuHours - a.usage.gpuHours).slice(0, MOST_BARS);
  return largest.sort((a, b) => a.start - b.start || a.end - b.end || (a.sweep.id < b.sweep.id ? -1 : 1));
}

const labelOf = (shown: readonly CostedSweep[]): string =>
  `Bars of ${counted(shown.length, 'sweep')} over time, in order of start. The same figures are in the table below the chart.`;

const lostOf = ({ gpuHoursByState }: CostedSweep): number => lostShare(gpuHoursByState);
function specOf(facts: ProjectFacts, shown: readonly CostedSweep[], frame: Frame): TopLevelSpec {
  const span = drawnSpan(facts);
  const step = Math.min(9, Math.max(1, (frame.narrow ? TALLEST_PX.narrow : TALLEST_PX.wide) / shown.length));
  const height = Math.max(30, step * shown.length);
  const marks = eventMarks(facts.events, span, frame, height);
  return { ...timeFrame(frame, height, marks.room), layer: [bars(shown, span, frame), ...marks.layers] };
}

function bars(shown: readonly CostedSweep[], span: Span, frame: Frame) {
  const x = timeAxis(frame, span);
  const least = ((span[1] - span[0]) * 2) / frame.width; // two px, so that a short sweep is still seen
  const values = shown.map((sweep, index) => ({
    from: sweep.start * 1000,
    to: Math.max(sweep.end, sweep.start + least) * 1000,
    top: index + 0.1,
    bottom: index + 0.9,
    outcome: SWEEP_CLASSES.find(({ has }) => has(sweep))?.label ?? '',
    link: `#${anchor(sweep.sweep.id)}`,
    note: frame.narrow ? visibleText(sweep.sweep.id) : noteOf(sweep),
  }));
  const order = { domain: [0, shown.length], reverse: true, nice: false as const };
  return {
    data: { values },
    mark: { type: 'rect' as const },
    encoding: {
      x: { field: 'from', ...x, axis: { ...x.axis, grid: true } },
      x2: { field: 'to' },
      y: { field: 'top', type: 'quantitative' as const, scale: order, axis: null },
      y2: { field: 'bottom' },
      color: {
        field: 'outcome',
        type: 'nominal' as const,
        legend: null,
        scale: {
          domain: SWEEP_CLASSES.map(({ label }) => label),
          range: SWEEP_CLASSES.map(({ colour }) => colour),
        },
      },
      href: { field: 'link', type: 'nominal' as const },
      description: { field: 'note', type: 'nominal' as const },
    },
  };
}

const noteOf = (sweep: CostedSweep): string =>
  visibleText(
    `${sweep.sweep.id} ${shortened(sweep.sweep.name, 60)}: ${days(sweep.start, sweep.end)}, ${amount(sweep.usage.gpuHours)} GPU-hours, ${percent(lostOf(sweep))} not completed; ${SWEEP_OUTCOME_LABELS[sweep.outcome]}`,
  );

const table = (shown: readonly CostedSweep[]): Html =>
  dataTable({
    id: 'sweep-bars-data',
    caption: 'Sweeps in order of start',
    columns: [
      { head: 'Sweep' },
      { head: 'Start' },
      { head: 'End' },
      { head: 'Outcome' },
      { head: 'GPU-hours', kind: 'number' },
      { head: 'Not completed', kind: 'number' },
    ],
    rows: shown.map((sweep) => ({
      cells: [
        cell(html`<a href="#${anchor(sweep.sweep.id)}">${sweep.sweep.id}</a>`),
        cell(day(sweep.start)),
        cell(day(sweep.end)),
        cell(SWEEP_OUTCOME_LABELS[sweep.outcome]),
        cell(amount(sweep.usage.gpuHours)),
        cell(percent(lostOf(sweep))),
      ],
    })),
  });
