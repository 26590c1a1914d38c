import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costUsage, ratesUsed } from '../../src/cost/cost-usage.ts';
import { UNKNOWN_GPU } from '../../src/cost/recognise-gpus.ts';
import { exactly } from '../../src/model/estimate.ts';
import type { Method, Rate } from '../../src/model/method.ts';
import type { Costs } from '../../src/model/tier.ts';
import type { Usage } from '../../src/model/usage.ts';
import { usd, usdSpan } from '../../src/report/render/format.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';

const METHODS = [
  findMethod('default'),
  findMethod('default', 'NO'),
  findMethod('strubell-2019'),
  findMethod('green-algorithms'),
];
const FIGURES = ['energyKwh', 'co2eKg', 'cloudUsd', 'electricityUsd'] as const;
const BOUNDS = ['low', 'value', 'high'] as const;

function usageOf(gpuHours: Readonly<Record<string, number>>, cpuHours = 0, memoryGbHours = 0): Usage {
  const hours = Object.values(gpuHours).reduce((sum, each) => sum + each, 0);
  return {
    attempts: 1,
    attemptsThatRan: 1,
    wallHours: hours,
    cpuHours,
    memoryGbHours,
    gpuHours: hours,
    gpuHoursByModel: new Map(Object.entries(gpuHours)),
  };
}

function sumOf(left: Usage, right: Usage): Usage {
  const models = new Set([...left.gpuHoursByModel.keys(), ...right.gpuHoursByModel.keys()]);
  const hours = (usage: Usage, model: string): number => usage.gpuHoursByModel.get(model) ?? 0;
  const both = Object.fromEntries([...models].map((model) => [model, hours(left, model) + hours(right, model)]));
  return usageOf(both, left.cpuHours + right.cpuHours, left.memoryGbHours + right.memoryGbHours);
}

/** Causes that are independent add up as the square root of the sum of the squares of their logarithms. */
const rootOfSquares = (ratios: readonly number[]): number => Math.hypot(...ratios.map(Math.log));

const amounts = (costs: Costs): number[] => FIGURES.flatMap((name) => BOUNDS.map((bound) => costs[name][bound]));

/** None, or a second to more than all computers of the world had in a year. */
const hours = fc.oneof(fc.constant(0), fc.double({ min: 1 / 3600, max: 1e8, noNaN: true }));
const someUsage = fc
  .tuple(fc.dictionary(fc.constantFrom('Titan X', 'M40', 'A100', 'V100', 'widget9', UNKNOWN_GPU), hours), hours, hours)
  .map(([models, cpu, memory]) => usageOf(models, cpu, memory));

describe('Table 4 of Strubell, Ganesh & McCallum 2019', () => {
  // models, hours, cloud compute and electricity as printed
  it.each([
    [1, 120, '$52–$175', '$5'],
    [24, 2880, '$1,238–$4,205', '$118'],
    [4789, 239_942, '$103k–$350k', '$9,870'],
  ])('%i models, %i hours: %s cloud, %s electricity', (_, gpuHours, cloud, electricity) => {
    const { cloudUsd, electricityUsd } = costUsage(usageOf({ 'Titan X': gpuHours }), findMethod('strubell-2019'));
    expect(usdSpan(cloudUsd)).toBe(cloud);
    expect(usd(electricityUsd.value)).toBe(electricity);
  });

  it('goes with Table 1: the project emits 78,468 lb CO2e', () => {
    const { co2eKg } = costUsage(
      usageOf({ 'Titan X': 239_942 * 0.72, M40: 239_942 * 0.28 }),
      findMethod('strubell-2019'),
    );
    expect(co2eKg.value / 0.453_592_37).toBeCloseTo(78_468, 6);
  });

  it('counts neither cores nor memory: both are in the draw of a GPU', () => {
    const method = findMethod('strubell-2019');
    expect(amounts(costUsage(usageOf({ M40: 10 }, 1000, 1000), method))).toEqual(
      amounts(costUsage(usageOf({ M40: 10 }), method)),
    );
  });
});

