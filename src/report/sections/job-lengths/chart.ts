import type { TopLevelSpec } from 'vega-lite';
import type { JobState } from '../../../model/job-state.ts';
import type { WallSummary } from '../../../model/usage.ts';
import type { Chart, Frame } from '../../render/charts.ts';
import { OUTCOMES } from '../../render/outcome.ts';
import { duration } from '../../render/time.ts';
import type { LengthBin } from './bins.ts';

const MINUTE = 1 / 60;
const DAY = 24;
/** Lengths that a person thinks in: Vega's own labels would be powers of ten of an hour. */
const TICKS = [
  { hours: MINUTE / 60, label: '1 s' },
  { hours: MINUTE / 6, label: '10 s' },
  { hours: MINUTE, label: '1 min' },
  { hours: 10 * MINUTE, label: '10 min' },
  { hours: 1, label: '1 h' },
  { hours: 6, label: '6 h' },
  { hours: DAY, label: '1 day' },
  { hours: 7 * DAY, label: '1 week' },
  { hours: 30 * DAY, label: '30 days' },
  { hours: 365 * DAY, label: '1 year' },
];

/** How the lines of median and mean are broken, px drawn and px left. */
export const DASHES = { median: [7, 4], mean: [2, 3] };

/** A histogram on a logarithmic scale, stacked by outcome, with the median and the mean marked. */
export function lengthChart(bins: readonly LengthBin[], states: readonly JobState[], summary: WallSummary): Chart {
  const labels = states.map((state) => OUTCOMES[state].label).join(', ');
  return {
    id: 'job-lengths',
    label: `Histogram of attempts by wall time, logarithmic scale, by outcome: ${labels}. Median ${duration(summary.median)}, mean ${duration(summary.mean)}.`,
    spec: (frame) => specOf(bins, states, summary, frame),
  };
}

function specOf(
  bins: readonly LengthBin[],
  states: readonly JobState[],
  summary: WallSummary,
  frame: Frame,
): TopLevelSpec {
  const domain = [bins[0]?.from ?? 1, bins.at(-1)?.to ?? 10];
  const scale = { type: 'log' as const, domain, nice: false as const };
  const ticks = TICKS.filter(({ hours }) => hours >= (domain[0] ?? 0) && hours <= (domain[1] ?? 0));
  return {
    width: frame.width - 60,
    height: frame.narrow ? 180 : 240,
    autosize: { type: 'none' },
    padding: { left: 46, right: 14, top: 8, bottom: 26 },
    layer: [
      {
        data: { values: pieces(bins, states) },
        mark: { type: 'rect', stroke: 'var(--paper)', strokeWidth: 0.5 },
        encoding: {
          x: {
            field: 'from',
            type: 'quantitative',
            scale,
            axis: { title: null, values: ticks.map(({ hours }) => hours), labelExpr: labelled(ticks) },
          },
          x2: { field: 'to' },
          y: { field: 'low', type: 'quantitative', axis: { title: null, tickCount: 5, format: ',~r' } },
          y2: { field: 'high' },
          color: {
            field: 'state',
            type: 'nominal',
            legend: null,
            scale: { domain: [...states], range: states.map((state) => OUTCOMES[state].colour) },
          },
          description: { field: 'note', type: 'nominal' },
        },
      },
      ...markers(summary, domain),
    ],
  };
}

/** A rectangle a bin and outcome, stacked in the order of the outcomes. */
function pieces(bins: readonly LengthBin[], states: readonly JobState[]) {
  return bins.flatMap(({ from, to, counts }) => {
    let low = 0;
    return states.flatMap((state) => {
      const count = counts.get(state) ?? 0;
      const piece = {
        from,
        to,
        low,
        high: low + count,
        state,
        note: `${duration(from)} to ${duration(to)}, ${OUTCOMES[state].label}: ${count}`,
      };
      low += count;
      return count > 0 ? [piece] : [];
    });
  });
}

/** The label of a tick as an expression for Vega. */
const labelled = (ticks: typeof TICKS): string =>
  ticks.reduceRight((rest, { hours, label }) => `abs(datum.value / ${hours} - 1) < 0.01 ? '${label}' : ${rest}`, `''`);

/** Median and mean as broken lines; what they are stands in the legend, where no label can run into another. */
function markers({ median, mean }: WallSummary, [low = 0, high = 0]: readonly number[]) {
  const marks = [
    { at: median, strokeDash: DASHES.median },
    { at: mean, strokeDash: DASHES.mean },
  ];
  return marks
    .filter(({ at }) => at >= low && at <= high)
    .map(({ at, strokeDash }) => ({
      data: { values: [{ at }] },
      mark: { type: 'rule' as const, strokeDash, strokeWidth: 1.5, color: 'var(--ink)' },
      encoding: { x: { field: 'at', type: 'quantitative' as const } },
    }));
}
