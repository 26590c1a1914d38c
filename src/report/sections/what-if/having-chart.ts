import type { TopLevelSpec } from 'vega-lite';
import { HAVING_PARTS, type HardwareWhatIf } from '../../../model/hardware-what-if.ts';
import type { Chart, Frame } from '../../render/charts.ts';
import { usdRoughly, withRange } from '../../render/format.ts';
import { dollarsOf, HAVING, PARTS } from './words.ts';

/** Bars of what the same work costs, piece by piece, with their ranges. */
export function havingChart(facts: HardwareWhatIf): Chart {
  const figures = facts.having.map((option) => `${HAVING[option.id]} ${withRange(option.usd, dollarsOf(option))}`);
  return {
    id: 'having-chart',
    label: `Cost of the same work by how the hardware is had, as bars: ${figures.join(', ')}.`,
    spec: (frame) => specOf(facts, frame),
  };
}

const ROW = 34;

function specOf({ having }: HardwareWhatIf, frame: Frame): TopLevelSpec {
  const left = 140;
  const names = having.map(({ id }) => HAVING[id]);
  const y = {
    field: 'name',
    type: 'nominal' as const,
    sort: names,
    axis: { title: null, domain: false, ticks: false, labelLimit: 0 },
  };
  const ticks = { title: null, tickCount: frame.narrow ? 3 : 6, format: '$~s', grid: true };
  return {
    width: frame.width - left - 20,
    height: ROW * having.length,
    autosize: { type: 'none' },
    padding: { left, right: 20, top: 6, bottom: 26 },
    layer: [
      {
        data: { values: pieces(having) },
        mark: { type: 'bar', height: 18 },
        encoding: {
          y,
          x: { field: 'from', type: 'quantitative', axis: ticks },
          x2: { field: 'to' },
          color: {
            field: 'part',
            type: 'nominal',
            legend: null,
            scale: {
              domain: HAVING_PARTS.map((part) => PARTS[part].label),
              range: HAVING_PARTS.map((part) => PARTS[part].colour),
            },
          },
          description: { field: 'note', type: 'nominal' },
        },
      },
      {
        data: {
          values: having
            .filter(({ usd: { low, high } }) => high > low)
            .map(({ id, usd: { low, high } }) => ({ name: HAVING[id], low, high })),
        },
        mark: { type: 'rule', color: 'var(--ink)', strokeWidth: 1.5 },
        encoding: { y, x: { field: 'low', type: 'quantitative' }, x2: { field: 'high' } },
      },
    ],
  };
}

/** Rectangles side by side, in the order of the pieces. */
const pieces = (having: HardwareWhatIf['having']) =>
  having.flatMap(({ id, parts }) => {
    let from = 0;
    return parts.map(({ part, usd: { value } }) => {
      const piece = {
        name: HAVING[id],
        part: PARTS[part].label,
        from,
        to: from + value,
        note: `${HAVING[id]}, ${PARTS[part].label}: ${usdRoughly(value)}`,
      };
      from += value;
      return piece;
    });
  });
