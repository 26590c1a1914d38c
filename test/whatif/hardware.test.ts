import { describe, expect, it } from 'vitest';
import { estimate, exactly, type Range, scaleRange } from '../../src/model/estimate.ts';
import type { Having } from '../../src/model/hardware-what-if.ts';
import type { Method } from '../../src/model/method.ts';
import type { Costs } from '../../src/model/tier.ts';
import { ownMethod } from '../../src/tables/methods/own-method.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { purchaseOf } from '../../src/tables/prices/purchase.ts';
import { hardwareOtherwise } from '../../src/whatif/hardware.ts';

const strubell = findMethod('strubell-2019');
const basis = [{ kind: 'assumed' as const, note: 'a test' }];

/** A project with these GPU-hours, its electricity as the method has it. */
function otherwise(hours: Readonly<Record<string, number>>, method: Method, days = 172) {
  const gpuHours = Object.values(hours).reduce((sum, each) => sum + each, 0);
  const kwh: Range = scaleRange(method.gpuPower(''), (gpuHours * method.pue.value) / 1000);
  const none = estimate<'kg'>(exactly(0), basis);
  const costs: Costs = {
    energyKwh: estimate(kwh, basis),
    electricityUsd: estimate(scaleRange(kwh, method.electricity.value), basis),
    co2eKg: none,
    cloudUsd: estimate(exactly(0), basis),
  };
  const usage = {
    attempts: 1,
    attemptsThatRan: 1,
    wallHours: gpuHours,
    cpuHours: 0,
    memoryGbHours: 0,
    gpuHours,
    gpuHoursByModel: new Map(Object.entries(hours)),
  };
  const end = Date.UTC(2017, 10, 28) / 1000;
  return hardwareOtherwise({ usage, costs, method, project: { name: 'x', start: end - days * 86_400, end, days } });
}

const LISA = { 'Titan X': 0.72 * 239_942, M40: 0.28 * 239_942 };

