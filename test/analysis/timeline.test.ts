import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JobState } from '../../src/model/job-state.ts';
import type { Timeline } from '../../src/model/usage.ts';
import { DAY, factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const timelineOf = (sketches: readonly JobSketch[]): Timeline => factsOf(sketches).timeline;

/** GPU-hours under the curve, by model. */
const areas = ({ series, binSeconds }: Timeline): Map<string, number> =>
  new Map(series.map(({ model, gpus }) => [model, (gpus.reduce((sum, busy) => sum + busy, 0) * binSeconds) / 3600]));

const sketch: fc.Arbitrary<JobSketch> = fc.record({
  submit: fc.integer({ min: 0, max: 400 * DAY }).map((seconds) => T0 + seconds),
  elapsed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 * DAY })),
  gpus: fc.nat({ max: 8 }),
  gpuTypes: fc.constantFrom('', 'titanx=1', 'm40=1', 'a100=1'),
  state: fc.constantFrom<JobState>('completed', 'failed'),
});

describe('GPUs in use over time', () => {
  it('of two Titan X for three hours and an M40 for one: 2, 2, 2 and 1, 0, 0', () => {
    const start = Math.ceil(T0 / 900) * 900;
    const timeline = timelineOf([
      { submit: start, start, elapsed: 3 * HOUR, gpus: 2, gpuTypes: 'titanx=2' },
      { submit: start, start, elapsed: HOUR, gpus: 1, gpuTypes: 'm40=1' },
    ]);
    // Three hours in bins of a minute: 180 of them, at most 200 are wanted.
    expect(timeline.binSeconds).toBe(60);
    expect(timeline.series.map(({ model, gpus }) => [model, gpus[0], gpus[59], gpus[60], gpus[179]])).toEqual([
      ['Titan X', 2, 2, 2, 2],
      ['M40', 1, 1, 0, 0],
    ]);
  });

  it('spreads over its span what an attempt was suspended for: 2 h held in 4 h is half a GPU', () => {
    const [series] = timelineOf([{ start: T0, end: T0 + 4 * HOUR, elapsed: 2 * HOUR }]).series;
    expect(new Set(series?.gpus)).toEqual(new Set([0.5]));
  });

  it('has as many GPU-hours under it as the project, in all and by model', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 40 }), (sketches) => {
        const { timeline, usage } = factsOf(sketches);
        const found = areas(timeline);
        for (const [model, hours] of usage.gpuHoursByModel) {
          expect(Math.abs((found.get(model) ?? 0) - hours)).toBeLessThan(1e-6 * Math.max(1, hours));
        }
        expect([...found.keys()].filter((model) => !usage.gpuHoursByModel.has(model))).toEqual([]);
      }),
    );
  });

  it('has at most some 200 bins, which begin at multiples of their length, and no negative heights', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 40 }), (sketches) => {
        const { start, binSeconds, series } = timelineOf(sketches);
        if (series.length > 0) expect(start % binSeconds).toBe(0);
        for (const { gpus } of series) {
          expect(gpus.length).toBeLessThanOrEqual(202);
          expect(gpus.every((busy) => busy >= 0)).toBe(true);
        }
      }),
    );
  });

  it('puts the model with the most hours first', () => {
    const timeline = timelineOf([{ gpuTypes: 'm40=1' }, { gpuTypes: 'titanx=1', elapsed: 5 * HOUR }]);
    expect(timeline.series.map(({ model }) => model)).toEqual(['Titan X', 'M40']);
  });

  it('is empty where nothing ran', () => {
    expect(timelineOf([{ elapsed: 0, state: 'pending' }]).series).toEqual([]);
  });
});
