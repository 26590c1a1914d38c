import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { causesOfRange, rangeOf } from '../../src/cost/bounds.ts';
import { certain, type Spread, spreadOf, sumOf, timesRate } from '../../src/cost/spread.ts';
import type { CausedRange, Rate } from '../../src/model/method.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';

const basis = [{ kind: 'assumed', note: 'of a test' }] as const;
const rate = (name: string, low: number, value: number, high: number, causes?: readonly CausedRange[]): Rate => ({
  ...{ name, unit: '1', low, value, high, basis },
  ...(causes === undefined ? {} : { causes }),
});

describe('a range of several causes', () => {
  it('is the cause’s own where there is one', () => {
    const { low, value, high } = rangeOf(spreadOf(rate('price', 0.43, 1.46, 1.46), 120));
    expect(low).toBeCloseTo(51.6, 12);
    expect([value, high]).toEqual([175.2, 175.2]);
  });

  it('worked out by hand: 2 × 3, each doubled or halved: 6 ÷ and × 2^√2 = 2.665144', () => {
    const product = timesRate(spreadOf(rate('a', 1, 2, 4), 1), rate('b', 1.5, 3, 6));
    const { low, value, high } = rangeOf(product);
    expect([low, value, high].map((each) => each.toFixed(6))).toEqual(['2.251285', '6.000000', '15.990865']);
  });

  it('is not narrowed where constants share a cause: 10 + 10 A100 at 180–400 W are 3.6–8 kW', () => {
    const draw = (model: string): Spread =>
      spreadOf(rate(model, 180, 280, 400, [{ cause: 'load', low: 180, high: 400 }]), 10);
    const { low, value, high } = rangeOf(sumOf([draw('A100'), draw('A100 too')]));
    expect([low, value, high].map((each) => each.toFixed(6))).toEqual(['3600.000000', '5600.000000', '8000.000000']);
  });

  it('of a sum is where the figure is largest and smallest among all points at distance 1', () => {
    // 1 + 1, each from a third to three times; by symmetry at 1/√2 of both: 2 × 3^±0.707107 = 4.349… and 0.919…
    const third = (name: string): Spread => spreadOf(rate(name, 1 / 3, 1, 3), 1);
    const { low, high } = rangeOf(sumOf([third('a'), third('b')]));
    expect(low).toBeCloseTo(2 / 3 ** Math.SQRT1_2, 9);
    expect(high).toBeCloseTo(2 * 3 ** Math.SQRT1_2, 9);
  });

  it('finds no worse point than ten thousand random ones, and none that is off', () => {
    const next = normals(77);
    const figure = sumOf([
      timesRate(spreadOf(rate('a', 0.1, 2, 5), 1), rate('c', 0.5, 1, 1.1)),
      timesRate(spreadOf(rate('b', 0.2, 1, 30), 1), rate('c', 0.5, 1, 1.1)),
      spreadOf(rate('d', 0.9, 3, 4), 1),
    ]);
    const { low, high } = rangeOf(figure);
    const at = (a: number, b: number, c: number, d: number, side: 'down' | 'up'): number => {
      const by = { a, b, c, d } as Record<string, number>;
      const sign = side === 'up' ? 1 : -1;
      return figure.reduce((sum, { value, causes }) => {
        const moved = [...causes].reduce((all, [cause, reach]) => all + sign * reach[side] * (by[cause] as number), 0);
        return sum + value * Math.exp(moved);
      }, 0);
    };
    let [lowest, highest] = [Number.POSITIVE_INFINITY, 0];
    for (let draw = 0; draw < 10_000; draw++) {
      const point = [next(), next(), next(), next()].map(Math.abs);
      const [a = 0, b = 0, c = 0, d = 0] = point.map((each) => each / Math.hypot(...point));
      lowest = Math.min(lowest, at(a, b, c, d, 'down'));
      highest = Math.max(highest, at(a, b, c, d, 'up'));
    }
    expect(low).toBeLessThanOrEqual(lowest);
    expect(low).toBeGreaterThan(lowest * 0.98);
    expect(high).toBeGreaterThanOrEqual(highest);
    expect(high).toBeLessThan(highest * 1.02);
  });

  it('has no width where nothing moves it', () => {
    expect(rangeOf(certain(7))).toEqual({ low: 7, value: 7, high: 7 });
    expect(causesOfRange(certain(7))).toEqual([]);
    expect(rangeOf(sumOf([]))).toEqual({ low: 0, value: 0, high: 0 });
  });
});

