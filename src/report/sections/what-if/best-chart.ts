import type { TopLevelSpec } from 'vega-lite';
import type { SweepWhatIf } from '../../../model/what-if.ts';
import type { Chart, Frame } from '../../render/charts.ts';
import { counted, significant } from '../../render/format.ts';
import { anchor } from '../../render/names.ts';

export const BEST_COLOURS = { mean: 'var(--series-1)', band: 'var(--series-5)' } as const;

/** The expected best against GPU-hours (configurations where no GPU is known), with where it lies in four of five draws. */
export function bestChart(otherwise: SweepWhatIf, id: string): Chart {
  const { expectedBest, pool } = otherwise;
  const [first, last] = [expectedBest[0], expectedBest.at(-1)];
  return {
    id: `best-chart-${anchor(id)}`,
    label: `Expected best of ${id} from ${significant(first?.mean ?? Number.NaN, 4)} after one configuration to ${significant(last?.mean ?? Number.NaN, 4)} after ${counted(pool.configurations, 'configuration')}.`,
    spec: (frame) => specOf(otherwise, frame),
  };
}

function specOf({ expectedBest, pool }: SweepWhatIf, frame: Frame): TopLevelSpec {
  const byGpu = pool.gpuHours > 0;
  const values = expectedBest.map(({ configurations, gpuHours, mean, low, high }) => ({
    spent: byGpu ? gpuHours : configurations,
    ...{ mean, low, high },
  }));
  const axis = { title: byGpu ? 'GPU-hours' : 'configurations', tickCount: frame.narrow ? 4 : 8, format: ',~r' };
  const x = { field: 'spent', type: 'quantitative' as const, axis };
  const scale = { zero: false, nice: true };
  const y = { type: 'quantitative' as const, scale, axis: { title: null, tickCount: 5, format: '~g' } };
  return {
    width: frame.width - 80,
    height: frame.narrow ? 170 : 220,
    autosize: { type: 'none' },
    padding: { left: 62, right: 18, top: 8, bottom: 44 },
    layer: [
      {
        data: { values },
        mark: { type: 'area', color: BEST_COLOURS.band, opacity: 0.45 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values },
        mark: { type: 'line', strokeWidth: 2, color: BEST_COLOURS.mean },
        encoding: { x, y: { ...y, field: 'mean' } },
      },
      {
        data: { values: [{ best: pool.best }] },
        mark: { type: 'rule', strokeDash: [5, 3], color: 'var(--ink)' },
        encoding: { y: { ...y, field: 'best' } },
      },
    ],
  };
}
