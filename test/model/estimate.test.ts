import { describe, expect, it } from 'vitest';
import { type Estimate, estimate, exactly } from '../../src/model/estimate.ts';
import { type Quantity, quantity } from '../../src/model/units.ts';

const basis = [{ kind: 'assumed', note: 'of a test' }] as const;

describe('an estimate', () => {
  it('is in order and rests on something, or is a bug', () => {
    expect(estimate<'kWh'>({ low: 1, value: 2, high: 3 }, basis)).toEqual({ low: 1, value: 2, high: 3, basis });
    expect(() => estimate({ low: 2, value: 1, high: 3 }, basis)).toThrow('out of order');
    expect(() => estimate({ low: 1, value: 4, high: 3 }, basis)).toThrow('out of order');
    expect(() => estimate({ low: 1, value: Number.NaN, high: 3 }, basis)).toThrow('out of order');
    expect(() => estimate(exactly(1), [])).toThrow('needs a basis');
  });

  it('has its unit in its type: what mixes units does not compile', () => {
    const energy: Estimate<'kWh'> = estimate(exactly(1), basis);
    // @ts-expect-error kilowatt-hours are no kilograms
    const emissions: Estimate<'kg'> = energy;
    const hours: Quantity<'h'> = quantity(1);
    // @ts-expect-error hours are no seconds
    const seconds: Quantity<'s'> = hours;
    // @ts-expect-error a bare number has no unit
    const usd: Quantity<'USD'> = 1;
    expect([emissions.value, seconds, usd]).toEqual([1, 1, 1]);
  });
});