describe('costs worked out by hand under the default method', () => {
  it('10 hours of an A100 with 8 cores and 100 GB in France', () => {
    const { energyKwh, co2eKg, cloudUsd, electricityUsd } = costUsage(
      usageOf({ 'A100 SXM': 10 }, 80, 1000),
      findMethod('default', 'FR'),
    );
    // (10 h × 0.7 × 400 W + 80 h × 4.19 W + 1,000 GB h × 0.3725 W) ÷ 1000 × 1.15 of the machine × PUE 1.54 = 3.5077 kWh × 1.771
    const middle = 3.5077 * 1.15 * 1.54;
    expect(energyKwh.value).toBeCloseTo(middle, 9);
    expect(co2eKg.value).toBeCloseTo(middle * findMethod('default', 'FR').grid.value, 9);
    expect(electricityUsd.value).toBeCloseTo(middle * 0.0826, 9);
    // Azure spot $5.904469 for eight; on demand AWS 21.957642 and Azure 27.197 for eight, Google 3.673; Google’s of 80 GB 5.07
    expect([cloudUsd.low, cloudUsd.value, cloudUsd.high].map((each) => each.toFixed(2))).toEqual([
      '7.38',
      '34.00',
      '50.70',
    ]);
  });

  it('10 hours of an A100 alone: 45 to 100 % of 400 W, a machine of 1.05 to 1.45, a building of 1.1 to 1.59', () => {
    const { energyKwh } = costUsage(usageOf({ 'A100 SXM': 10 }), findMethod('default'));
    const middle = 2.8 * 1.15 * 1.54;
    expect(energyKwh.value).toBeCloseTo(middle, 9);
    const [lows, highs] = [
      [0.45 / 0.7, 1.05 / 1.15, 1.1 / 1.54],
      [1 / 0.7, 1.45 / 1.15, 1.59 / 1.54],
    ] as const;
    expect(energyKwh.low).toBeCloseTo(middle * Math.exp(-rootOfSquares(lows)), 9);
    expect(energyKwh.high).toBeCloseTo(middle * Math.exp(rootOfSquares(highs)), 9);
  });

  it('an unknown GPU has the range of all boards: 62.5 (A16) to 1,400 W (MI355X), drawn at 45 to 100 %', () => {
    const { energyKwh } = costUsage(usageOf({ [UNKNOWN_GPU]: 1000 }), findMethod('default'));
    const middle = 0.7 * 300 * 1.15 * 1.54;
    expect(energyKwh.value).toBeCloseTo(middle, 9);
    const [lows, highs] = [
      [62.5 / 300, 0.45 / 0.7, 1.05 / 1.15, 1.1 / 1.54],
      [1400 / 300, 1 / 0.7, 1.45 / 1.15, 1.59 / 1.54],
    ] as const;
    expect(energyKwh.low).toBeCloseTo(middle * Math.exp(-rootOfSquares(lows)), 9);
    expect(energyKwh.high).toBeCloseTo(middle * Math.exp(rootOfSquares(highs)), 9);
  });

  it('several models cost what each costs', () => {
    const mixed = costUsage(usageOf({ M40: 7, A100: 3 }), findMethod('default'));
    const apart = [{ M40: 7 }, { A100: 3 }].map((part) =>
      costUsage(usageOf(part as Record<string, number>), findMethod('default')),
    );
    expect(mixed.cloudUsd.value).toBeCloseTo(
      apart.reduce((sum, { cloudUsd }) => sum + cloudUsd.value, 0),
      9,
    );
    // One cause, how hard the GPUs worked, moves both.
    expect(mixed.energyKwh.high).toBeCloseTo(
      apart.reduce((sum, { energyKwh }) => sum + energyKwh.high, 0),
      9,
    );
  });
});

