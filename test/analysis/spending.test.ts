import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../src/model/job-state.ts';
import type { Method } from '../../src/model/method.ts';
import { findMethod } from '../../src/tables/methods/registry.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const sketch: fc.Arbitrary<JobSketch> = fc.record({
  submit: fc.integer({ min: 0, max: 400 * DAY }).map((seconds) => T0 + seconds),
  elapsed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 * DAY })),
  gpus: fc.nat({ max: 8 }),
  gpuTypes: fc.constantFrom('', 'titanx=1', 'm40=1', 'a100=1'),
  partition: fc.constantFrom('titanx', 'own'),
  state: fc.constantFrom<JobState>('completed', 'failed'),
});

/** The method `default`, with a partition that has a price of its own. */
const ownPrice: Method = {
  ...findMethod('default'),
  partitionPrice: new Map([
    [
      'own',
      {
        name: 'rent of a GPU-hour in own',
        unit: 'USD/h',
        ...{ low: 0.2, value: 0.3, high: 0.5 },
        basis: [{ kind: 'user', note: 'runledger.yaml:3' }],
      },
    ],
  ]),
};

describe('what a project had cost by when', () => {
  it.each([
    ['default', findMethod('default')],
    ['strubell-2019', findMethod('strubell-2019')],
    ['a price of one partition', ownPrice],
  ])('ends at the project’s own figures, and never falls (%s)', (_, method) => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 25 }), (sketches) => {
        const { spending, usage, costs } = factsOf(sketches, { method });
        const { gpuHours, cloudUsd } = spending;
        if (!(usage.gpuHours > 0)) return;
        expect(gpuHours.at(-1)).toBeCloseTo(usage.gpuHours, 6);
        expect(spending.untimedGpuHours).toBe(0);
        for (const side of ['low', 'value', 'high'] as const) {
          const line = cloudUsd[side];
          expect(Math.abs((line.at(-1) ?? Number.NaN) / costs.cloudUsd[side] - 1)).toBeLessThan(1e-9);
          line.forEach((usd, bin) => {
            expect(usd).toBeGreaterThanOrEqual((line[bin - 1] ?? 0) * (1 - 1e-12));
          });
        }
        cloudUsd.value.forEach((usd, bin) => {
          expect(cloudUsd.low[bin]).toBeLessThanOrEqual(usd);
          expect(cloudUsd.high[bin]).toBeGreaterThanOrEqual(usd);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('of one GPU for ten days is a tenth of it after each', () => {
    const start = Math.ceil(T0 / DAY) * DAY;
    const { spending } = factsOf([{ submit: start, start, elapsed: 10 * DAY }]);
    const bins = (10 * DAY) / spending.binSeconds;
    expect(spending.gpuHours[bins / 10 - 1]).toBeCloseTo(24, 9);
    expect(spending.gpuHours[bins / 2 - 1]).toBeCloseTo(120, 9);
  });

  it('says what it leaves out: attempts of which the logs do not tell when they ran', () => {
    const untimed = { submit: Number.NaN, start: Number.NaN, end: Number.NaN, elapsed: 5 * HOUR };
    const { spending } = factsOf([{ elapsed: 2 * HOUR }, untimed]);
    expect(spending.untimedGpuHours).toBeCloseTo(5, 9);
    expect(spending.gpuHours.at(-1)).toBeCloseTo(2, 9);
  });
});
