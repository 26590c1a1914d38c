import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../../src/model/facts.ts';
import { assumptionTable } from '../../../src/report/sections/assumptions/assumption-table.ts';
import { byHand } from '../../../src/report/sections/assumptions/by-hand.ts';
import { causesOfRanges } from '../../../src/report/sections/assumptions/causes.ts';
import { linesByHand } from '../../../src/report/sections/assumptions/lines-by-hand.ts';
import { moves } from '../../../src/report/sections/assumptions/moves.ts';
import { standIns } from '../../../src/report/sections/assumptions/stand-ins.ts';
import { tornado } from '../../../src/report/sections/assumptions/tornado.ts';
import { ownMethod } from '../../../src/tables/methods/own-method.ts';
import { findMethod } from '../../../src/tables/methods/registry.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../../support/ledger-of.ts';
import { emptyFacts } from '../../support/sample-facts.ts';
import { textOf } from './text-of.ts';

const place = 'line 1 of runledger.yaml';
const pricedApart = ownMethod(findMethod('default'), 'ours', {
  partitionUsdPerGpuHour: { long: { low: 0.5, value: 0.6, high: 0.9, place } },
});
const METHODS = [findMethod('default'), findMethod('strubell-2019'), findMethod('green-algorithms'), pricedApart];

describe('the sums by hand', () => {
  const sketch = fc.record({
    days: fc.integer({ min: 0, max: 900 }),
    elapsed: fc.integer({ min: 1, max: 200_000 }),
    gpuTypes: fc.constantFrom('titanx=1', 'a100=2', ''),
    partition: fc.constantFrom('long', 'short'),
    watts: fc.constantFrom(0, 0, 180),
    isAtGpu: fc.boolean(),
    gpuUtilisation: fc.constantFrom(Number.NaN, Number.NaN, 0.5),
  });
  const jobs = fc.array(sketch, { minLength: 1, maxLength: 15 }).map((sketches) =>
    sketches.map(({ days, elapsed, gpuTypes, partition, watts, isAtGpu, gpuUtilisation }): JobSketch => {
      const gpus = gpuTypes === 'a100=2' ? 2 : gpuTypes === '' ? 0 : 1;
      const joules = watts > 0 && gpus > 0 ? watts * gpus * elapsed : Number.NaN;
      const measured = isAtGpu ? { gpuEnergyJoules: joules } : { energyJoules: joules };
      return { submit: T0 + days * DAY, elapsed, gpus, gpuTypes, partition, gpuUtilisation, ...measured };
    }),
  );
  const sumOf = (facts: ProjectFacts, what: RegExp): number =>
    linesByHand(facts)
      .filter((line) => what.test(line.what))
      .reduce((sum, { result }) => sum + result, 0);

  it('give the page’s figures, whatever was measured, in any year, at any price', () => {
    fc.assert(
      fc.property(jobs, fc.constantFrom(...METHODS), (sketches, method) => {
        const facts = factsOf(sketches, { method });
        const near = (actual: number, expected: number): void =>
          expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, expected));
        near(sumOf(facts, /PUE/), facts.costs.energyKwh.value);
        near(sumOf(facts, /^emissions/), facts.costs.co2eKg.value);
        near(sumOf(facts, /^electricity$/), facts.costs.electricityUsd.value);
        near(sumOf(facts, /^rent/), facts.costs.cloudUsd.value);
      }),
      { numRuns: 40 },
    );
  });

  it('have a line a year, and say what the machine adds', () => {
    const facts = factsOf([{ submit: T0 }, { submit: T0 + 400 * DAY }]);
    const text = textOf(byHand(facts));
    expect(text).toContain('emissions in 2018');
    expect(text).toContain('emissions in 2019');
    expect(text).toContain('÷ 1000 × the whole machine) × PUE; emissions = energy × grid intensity of the year');
    expect(textOf(byHand(factsOf([{}], { method: findMethod('strubell-2019') })))).not.toContain('whole machine');
  });
});

