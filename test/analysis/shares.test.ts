import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JOB_STATES } from '../../src/model/job-state.ts';
import type { Share } from '../../src/model/usage.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const sketch: fc.Arbitrary<JobSketch> = fc.record({
  user: fc.constantFrom('', 'ines', 'tomas'),
  name: fc.constantFrom('lisa_lr0.1', 'lisa_lr0.2', 'eval'),
  state: fc.constantFrom(...JOB_STATES),
  submit: fc.nat({ max: 5000 }).map((seconds) => T0 + seconds),
  elapsed: fc.nat({ max: 1_000_000 }),
  gpus: fc.oneof(fc.constant(Number.NaN), fc.nat({ max: 9 })),
  gpuTypes: fc.constantFrom('', 'titanx=1', 'm40=1,titanx=2', 'widget9=1'),
});

const hoursIn = (shares: readonly Share[]): number => shares.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
const attemptsIn = (shares: readonly Share[]): number => shares.reduce((sum, { attempts }) => sum + attempts, 0);

describe('the parts of a project add up to the whole', () => {
  it('by state, by user and by model', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), (sketches) => {
        const { usage, byState, byUser, byModel } = factsOf(sketches);
        for (const shares of [byState, byUser, byModel]) {
          expect(Math.abs(hoursIn(shares) - usage.gpuHours)).toBeLessThan(1e-6);
        }
        expect([attemptsIn(byState), attemptsIn(byUser)]).toEqual([usage.attempts, usage.attempts]);
        expect(
          hoursIn([...usage.gpuHoursByModel].map(([key, gpuHours]) => ({ key, gpuHours, attempts: 0 }))),
        ).toBeCloseTo(usage.gpuHours, 6);
      }),
    );
  });

  it('by sweep, with the jobs that are in none', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 30 }), (sketches) => {
        const { ledger, usage, sweeps, findings, gpusOf } = factsOf(sketches);
        let rest = 0;
        findings.sweepOf.forEach((sweep, attempt) => {
          const gpus = gpusOf(attempt).reduce((sum, { count }) => sum + count, 0);
          if (sweep < 0) rest += (gpus * (ledger.wall[attempt] as number)) / 3600;
        });
        const inSweeps = sweeps.reduce((sum, each) => sum + each.usage.gpuHours, 0);
        expect(Math.abs(inSweeps + rest - usage.gpuHours)).toBeLessThan(1e-6);
      }),
    );
  });

  it('by state within each sweep', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 4, maxLength: 30 }), (sketches) => {
        for (const { usage, gpuHoursByState } of factsOf(sketches).sweeps) {
          const parts = [...gpuHoursByState.values()].reduce((sum, hours) => sum + hours, 0);
          expect(Math.abs(parts - usage.gpuHours)).toBeLessThan(1e-6);
        }
      }),
    );
  });
});

describe('shares', () => {
  it('come largest first, people without a name as unknown', () => {
    const { byUser } = factsOf([
      { user: '' },
      { user: 'tomas', elapsed: 3 * HOUR },
      { user: 'ines', elapsed: 2 * HOUR },
    ]);
    expect(byUser).toEqual([
      { key: 'tomas', attempts: 1, gpuHours: 3 },
      { key: 'ines', attempts: 1, gpuHours: 2 },
      { key: 'unknown', attempts: 1, gpuHours: 1 },
    ]);
  });

  it('by model have jobs without GPUs under a name of their own', () => {
    const { byModel } = factsOf([
      { gpus: 0, gpuTypes: '' },
      { gpus: 2, gpuTypes: 'm40=2' },
    ]);
    expect(byModel).toEqual([
      { key: 'M40', attempts: 1, gpuHours: 2 },
      { key: 'no GPU', attempts: 1, held: 0, gpuHours: 0 },
    ]);
  });
});
