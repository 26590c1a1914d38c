import { describe, expect, it } from 'vitest';
import type { CostedSweep } from '../../../src/model/facts.ts';
import { html } from '../../../src/report/render/html.ts';
import { sweepTable } from '../../../src/report/sections/sweep-table.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const draw = async () => html``;
const facts = sampleFacts({ sweeps: 4, attempts: 100 });
const [one] = facts.sweeps as [CostedSweep];
const withSweep = (sweep: Partial<CostedSweep['sweep']>) => ({
  ...facts,
  sweeps: [{ ...one, sweep: { ...one.sweep, ...sweep } }],
});

describe('the table of sweeps', () => {
  it('has a card to link to for each, the largest first', async () => {
    const { text } = await sweepTable.render(facts, draw);
    const order = [...text.matchAll(/<div class="inside(?: printed)?" id="(sweep-\d+)">/g)].map(([, id]) => id);
    const largestFirst = [...facts.sweeps]
      .sort((a, b) => b.usage.gpuHours - a.usage.gpuHours)
      .map(({ sweep }) => sweep.id);
    expect(order).toEqual(largestFirst);
    expect(text).toContain('aria-sort="descending">GPU-hours</th>');
  });

  it('lists parameters with their values, and the evidence', async () => {
    const text = textOf(await sweepTable.render(facts, draw));
    expect(text).toContain(
      'lr 1e-4, 3e-4, 1e-3, 3e-3 dropout 0.1, 0.25, 0.5 Not tried: lr 3e-3, dropout 0.5. Why these runs are one sweep',
    );
    expect(text).toMatch(/\(\d\d% sure\): Every combination of the values was tried at least once\./);
    expect(text).toContain('lr ×2, layers ×4, heads ×2, warmup ×2, batch ×2');
    expect(text).toContain('no parameter known');
  });

  it('cuts endless lists of parameters, values and names', async () => {
    const values = Array.from({ length: 1000 }, (_, index) => String(index));
    const parameters = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, values]));
    const { text } = await sweepTable.render(withSweep({ parameters, name: 'x'.repeat(1e6) }), draw);
    expect(text).toContain('36 more parameters in sweeps.csv');
    expect(text).toContain('… and 976 more');
    expect(text.length).toBeLessThan(60_000);
  });

  it('shows the 500 largest and those that the tiers name', async () => {
    const many = sampleFacts({ sweeps: 700, attempts: 7000 });
    const smallest = [...many.sweeps].sort((a, b) => a.usage.gpuHours - b.usage.gpuHours)[0]?.sweep.id ?? '';
    const tiers = { ...many.tiers, singleTune: { ...many.tiers.singleTune, sweepId: smallest } };
    const { text } = await sweepTable.render({ ...many, tiers }, draw);
    expect(text.includes(`id="${smallest}"`)).toBe(true);
    expect(text.includes('The largest 501 sweeps are shown; 199 more are in sweeps.csv.')).toBe(true);
  });

  it('shows unknown coverage and times as unknown, to be sorted last', async () => {
    const sweep = { ...one.sweep, coverage: Number.NaN };
    const { text } = await sweepTable.render(
      { ...facts, sweeps: [{ ...one, sweep, start: Number.NaN, end: Number.NaN }] },
      draw,
    );
    expect(text.match(/data-sort="NaN">–<\/td>/g)).toHaveLength(3); // start, days, coverage
  });

  it('says when there is no sweep', async () => {
    expect(textOf(await sweepTable.render(emptyFacts(), draw))).toContain('No sweep was found');
  });
});
