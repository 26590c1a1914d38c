import type { TopLevelSpec } from 'vega-lite';
import { exactly } from '../../../model/estimate.ts';
import type { Frame } from '../../render/charts.ts';
import { amount } from '../../render/format.ts';
import { numberAxis } from '../../render/number-axis.ts';
import type { TierBar } from './tier-bars.ts';

const MARGINS = {
  wide: { left: 92, right: 104, top: 4, bottom: 24 },
  narrow: { left: 82, right: 92, top: 4, bottom: 24 },
};
const ROW_PX = 17;
/** Rows of a group: its name, and the three tiers. */
const ROWS = 4;

/** Bars of all measures under each other, on one logarithmic scale of GPU-hours and dollars alike. */
export function tiersSpec(bars: readonly TierBar[], frame: Frame): TopLevelSpec {
  const margins = frame.narrow ? MARGINS.narrow : MARGINS.wide;
  const groups = bars.length / (ROWS - 1);
  const [lowest, highest] = boundsOf(bars);
  const rows = bars.map((bar, index) => rowOf(bar, index, lowest));
  const drawn = rows.filter(({ isDrawn }) => isDrawn);
  const ranged = drawn.filter(({ low, high }) => high > low);
  const places = placesOf(lowest, highest, groups);
  return {
    width: frame.width - margins.left - margins.right,
    height: groups * ROWS * ROW_PX,
    autosize: { type: 'none' },
    padding: margins,
    layer: [barLayer(drawn, places), ...rangeLayers(ranged, places), ...textLayers(rows, places, margins.left)],
  };
}

type Row = ReturnType<typeof rowOf>;
type Places = ReturnType<typeof placesOf>;

/** Encodings of place that all layers share. */
function placesOf(lowest: number, highest: number, groups: number) {
  const scale = { type: 'log' as const, domain: [lowest, highest], nice: false as const };
  const axis = { ...numberAxis(powersOfTen(lowest, highest), amount), grid: true, labelOverlap: 'greedy' as const };
  const rows = { domain: [0, groups * ROWS], reverse: true, nice: false as const };
  return {
    x: (field: keyof Row) => ({ field, type: 'quantitative' as const, scale, axis }),
    y: (field: keyof Row) => ({ field, type: 'quantitative' as const, scale: rows, axis: null }),
  };
}

const barLayer = (values: readonly Row[], { x, y }: Places) => ({
  data: { values: [...values] },
  mark: { type: 'rect' as const },
  encoding: {
    x: x('from'),
    x2: { field: 'middle' },
    y: y('top'),
    y2: { field: 'bottom' },
    color: { field: 'colour', type: 'nominal' as const, scale: null },
    description: { field: 'note', type: 'nominal' as const },
  },
});

/** From low to high, with a tick at either end. */
const rangeLayers = (values: readonly Row[], { x, y }: Places) => [
  {
    data: { values: [...values] },
    mark: { type: 'rule' as const, strokeWidth: 2, color: 'var(--ink)', aria: false },
    encoding: { x: x('low'), x2: { field: 'high' }, y: y('centre') },
  },
  ...(['low', 'high'] as const).map((field) => ({
    data: { values: [...values] },
    mark: {
      type: 'tick' as const,
      orient: 'vertical' as const,
      size: 9,
      thickness: 2,
      color: 'var(--ink)',
      aria: false,
    },
    encoding: { x: x(field), y: y('centre') },
  })),
];

/** The figures behind the bars, the tiers before them, and what is measured above. */
const textLayers = (rows: readonly Row[], { x, y }: Places, left: number) => [
  {
    data: { values: [...rows] },
    mark: { ...textMark('left', 7), fill: 'var(--ink)', fontWeight: 600 as const },
    encoding: { x: x('end'), y: y('centre'), text: { field: 'label', type: 'nominal' as const } },
  },
  {
    data: { values: [...rows] },
    mark: textMark('right', -8),
    encoding: { x: { value: 0 }, y: y('centre'), text: { field: 'tier', type: 'nominal' as const } },
  },
  {
    data: { values: rows.filter((_, index) => index % (ROWS - 1) === 0) },
    mark: { ...textMark('left', -left), fill: 'var(--ink)' },
    encoding: { x: { value: 0 }, y: y('title'), text: { field: 'measure', type: 'nominal' as const } },
  },
];

const textMark = (align: 'left' | 'right', dx: number) => ({
  type: 'text' as const,
  ...{ align, dx, fontSize: 12, fill: 'var(--chart-text)', aria: false },
});

/** A bar with its place. The ends of a range that lie off the scale are drawn at its edge. */
function rowOf({ tier, measure, range, label }: TierBar, index: number, lowest: number) {
  const [group, place] = [Math.floor(index / (ROWS - 1)), index % (ROWS - 1)];
  const row = group * ROWS + 1 + place;
  const { low, value, high } = range ?? exactly(lowest);
  return {
    ...{ tier, measure: measure.name, colour: measure.colour, label },
    ...{ from: lowest, low: Math.max(lowest, low), middle: value, high, end: Math.max(value, high) },
    ...{ top: row + 0.14, bottom: row + 0.86, centre: row + 0.5, title: group * ROWS + 0.55 },
    note: `${tier}, ${measure.name}: ${label}`,
    isDrawn: range !== undefined,
  };
}

/** From a power of ten clearly below the smallest figure to the largest. */
function boundsOf(bars: readonly TierBar[]): readonly [number, number] {
  const figures = bars.flatMap(({ range }) => (range === undefined ? [] : [range.low > 0 ? range.low : range.value]));
  const least = Math.min(...figures);
  const power = 10 ** Math.floor(Math.log10(least));
  const lowest = least / power < 1.5 ? power / 10 : power;
  return [lowest, Math.max(lowest * 10, ...bars.map(({ range }) => range?.high ?? 0))];
}

function powersOfTen(lowest: number, highest: number): number[] {
  const [first, last] = [Math.round(Math.log10(lowest)), Math.floor(Math.log10(highest) + 1e-9)];
  return Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
}