describe('the causes of a range', () => {
  it('are listed by their share of the squares, which add up to 1', () => {
    const product = timesRate(spreadOf(rate('small', 0.9, 1, 1.1), 1), rate('large', 0.25, 1, 4));
    const [first, second] = causesOfRange(product);
    expect([first?.cause, second?.cause]).toEqual(['large', 'small']);
    expect([first?.low, first?.high, second?.low, second?.high].map((each) => each?.toFixed(9))).toEqual(
      [0.25, 4, 0.9, 1.1].map((each) => each.toFixed(9)),
    );
    // ln² 0.9 ÷ (ln² 0.9 + ln² 4) below, ln² 1.1 ÷ (ln² 1.1 + ln² 4) above: 0.005743 and 0.004704
    expect(second?.share).toBeCloseTo((0.005_743 + 0.004_704) / 2, 5);
    expect((first?.share ?? 0) + (second?.share ?? 0)).toBeCloseTo(1, 12);
  });
});

/** Standard normal numbers that are the same in every run: Box–Muller over the generator of Numerical Recipes. */
function normals(seed: number): () => number {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
}

const NINETY_FIVE = 1.644_853_627; // the 95th percentile of the standard normal distribution

/** A constant drawn at random: its middle is the median, its bounds are the 5th and 95th percentile of each cause, logarithms normal on either side. One number a cause, whoever shares it. */
function drawn({ name, low, value, high, causes }: Rate, normal: ReadonlyMap<string, number>): number {
  const all = causes ?? [{ cause: name, low, high }];
  return all.reduce((product, each) => {
    const at = (normal.get(each.cause) ?? 0) / NINETY_FIVE;
    return product * (at < 0 ? (value / each.low) ** at : (each.high / value) ** at);
  }, value);
}

describe('against random draws, each cause one draw for all attempts', () => {
  const method = findMethod('default', 'DE');
  const { cpuPower, memoryPower, pue, grid } = method;
  const overhead = method.overhead as Rate;
  it.each([
    ['GPUs with few cores', { 'A100 SXM': 1000 }, 8000, 60_000, 0.03],
    ['two models and one that is not known', { A100: 500, V100: 500, '': 500 }, 6000, 40_000, 0.04],
    ['processors', {}, 100_000, 400_000, 0.16],
  ] as const)(
    '%s: the range holds the 5th to the 95th percentile of the emissions, and little more',
    (_, gpuHours, cores, gigabytes, wider) => {
      const parts: (readonly [Rate, number])[] = [
        ...Object.entries(gpuHours).map(([model, hours]) => [method.gpuPower(model), hours] as const),
        [cpuPower, cores],
        [memoryPower, gigabytes],
      ];
      const machine = sumOf(parts.map(([each, hours]) => spreadOf(each, hours / 1000)));
      const figure = [overhead, pue, grid].reduce(timesRate, machine);
      const causes = new Set(
        [...parts.map(([each]) => each), overhead, pue, grid].flatMap((each) =>
          each.causes === undefined ? [each.name] : each.causes.map(({ cause }) => cause),
        ),
      );
      const normal = normals(1906);
      const draws = Float64Array.from({ length: 40_000 }, () => {
        const drawnCauses = new Map([...causes].map((cause) => [cause, normal()]));
        const kwh = parts.reduce((sum, [each, hours]) => sum + (drawn(each, drawnCauses) * hours) / 1000, 0);
        return [overhead, pue, grid].reduce((product, each) => product * drawn(each, drawnCauses), kwh);
      }).sort();
      const { low, high } = rangeOf(figure);
      const [fifth, ninetyFifth] = [draws[2000] as number, draws[38_000] as number];
      const noise = 0.005; // of 40,000 draws
      expect(low).toBeLessThan(fifth * (1 + noise));
      expect(low).toBeGreaterThan(fifth * (1 - wider));
      expect(high).toBeGreaterThan(ninetyFifth * (1 - noise));
      expect(high).toBeLessThan(ninetyFifth * (1 + wider));
    },
  );
});

it('low ≤ value ≤ high, and never beyond what all causes at their bounds give', () => {
  const figures = fc
    .tuple(
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 1e6, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
    )
    .map(([below, value, above]) => ({ low: value * below, value, high: value * above }));
  fc.assert(
    fc.property(fc.array(figures, { minLength: 1, maxLength: 6 }), fc.boolean(), (ranges, isSum) => {
      const rates = ranges.map(({ low, value, high }, index) => rate(`cause ${index}`, low, value, high));
      const [first, ...rest] = rates as [Rate, ...Rate[]];
      const figure = isSum ? sumOf(rates.map((each) => spreadOf(each, 1))) : rest.reduce(timesRate, spreadOf(first, 1));
      const all = (bound: 'low' | 'high'): number =>
        ranges.reduce((total, each) => (isSum ? total + each[bound] : total * each[bound]), isSum ? 0 : 1);
      const { low, value, high } = rangeOf(figure);
      expect(low <= value && value <= high).toBe(true);
      expect(low).toBeGreaterThanOrEqual(all('low') * (1 - 1e-12));
      expect(high).toBeLessThanOrEqual(all('high') * (1 + 1e-12));
    }),
  );
});
