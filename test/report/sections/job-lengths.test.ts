import { describe, expect, it } from 'vitest';
import type { JobState } from '../../../src/model/job-state.ts';
import { html } from '../../../src/report/render/html.ts';
import { histogramBins } from '../../../src/report/sections/job-lengths/bins.ts';
import { jobLengths } from '../../../src/report/sections/job-lengths.ts';
import { emptyFacts, sampleFacts, usageOf } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const counts = (columns: Partial<Record<JobState, number[]>>) =>
  new Map(Object.entries(columns) as [JobState, number[]][]);
const draw = async () => html``;

describe('histogramBins', () => {
  it('cuts empty ends, keeps empty middles', () => {
    const bins = histogramBins({
      edges: [0.1, 1, 10, 100, 1000],
      counts: counts({ failed: [0, 2, 0, 0], completed: [0, 1, 0, 4] }),
    });
    expect(bins.map(({ from, to, total }) => [from, to, total])).toEqual([
      [1, 10, 3],
      [10, 100, 0],
      [100, 1000, 4],
    ]);
  });

  it('has nothing to show of nothing', () => {
    expect(histogramBins({ edges: [], counts: new Map() })).toEqual([]);
    expect(histogramBins({ edges: [1, 10], counts: counts({ failed: [0] }) })).toEqual([]);
  });

  it('leaves out what a logarithmic scale cannot show', () => {
    expect(histogramBins({ edges: [0, 1, 10], counts: counts({ failed: [1, 1] }) }).map(({ from }) => from)).toEqual([
      1,
    ]);
  });
});

describe('the part on job lengths', () => {
  it('states minimum, median, mean, 95th percentile and maximum', async () => {
    const text = textOf(await jobLengths.render(sampleFacts(), draw));
    expect(text).toContain(
      'The shortest took 3 min, half of them at most 38.4 h (the median), the mean is 50.1 h, 95% took at most 6.6 days, and the longest took 9 days.',
    );
  });

  it('takes one attempt and none', async () => {
    const one = { ...sampleFacts(), usage: usageOf(1, 216) };
    expect(textOf(await jobLengths.render(one, draw))).toContain('One attempt of 1 ran; it took 9 days.');
    expect(textOf(await jobLengths.render(emptyFacts(), draw))).toBe('No attempt ran for a known time.');
  });
});
