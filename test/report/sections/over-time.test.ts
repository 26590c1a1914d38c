import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../src/model/usage.ts';
import type { Chart } from '../../../src/report/render/charts.ts';
import { html } from '../../../src/report/render/html.ts';
import { fewSeries } from '../../../src/report/sections/over-time/few-series.ts';
import { mergedBins } from '../../../src/report/sections/over-time/merged-bins.ts';
import { overTime } from '../../../src/report/sections/over-time.ts';
import { emptyFacts, sampleFacts, sampleSweeps } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const timeline: Timeline = {
  start: 1000,
  binSeconds: 10,
  series: [
    { model: 'A', gpus: Float64Array.of(1, 3, 5, 7, 9) },
    { model: 'B', gpus: Float64Array.of(0, 0, 2, 2, 4) },
  ],
};
const hoursOf = (stretches: ReturnType<typeof mergedBins>): number =>
  stretches.reduce((sum, { start, end, gpus }) => sum + (end - start) * gpus.reduce((all, count) => all + count, 0), 0);

describe('mergedBins', () => {
  it('takes means over neighbours; a short last stretch keeps its own length', () => {
    expect(mergedBins(timeline, 3)).toEqual([
      { start: 1000, end: 1020, gpus: [2, 0] },
      { start: 1020, end: 1040, gpus: [6, 2] },
      { start: 1040, end: 1050, gpus: [9, 4] },
    ]);
  });

  it.each([1, 2, 3, 4, 5, 100])('keeps the GPU-seconds when at most %d are left', (most) => {
    const merged = mergedBins(timeline, most);
    expect(merged.length).toBeLessThanOrEqual(most);
    expect(hoursOf(merged)).toBeCloseTo(330, 9); // (1+3+5+7+9 + 0+0+2+2+4) × 10 s
  });

  it('is empty for no bins', () => expect(mergedBins({ ...timeline, series: [] }, 10)).toEqual([]));
});

describe('fewSeries', () => {
  it('joins the smaller models and keeps their sum', () => {
    const series = Array.from({ length: 12 }, (_, index) => ({
      model: `M${index}`,
      gpus: Float64Array.of(12 - index),
    }));
    const few = fewSeries({ ...timeline, series });
    expect(few.series.map(({ model }) => model)).toEqual(['M0', 'M1', 'M2', 'M3', 'M4', 'M5', '6 other models']);
    expect(few.series.at(-1)?.gpus).toEqual(Float64Array.of(6 + 5 + 4 + 3 + 2 + 1));
  });

  it('leaves few models alone', () => expect(fewSeries(timeline)).toBe(timeline));
});

describe('the part over time', () => {
  const drawn: Chart[] = [];
  const draw = async (chart: Chart) => {
    drawn.push(chart);
    return html``;
  };

  it('states mean and peak, and lists the sweeps in order of start', async () => {
    const text = textOf(await overTime.render(sampleFacts(), draw));
    expect(text).toContain('mean over the project, 58.1'); // 9,998 GPU-days / 172 days
    expect(text).toMatch(/sweep-001 .* sweep-002 .* sweep-123/);
    expect(drawn.map(({ id }) => id)).toEqual(['gpus-in-use', 'cumulative-cost', 'sweep-bars']);
  });

  it('shows the 500 largest of many sweeps and says so', async () => {
    const text = textOf(await overTime.render(sampleFacts({ sweeps: 501, attempts: 5010 }), draw));
    expect(text).toContain('The 500 sweeps with the most GPU-hours; 1 smaller one left out.');
  });

  it('takes sweeps of no known time, no hours or no length', async () => {
    const [first, second, third] = sampleSweeps(3, 30, 300, 10);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three sweeps expected');
    const sweeps = [
      { ...first, start: Number.NaN },
      { ...second, end: second.start },
      { ...third, gpuHoursByState: new Map() },
    ];
    const text = textOf(await overTime.render({ ...emptyFacts(), sweeps }, draw));
    expect(text).toContain('no use over time to draw');
    expect(text).not.toContain(first.sweep.id);
    expect(text).toContain(`${second.sweep.id} `);
  });

  it('says when there is nothing', async () => {
    const text = textOf(await overTime.render(emptyFacts(), draw));
    expect(text).toContain('no use over time to draw');
    expect(text).toContain('No sweep was found');
  });
});