describe('figures beside the four', () => {
  const own = ownMethod(findMethod('default'), 'ours', {
    embodiedKgPerGpuHour: { low: 0.01, value: 0.01, high: 0.01, place },
    owned: [
      {
        gpu: 'A100',
        purchaseUsd: { low: 17_532, value: 17_532, high: 17_532 },
        lifetimeYears: { low: 4, value: 4, high: 4 },
        utilisation: { low: 0.5, value: 0.5, high: 0.5 },
        place,
      },
    ],
  });
  const jobs: JobSketch[] = [{ elapsed: 1000 * HOUR, gpuTypes: 'a100=1' }];
  const listed = (facts: ProjectFacts) =>
    facts.assumptions.map(({ name, value }) => [name, Number(value.toPrecision(4))]);

  it('have their constants in the list, with where they are said: 0.01 kg, and $17,532 over 4 years of 8,766 h in use by half', () => {
    const facts = factsOf(jobs, { method: own });
    expect(listed(facts).slice(-2)).toEqual([
      ['making of the hardware, per GPU-hour', 0.01],
      ['purchase of one A100, per hour in use', 1],
    ]);
    const text = textOf(assumptionTable(facts));
    expect(text).toContain('making of the hardware, per GPU-hour 0.01 kg CO2e per GPU-hour fixed');
    expect(text).toContain('$17532 over 4 years of 8,766 hours at 50 % utilisation');
  });

  it('are worked out by hand: 1,000 h on an A100 are 10 kg and $1,000', () => {
    const text = textOf(byHand(factsOf(jobs, { method: own })));
    expect(text).toContain('own A100, share of its purchase 1,000 GPU-hours 1 $/h $1,000');
    expect(text).toContain('making of the hardware 1,000 GPU-hours 0.01 kg/h 10 kg CO₂e');
  });

  it('of the tables name their source, 0.01034 kg per GPU-hour of BLOOM', () => {
    expect(listed(factsOf(jobs)).at(-1)?.at(1)).toBe(0.010_34);
    expect(textOf(assumptionTable(factsOf(jobs)))).toContain('BLOOM');
  });

  it('are none without GPU-hours, nor under a method that has no such figures', () => {
    const names = (facts: ProjectFacts) => facts.assumptions.map(({ name }) => name).join();
    expect(names(factsOf([{ elapsed: HOUR, gpus: 0, gpuTypes: '' }], { method: own }))).not.toMatch(/making|purchase/);
    expect(names(factsOf(jobs, { method: findMethod('strubell-2019') }))).not.toMatch(/making|purchase/);
  });
});

describe('the causes of ranges', () => {
  it('stand with their share, which add up to the whole', () => {
    const facts = factsOf([{ elapsed: 1000 * HOUR, gpuTypes: 'a100=1' }]);
    for (const causes of Object.values(facts.causes ?? {})) {
      expect(causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
    const text = textOf(causesOfRanges(facts));
    expect(text).toContain('where the electricity came from');
    expect(text).toContain('how hard the GPUs worked');
    expect(facts.causes?.cloudUsd.map(({ cause }) => cause)).toEqual(['which cloud, and on demand or spot']);
  });

  it('are left out where there is nothing to explain', () => {
    expect(textOf(causesOfRanges(factsOf([{ elapsed: 0, state: 'pending' }])))).toBe('');
    expect(textOf(causesOfRanges(emptyFacts()))).toBe('');
  });
});

describe('how far causes move the figures', () => {
  it('is drawn the farthest first, and is what the figure is with that constant alone at its ends', () => {
    const jobs: JobSketch[] = [{ elapsed: 1000 * HOUR, gpuTypes: 'a100=1', cpus: 0, memoryGb: 0 }];
    const facts = factsOf(jobs);
    const text = textOf(tornado(facts));
    // The building alone: the same project under a method whose PUE is fixed at either end of its range.
    const { pue } = facts.method;
    const [low, high] = [pue.low, pue.high].map((value) => {
      const method = { ...facts.method, pue: { ...pue, low: value, value, high: value } };
      return factsOf(jobs, { method }).costs.energyKwh.value;
    });
    expect(text).toContain(`${pue.name} ${Math.round(low ?? 0)}–${Math.round(high ?? 0)} kWh`);
    expect(text.indexOf('which cloud')).toBeLessThan(text.indexOf('how hard'));
    const [, energy = ''] = /Energy(.*?)Emissions/.exec(text) ?? [];
    const spans = [...energy.matchAll(/(\d+)–(\d+) kWh/g)].map(([, from, to]) => Number(to) - Number(from));
    expect(spans.slice(0, -1)).toEqual(spans.slice(0, -1).sort((a, b) => b - a));
    expect(Math.max(...spans)).toBe(spans.at(-1));
    expect(textOf(tornado(emptyFacts()))).toBe('');
  });

  it('stands beside each constant', () => {
    const facts = factsOf([{ elapsed: 1000 * HOUR, gpuTypes: 'a100=1' }]);
    const { pue, electricity } = facts.method;
    const less = Math.round(100 * (1 - pue.low / pue.value));
    expect(textOf(moves(pue, facts))).toMatch(new RegExp(`^energy −${less}% to \\+`));
    expect(textOf(moves(electricity, facts))).toMatch(/^electricity −\d+% to \+\d+%/);
    expect(textOf(moves({ ...pue, name: 'fixed' }, facts))).toBe('–');
  });
});

describe('hardware without a cloud price', () => {
  it('stands with what it is priced as, and why', () => {
    const text = textOf(standIns(factsOf([{ gpuTypes: 'titanx=1' }, { gpuTypes: 'a100=1' }])));
    expect(text).toContain('Titan X');
    expect(text).toContain('P100');
    expect(text).toContain('nearest that is rented');
    expect(text).not.toContain('A100');
  });

  it('is not spoken of where all has one', () => {
    expect(textOf(standIns(factsOf([{ gpuTypes: 'a100=1' }])))).toBe('');
    expect(textOf(standIns(factsOf([{}], { method: findMethod('strubell-2019') })))).toBe('');
  });
});
