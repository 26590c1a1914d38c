import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wallHistogramOf } from '../../src/analysis/wall-histogram.ts';
import type { JobState } from '../../src/model/job-state.ts';
import { HOUR, ledgerOf } from '../support/ledger-of.ts';

const histogramOf = (walls: readonly (readonly [number, JobState])[]) =>
  wallHistogramOf(ledgerOf(walls.map(([elapsed, state]) => ({ elapsed, state }))));

const walls = fc.array(
  fc.tuple(
    fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 60 * 86_400 })),
    fc.constantFrom<JobState>('completed', 'failed', 'timeout'),
  ),
  { minLength: 1, maxLength: 80 },
);

describe('the histogram of lengths', () => {
  it('has four bins to the power of ten: 1 h, 1.9 h | 2 h, 3 h | 9 h', () => {
    const hours = [1, 1.7, 1.9, 3, 9].map((each) => [each * HOUR, 'completed'] as const);
    const { edges, counts } = histogramOf(hours);
    // 10^0, 10^0.25 = 1.778, 10^0.5 = 3.162, 10^0.75 = 5.623, 10^1
    expect(edges.map((edge) => edge.toFixed(3))).toEqual(['1.000', '1.778', '3.162', '5.623', '10.000']);
    expect([...counts]).toEqual([['completed', [2, 2, 0, 1]]]);
  });

  it('counts every attempt that ran once, by its outcome', () => {
    fc.assert(
      fc.property(walls, (attempts) => {
        const { counts } = histogramOf(attempts);
        for (const state of ['completed', 'failed', 'timeout'] as const) {
          const ran = attempts.filter(([elapsed, of]) => elapsed > 0 && of === state).length;
          expect((counts.get(state) ?? []).reduce((sum, count) => sum + count, 0)).toBe(ran);
        }
      }),
    );
  });

  it('has edges that grow and hold every length', () => {
    fc.assert(
      fc.property(walls, (attempts) => {
        const { edges, counts } = histogramOf(attempts);
        const ran = attempts.map(([elapsed]) => elapsed / HOUR).filter((hours) => hours > 0);
        for (const bins of counts.values()) expect(bins).toHaveLength(edges.length - 1);
        expect(edges.every((edge, index) => index === 0 || edge > (edges[index - 1] as number))).toBe(true);
        for (const hours of ran) {
          expect(hours).toBeGreaterThanOrEqual((edges[0] as number) * (1 - 1e-12));
          expect(hours).toBeLessThanOrEqual((edges.at(-1) as number) * (1 + 1e-12));
        }
      }),
    );
  });

  it('is empty where nothing ran', () => {
    expect(histogramOf([[0, 'completed']])).toEqual({ edges: [], counts: new Map() });
  });
});
