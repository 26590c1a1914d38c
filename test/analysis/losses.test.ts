import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectFacts } from '../../src/model/facts.ts';
import { isLost, type JobState, stateOf } from '../../src/model/job-state.ts';
import { factsOf, HOUR, type JobSketch, T0 } from '../support/ledger-of.ts';

const STATES: readonly JobState[] = ['completed', 'failed', 'cancelled', 'timeout', 'resized', 'running'];

const sketch: fc.Arbitrary<JobSketch> = fc.record({
  submit: fc.integer({ min: 0, max: 90 * 24 * HOUR }).map((seconds) => T0 + seconds),
  elapsed: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 * HOUR })),
  gpus: fc.nat({ max: 4 }),
  gpuTypes: fc.constantFrom('titanx=1', 'a100=1'),
  state: fc.constantFrom(...STATES),
  name: fc.constantFrom('a', 'b', 'lr_0.1', 'lr_0.2', 'lr_0.3'),
});

/** GPU-hours and attempts that were lost, by sweep or single run, each attempt by itself. */
function byHand({ ledger, findings, gpusOf }: ProjectFacts): Map<string, number> {
  const lost = new Map<string, number>();
  for (let attempt = 0; attempt < ledger.count; attempt++) {
    if (!isLost(stateOf(ledger.state[attempt] as number))) continue;
    const sweep = findings.sweepOf[attempt] as number;
    const key = sweep >= 0 ? `sweep ${sweep}` : `run ${ledger.run[attempt]}`;
    const gpus = gpusOf(attempt).reduce((sum, { count }) => sum + count, 0);
    const hours = (gpus * (ledger.wall[attempt] as number)) / 3600;
    if (hours > 0) lost.set(key, (lost.get(key) ?? 0) + hours);
  }
  return lost;
}

describe('the largest losses', () => {
  it('are those that counting every attempt by itself finds, with all that was lost', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 60 }), (sketches) => {
        const facts = factsOf(sketches);
        const { losses, ledger, byState } = facts;
        const expected = [...byHand(facts)].sort((a, b) => b[1] - a[1]);
        expect(losses.items).toBe(expected.length);
        const found = losses.largest.map(({ gpuHours }) => gpuHours);
        expect(found.length).toBe(Math.min(12, expected.length));
        found.forEach((hours, index) => {
          expect(hours).toBeCloseTo(expected[index]?.[1] ?? Number.NaN, 9);
        });
        for (const { sweep, attempt, gpuHours } of losses.largest) {
          const key = sweep === undefined ? `run ${ledger.run[attempt]}` : `sweep ${sweep}`;
          expect(byHand(facts).get(key)).toBeCloseTo(gpuHours, 9);
        }
        const lost = byState.filter(({ key }) => isLost(key as JobState));
        expect(losses.gpuHours).toBeCloseTo(
          lost.reduce((sum, share) => sum + share.gpuHours, 0),
          9,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('are of a sweep once, and not of its runs again', () => {
    const grid = ['0.1', '0.2', '0.3', '0.4'].map(
      (lr, index): JobSketch => ({
        ...{ name: `srl_lr${lr}`, command: `sbatch -J srl_lr${lr} train.sh --lr ${lr}`, submit: T0 + index },
        ...{ elapsed: 10 * HOUR, state: index < 2 ? 'failed' : 'completed' },
      }),
    );
    const facts = factsOf([...grid, { submit: T0 + 900 * HOUR, state: 'timeout', elapsed: 7 * HOUR }]);
    expect(facts.sweeps).toHaveLength(1);
    expect(facts.losses.largest.map(({ sweep, gpuHours, attempts }) => [sweep, gpuHours, attempts])).toEqual([
      [0, 20, 2],
      [undefined, 7, 1],
    ]);
    expect(facts.losses).toMatchObject({ items: 2, gpuHours: 27 });
  });

  it('cost the rent of their own hardware, and are named by their first lost attempt', () => {
    const { losses, costOf, ledger } = factsOf([
      { name: 'one', state: 'failed', elapsed: 3 * HOUR, gpuTypes: 'a100=1' },
      { name: 'two', state: 'completed', elapsed: 50 * HOUR },
    ]);
    const [only] = losses.largest;
    expect(losses.items).toBe(1);
    expect(only).toMatchObject({ attempts: 1, gpuHours: 3 });
    expect(ledger.table.name.at(only?.row ?? -1)).toBe('one');
    expect(only?.cloudUsd.value).toBeCloseTo(costOf(only?.attempt ?? -1).cloudUsd, 9);
    expect(losses.cloudUsd).toEqual(only?.cloudUsd);
    expect([...(only?.byState ?? [])]).toEqual([['failed', 3]]);
  });

  it('are none where all completed, or what failed held no GPU', () => {
    expect(factsOf([{}, { state: 'failed', gpus: 0, gpuTypes: '' }]).losses).toMatchObject({
      largest: [],
      items: 0,
      gpuHours: 0,
    });
  });
});