const option = (having: readonly Having[], id: Having['id']): Having => {
  const found = having.find((each) => each.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};

const part = ({ parts }: Having, name: string): number => parts.find((each) => each.part === name)?.usd.value ?? 0;

describe('the LISA study on owned, shared and rented hardware', () => {
  const found = otherwise(LISA, strubell);
  if (found === undefined) throw new Error('nothing');
  const { having, breakEven, gpuHours } = found;

  // By the paper's own prices, three years, purchase and electricity alone: $0.136, 0.231, 0.421 a GPU-hour.
  it.each([
    [1, 0.136],
    [0.5, 0.231],
    [0.25, 0.421],
  ])('costs its owner, in use %d of its life, $%d an hour', (use, usd) => {
    const busy = option(having, 'owned-busy');
    expect((part(busy, 'hardware') / use + part(busy, 'electricity')) / gpuHours).toBeCloseTo(usd, 3);
  });

  it('breaks even at 24% against preemptible and 6.7% against on demand, by purchase and electricity', () => {
    expect(breakEven.map(({ versus, usdPerGpuHour }) => [versus, usdPerGpuHour])).toEqual([
      ['rented-low', 0.43],
      ['rented', 1.46],
    ]);
    expect(breakEven[0]?.bare).toBeCloseTo(0.2445, 3);
    expect(breakEven[1]?.bare).toBeCloseTo(0.067, 3);
  });

  it('takes $22,761 of the life of 58 GPUs and $9,870 of electricity', () => {
    const busy = option(having, 'owned-busy');
    // The paper's 58 GPUs for 172 days are 239,424 GPU-hours; its own total is 239,942.
    expect(part(busy, 'hardware') * ((58 * 172 * 24) / 239_942)).toBeCloseTo(22_761, -1);
    expect(part(busy, 'electricity')).toBeCloseTo(9870, 0);
  });

  it('took $145,000 of servers, if all of their price is charged to it', () => {
    const bought = option(having, 'bought-for-it');
    expect(part(bought, 'hardware')).toBe(145_000);
    expect(part(bought, 'electricity')).toBeCloseTo(9870, 0);
  });

  it('costs $103k to $350k rented', () => {
    expect(option(having, 'rented-low').usd.value).toBeCloseTo(0.43 * 239_942, 3);
    expect(option(having, 'rented').usd.value).toBeCloseTo(1.46 * 239_942, 3);
  });

  it('has network, room, staff and repairs as pieces of their own, never zero', () => {
    for (const id of ['owned-busy', 'shared', 'bought-for-it'] as const) {
      for (const piece of ['network', 'room', 'staff', 'repairs'])
        expect(part(option(having, id), piece)).toBeGreaterThan(0);
    }
    for (const { bare, whole } of breakEven) expect(whole).toBeGreaterThan(bare);
  });

  it('adds up, in order, with each bound', () => {
    for (const { parts, usd } of having) {
      expect(usd.low).toBeLessThanOrEqual(usd.value);
      expect(usd.value).toBeLessThanOrEqual(usd.high);
      expect(parts.reduce((sum, each) => sum + each.usd.value, 0)).toBeCloseTo(usd.value, 6);
    }
  });

  it('meets the rent exactly at its break-even', () => {
    // What an hour costs at a use: fixed costs of the always busy ÷ use, idling for the rest, and electricity.
    const busy = option(having, 'owned-busy');
    const shared = option(having, 'shared');
    const idlePerHour = part(shared, 'idle') / gpuHours; // at half use, an hour of idling for each at work
    const fixed =
      ['hardware', 'network', 'room', 'staff', 'repairs'].reduce((sum, piece) => sum + part(busy, piece), 0) / gpuHours;
    const electricity = part(busy, 'electricity') / gpuHours;
    for (const { whole, usdPerGpuHour } of breakEven) {
      expect(fixed / whole + (idlePerHour * (1 - whole)) / whole + electricity).toBeCloseTo(usdPerGpuHour, 9);
    }
  });
});

describe('hardware', () => {
  it('without a cited price is left out, and said', () => {
    const found = otherwise({ V100: 3000, 'RTX 2080 Ti': 1000 }, findMethod('default'));
    expect(found).toMatchObject({ gpuHours: 3000, covered: 0.75, uncovered: ['RTX 2080 Ti'] });
    expect(otherwise({ 'RTX 2080 Ti': 9000 }, findMethod('default'))).toBeUndefined();
    expect(otherwise({ unknown: 9000 }, findMethod('default'))).toBeUndefined();
  });

  describe('of the user’s own figures: $8,766 for one, 2 years, in use half of the time', () => {
    const place = 'line 5 of runledger.yaml';
    const owned = (gpu: string): Method =>
      ownMethod(findMethod('default'), 'ours', {
        owned: [{ gpu, purchaseUsd: exactly(8766), lifetimeYears: exactly(2), utilisation: exactly(0.5), place }],
      });

    // $8,766 ÷ 2 years of 8,766 h are $0.50 an hour of its life. 9,000 h of 172 days are 2.18 GPUs.
    it.each([
      ['RTX 2080 Ti', 'of which no price is cited'],
      ['V100', 'of which another price is cited'],
      ['A100 SXM 80 GB', 'said of all A100'],
    ])('%s, %s: $9,000 by the user’s use, $4,500 always in use, $9,000 shared, $26,298 for 3 GPUs', (model) => {
      const found = otherwise({ [model]: 9000 }, owned(model.split(' SXM')[0] as string));
      const hardwareOf = (id: Having['id']) => part(option(found?.having ?? [], id), 'hardware');
      expect(hardwareOf('owned-told')).toBeCloseTo(9000, 6);
      expect(hardwareOf('owned-busy')).toBeCloseTo(4500, 6);
      expect(hardwareOf('shared')).toBeCloseTo(9000, 6);
      expect(hardwareOf('bought-for-it')).toBeCloseTo(26_298, 6);
      expect(found?.breakEven).toHaveLength(2);
      expect(found?.assumptions.slice(0, 2)).toMatchObject([
        { value: 8766, unit: 'USD per GPU', basis: [{ kind: 'user', note: place }] },
        { value: 2, unit: 'years', basis: [{ kind: 'user', note: place }] },
      ]);
    });

    it('said of one model of two: the other at its cited price and life, so $0.50 and $18,693 ÷ 3 years', () => {
      const found = otherwise({ 'RTX 2080 Ti': 9000, V100: 9000 }, owned('RTX 2080 Ti'));
      expect(found?.having.map(({ id }) => id)).not.toContain('owned-told');
      expect(found).toMatchObject({ gpuHours: 18_000, covered: 1, uncovered: [] });
      const busy = option(found?.having ?? [], 'owned-busy');
      expect(part(busy, 'hardware')).toBeCloseTo(9000 * 0.5 + (9000 / 8766) * ((11_061 * 1.69) / 3), 4);
    });
  });

  // In whole GPUs that can do the work in these days, or in 1 % more: 100 days are 2,400 h of one.
  it.each([
    [2400, 1],
    [2401, 1],
    [2430, 2],
    [15_552, 7], // 6.48 on average
    [4800, 2],
  ])('bought for %d GPU-hours of 100 days: %d GPUs', (hours, gpus) => {
    const found = otherwise({ V100: hours }, findMethod('default'), 100);
    const bought = option(found?.having ?? [], 'bought-for-it');
    expect(part(bought, 'hardware')).toBeCloseTo(gpus * 11_061 * 1.69, 4);
  });

  it('is no question for little work', () => {
    expect(otherwise({ V100: 990 }, findMethod('default'))).toBeUndefined();
    expect(otherwise({ V100: 1001 }, findMethod('default'))).toBeDefined();
  });

  it('never pays off where rent is cheaper than electricity alone', () => {
    const cheap: Method = {
      ...strubell,
      gpuPrice: () => ({ ...strubell.gpuPrice(''), low: 0.03, value: 0.04, high: 0.05 }),
    };
    expect(otherwise(LISA, cheap)?.breakEven.map(({ bare }) => bare)).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
    ]);
  });

  it('costs with its machine what the tables say: V100 $11,061 × 1.69, half and twice as much at the ends', () => {
    const rate = purchaseOf('Tesla V100-SXM2-16GB');
    expect(rate?.value).toBeCloseTo(11_061 * 1.69, 6);
    expect([rate?.low, rate?.high]).toEqual([(rate?.value ?? 0) / 2, (rate?.value ?? 0) * 2]);
    // A K80 is two GPUs to a log.
    expect(purchaseOf('K80')?.value).toBeCloseTo((5000 * 1.64) / 2, 6);
    expect(purchaseOf('A100-SXM4-80GB')?.value).toBeCloseTo(15_000 * 1.66, 6);
    expect(purchaseOf('gtx1080')).toBeUndefined();
  });
});
