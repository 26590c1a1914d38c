import fc from 'fast-check';
import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { estimate } from '../../../src/model/estimate.ts';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import type { Tier } from '../../../src/model/tier.ts';
import { loadCharts } from '../../../src/report/render/charts.ts';
import type { Html } from '../../../src/report/render/html.ts';
import { barsOf, measuresOf, type TierBar } from '../../../src/report/sections/answer/tier-bars.ts';
import { tiersChart } from '../../../src/report/sections/answer/tiers-chart.ts';
import { tiersSpec } from '../../../src/report/sections/answer/tiers-spec.ts';
import { emptyFacts, sampleFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const facts = sampleFacts();
const labelsOf = (some: ProjectFacts): string[] =>
  measuresOf(some).flatMap((measure) => barsOf(some, measure).map(({ tier, label }) => `${tier}: ${label}`));
const withModel = (change: Partial<Tier>): ProjectFacts => ({
  ...facts,
  tiers: { ...facts.tiers, singleModel: { ...facts.tiers.singleModel, ...change } },
});
const noRent = (tier: Tier): Tier => ({
  ...tier,
  costs: { ...tier.costs, cloudUsd: estimate<'USD'>({ low: 0, value: 0, high: 0 }, tier.costs.cloudUsd.basis) },
});

function expectOnScale(bars: readonly TierBar[], narrow: boolean): void {
  const { scales = [] } = compile(tiersSpec(bars, { width: narrow ? 350 : 880, narrow })).spec;
  const domain = scales.find(({ name }) => name === 'x')?.domain ?? [];
  const [lowest = 0, highest = 0] = domain as number[];
  expect(lowest).toBeGreaterThan(0);
  expect(highest).toBeGreaterThan(lowest);
  for (const { range } of bars) {
    if (range === undefined) continue;
    expect(range.value).toBeGreaterThan(lowest);
    expect(range.high).toBeLessThanOrEqual(highest);
  }
}

describe('bars of the tiers', () => {
  it('are labelled with the figures of the study (Table 4)', () => {
    expect(labelsOf(facts)).toEqual([
      'Single model: 120',
      'Single tune: 2,880',
      'Full project: 239,942',
      'Single model: $52–$175',
      'Single tune: $1,238–$4,205',
      'Full project: $103k–$350k',
    ]);
  });

  it('have none where the tier is nothing, not known, or only stands in', () => {
    expect(labelsOf(withModel({ gpuHours: 0 }))[0]).toBe('Single model: none');
    expect(labelsOf(withModel({ gpuHours: Number.NaN }))[0]).toBe('Single model: –');
    expect(labelsOf(withModel({ isStandIn: true })).filter((label) => label.includes('not known'))).toHaveLength(2);
  });

  it('are of GPU-hours alone where nothing is priced, of energy where no GPU was held, and not there where nothing was', () => {
    const { singleModel, singleTune, project } = facts.tiers;
    const tiers = { singleModel: noRent(singleModel), singleTune: noRent(singleTune), project: noRent(project) };
    expect(measuresOf({ ...facts, tiers }).map(({ name }) => name)).toEqual(['GPU-hours']);
    const onProcessors = { ...facts, tiers: { ...facts.tiers, project: { ...project, gpuHours: 0 } } };
    expect(measuresOf(onProcessors).map(({ name }) => name)).toEqual(['Energy, kWh', 'Electricity']);
    expect(measuresOf(emptyFacts())).toEqual([]);
  });

  it('stand on a scale that holds all of them, whatever their size', () => {
    const figure = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e12, noNaN: true }));
    fc.assert(
      fc.property(figure, figure, figure, fc.boolean(), (model, tune, project, isStandIn) => {
        const sized = (tier: Tier, gpuHours: number): Tier => ({ ...tier, gpuHours });
        const { tiers } = withModel({ isStandIn });
        const some = {
          ...facts,
          tiers: {
            singleModel: sized(tiers.singleModel, model),
            singleTune: sized(tiers.singleTune, tune),
            project: sized(tiers.project, project),
          },
        };
        const bars = measuresOf(some).flatMap((measure) => barsOf(some, measure));
        for (const narrow of [false, true]) expectOnScale(bars, narrow);
      }),
    );
  });

  it('are drawn without a figure that is none', async () => {
    const draw = await loadCharts();
    for (const some of [facts, withModel({ gpuHours: 0 }), withModel({ isStandIn: true })]) {
      const chart = (await tiersChart(some, draw)) as Html;
      expect(chart.text).not.toMatch(/NaN|Infinity|undefined/);
      expect(textOf(chart)).toContain('The three tiers on one scale');
    }
    expect(await tiersChart(emptyFacts(), draw)).toBe(false);
  });
});
