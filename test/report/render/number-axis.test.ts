import fc from 'fast-check';
import { parse, View } from 'vega';
import { describe, expect, it } from 'vitest';
import { numberAxis, roundTicks } from '../../../src/report/render/number-axis.ts';

describe('ticks of an axis', () => {
  it.each([
    [96, [0, 20, 40, 60, 80, 100]],
    [0.12, [0, 0.025, 0.05, 0.075, 0.1, 0.125]],
    [350_000, [0, 100_000, 200_000, 300_000, 400_000]],
    [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [0, [0, 1]],
    [Number.NaN, [0, 1]],
  ])('up to %s are round', (highest, ticks) => {
    const found = roundTicks(highest);
    expect(found).toHaveLength(ticks.length);
    found.forEach((tick, index) => {
      expect(tick).toBeCloseTo(ticks[index] ?? Number.NaN, 9);
    });
  });

  it('begin at 0, are at most six, even, and reach what is highest but not two steps beyond', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e12, noNaN: true }), (highest) => {
        const ticks = roundTicks(highest);
        const step = ticks[1] ?? Number.NaN;
        expect(ticks[0]).toBe(0);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(highest * (1 - 1e-8));
        expect((ticks.at(-1) ?? 0) - highest).toBeLessThan(step);
      }),
    );
  });
});

/** What Vega writes at each tick: its own reading of the expression, and not ours. */
async function labelsOf(values: readonly number[], format: (value: number) => string): Promise<string[]> {
  const view = new View(
    parse({
      signals: values.map((value, index) => ({
        name: `label${index}`,
        update: numberAxis(values, format).labelExpr.replaceAll('datum.value', String(value)),
      })),
    }),
    { renderer: 'none' },
  );
  await view.runAsync();
  return values.map((_, index) => view.signal(`label${index}`) as string);
}

it('labels are the page’s own, as Vega works them out', async () => {
  const ticks = [0, 0.025, 0.1, 1000, 1e6];
  expect(await labelsOf(ticks, (value) => `<${value}>"'`)).toEqual(ticks.map((value) => `<${value}>"'`));
});