describe('laws of costs', () => {
  it('low ≤ value ≤ high for any usage under any method, and each estimate has a basis', () => {
    fc.assert(
      fc.property(someUsage, fc.constantFrom(...METHODS), (usage, method) => {
        const costs = costUsage(usage, method);
        for (const name of FIGURES) {
          const { low, value, high, basis } = costs[name];
          expect(low >= 0 && low <= value && value <= high && Number.isFinite(high)).toBe(true);
          expect(basis.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('middle values of disjoint usages add up to that of the whole, and its range is within the sum of theirs', () => {
    fc.assert(
      fc.property(someUsage, someUsage, fc.constantFrom(...METHODS), (left, right, method) => {
        const [one, other] = [costUsage(left, method), costUsage(right, method)];
        const whole = costUsage(sumOf(left, right), method);
        for (const name of FIGURES) {
          const near = 1e-9 * Math.max(1, whole[name].high);
          expect(Math.abs(whole[name].value - one[name].value - other[name].value)).toBeLessThanOrEqual(near);
          expect(whole[name].low).toBeGreaterThanOrEqual(one[name].low + other[name].low - near);
          expect(whole[name].high).toBeLessThanOrEqual(one[name].high + other[name].high + near);
        }
      }),
    );
  });

  it('twice the hours cost twice as much, to 1e-12', () => {
    fc.assert(
      fc.property(someUsage, fc.constantFrom(...METHODS), (usage, method) => {
        const once = amounts(costUsage(usage, method));
        amounts(costUsage(sumOf(usage, usage), method)).forEach((twice, index) => {
          expect(Math.abs(twice - 2 * (once[index] as number))).toBeLessThanOrEqual(1e-12 * twice);
        });
      }),
    );
  });

  it('more hours never cost less', () => {
    fc.assert(
      fc.property(someUsage, someUsage, fc.constantFrom(...METHODS), (usage, more, method) => {
        const [before, after] = [usage, sumOf(usage, more)].map((each) => costUsage(each, method));
        for (const name of FIGURES) {
          const [was, is] = [before?.[name].value as number, after?.[name].value as number];
          expect(is).toBeGreaterThanOrEqual(was * (1 - 1e-12));
        }
      }),
    );
  });

  it('a dearer constant never makes a cheaper estimate', () => {
    const times = (rate: Rate, factor: number): Rate => ({
      ...rate,
      low: rate.low * factor,
      value: rate.value * factor,
      high: rate.high * factor,
      ...(rate.causes === undefined
        ? {}
        : { causes: rate.causes.map((each) => ({ ...each, low: each.low * factor, high: each.high * factor })) }),
    });
    const dearer: readonly ((method: Method, factor: number) => Method)[] = [
      (method, factor) => ({ ...method, gpuPrice: (model) => times(method.gpuPrice(model), factor) }),
      (method, factor) => ({ ...method, gpuPower: (model) => times(method.gpuPower(model), factor) }),
      (method, factor) =>
        method.overhead === undefined ? method : { ...method, overhead: times(method.overhead, factor) },
      ...(['cpuPower', 'memoryPower', 'pue', 'grid', 'electricity'] as const).map(
        (name) =>
          (method: Method, factor: number): Method => ({ ...method, [name]: times(method[name], factor) }),
      ),
    ];
    const factor = fc.double({ min: 1, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        someUsage,
        fc.constantFrom(...METHODS),
        fc.constantFrom(...dearer),
        factor,
        (usage, method, raise, by) => {
          const before = amounts(costUsage(usage, method));
          const after = amounts(costUsage(usage, raise(method, by)));
          after.forEach((amount, index) => {
            expect(amount).toBeGreaterThanOrEqual((before[index] as number) * (1 - 1e-12));
          });
        },
      ),
    );
  });

  it('a dearer rent makes the cloud dearer, by the same factor', () => {
    const method = findMethod('default');
    const twice: Method = { ...method, gpuPrice: () => ({ ...method.gpuPrice('V100'), ...exactly(2 * 2.48) }) };
    expect(costUsage(usageOf({ V100: 10 }), twice).cloudUsd.value).toBeCloseTo(49.6, 9);
  });

  it('no usage costs nothing', () => {
    for (const method of METHODS) expect(new Set(amounts(costUsage(usageOf({}), method)))).toEqual(new Set([0]));
  });
});

describe('the constants that a report lists', () => {
  it('are those that its figures used, each once', () => {
    const names = ratesUsed(usageOf({ A100: 1, [UNKNOWN_GPU]: 2 }, 3, 0), findMethod('default')).map(
      ({ name }) => name,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('mean draw of one A100');
    expect(names).toContain('cloud rent of one GPU of unknown model');
    expect(names).toContain('mean draw of one CPU core');
    expect(names).not.toContain('mean draw of one GB of memory');
    expect(names).not.toContain('mean draw of one V100');
  });

  it('say what the energy rests on: hours from the logs, power and PUE from tables', () => {
    const kinds = costUsage(usageOf({ A100: 1 }), findMethod('default')).energyKwh.basis.map(({ kind }) => kind);
    expect(kinds[0]).toBe('logged');
    expect(kinds).toContain('table');
    expect(kinds).toContain('assumed');
  });
});
