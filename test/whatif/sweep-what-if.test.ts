import { describe, expect, it } from 'vitest';
import type { MetricCurve } from '../../src/model/metric-curve.ts';
import type { SweepWhatIf } from '../../src/model/what-if.ts';
import { familiesOf } from '../../src/whatif/families.ts';
import { sweepWhatIf } from '../../src/whatif/sweep-what-if.ts';
import { sweepsOtherwise } from '../../src/whatif/sweeps-otherwise.ts';
import { BEGIN, type BuiltRun, builtSweep } from '../support/built-sweep.ts';

const noCurve = (): undefined => undefined;
const grid = { kind: 'grid' as const };
const say = (runs: readonly BuiltRun[], options?: Parameters<typeof builtSweep>[1]) =>
  sweepWhatIf(0, grid, builtSweep(runs, options), noCurve);

function found(otherwise: ReturnType<typeof sweepWhatIf>): SweepWhatIf {
  if (typeof otherwise === 'string') throw new Error(otherwise);
  return otherwise;
}

const many = (count: number): BuiltRun[] =>
  Array.from({ length: count }, (_, index) => ({ metric: (index * 7) % count }));

describe('a sweep otherwise', () => {
  it('is not said of what cannot bear it', () => {
    const { metric: _, ...without } = builtSweep(many(30));
    expect(sweepWhatIf(0, grid, without, noCurve)).toBe('withoutMetric');
    expect(sweepWhatIf(0, { kind: 'seeds' }, builtSweep(many(30)), noCurve)).toBe('seeds');
    expect(say(many(7))).toBe('tooFew');
    expect(say(Array.from({ length: 30 }, () => ({ metric: 0.5 })))).toBe('constant');
    expect(say([...many(7), ...Array.from({ length: 20 }, () => ({}))])).toBe('tooFew');
    expect(say(many(30).map((run) => ({ ...run, hours: 0 })))).toBe('constant');
  });

  it('takes runs with the same values for one configuration: five tried five times are five', () => {
    const runs = Array.from({ length: 25 }, (_, index) => ({ metric: index, values: [index % 5] }));
    expect(say(runs)).toBe('tooFew');
    const repeated = found(say(Array.from({ length: 40 }, (_, index) => ({ metric: index, values: [index % 20] }))));
    // The means of 0 and 20, 1 and 21, … 19 and 39.
    expect(repeated.pool).toMatchObject({ configurations: 20, runs: 40, repeated: 20, best: 29, worst: 10 });
  });

  it('does not take seeds for values', () => {
    const runs = Array.from({ length: 24 }, (_, index) => ({
      metric: index,
      values: [index % 8, Math.floor(index / 8)],
    }));
    const parameters = [
      { key: 'lr', values: ['1', '2', '3', '4', '5', '6', '7', '8'] },
      { key: 'seed', role: 'replicate' as const, values: ['1', '2', '3'] },
    ];
    expect(found(say(runs, { goal: 'max', parameters })).pool.configurations).toBe(8);
  });

  it('counts what came to no value with what it took', () => {
    const otherwise = found(say([...many(10), {}, {}]));
    expect(otherwise.pool).toMatchObject({ configurations: 12, withoutMetric: 2, gpuHours: 12 });
    expect(otherwise.expectedBest[0]?.chanceOfNone).toBeCloseTo(2 / 12, 12);
  });

  it('tells what was begun after the best had ended', () => {
    const runs = Array.from({ length: 10 }, (_, index) => ({ metric: index === 3 ? 50 : index, hours: 2 }));
    expect(found(say(runs)).hindsight).toEqual({
      place: 4,
      startedAfter: { configurations: 6, gpuHours: 12, cloudUsd: 24 },
    });
  });

  it('misses the best the less often the more are as good', () => {
    // One best of ten is in neither half with a chance of 1/2; of two, neither is in the first five with 5/10 × 4/9.
    expect(found(say(many(10))).secondHalf.chanceOfBest).toBeCloseTo(0.5, 9);
    const twice = many(10).map((run) => (run.metric === 8 ? { metric: 9 } : run));
    expect(found(say(twice)).secondHalf.chanceOfBest).toBeCloseTo((5 / 10) * (4 / 9), 9);
  });

  it('turns with the metric', () => {
    const up = found(say(many(30)));
    const down = found(
      say(
        many(30).map(({ metric = 0 }) => ({ metric: -metric })),
        { goal: 'min', parameters: [{ key: 'lr', values: many(30).map((_, index) => String(index)) }] },
      ),
    );
    expect(down.replays).toEqual(up.replays);
    expect(down.pool.best).toBe(-up.pool.best);
  });

  it('replays a search that learns of twenty or more, and never saves less than nothing', () => {
    expect(found(say(many(19))).notReplayed).toContain('too-few-to-learn');
    for (const count of [20, 72]) {
      const { replays } = found(say(many(count)));
      expect(replays.map(({ id }) => id)).toContain('tpe-half');
      for (const { saved, regret } of replays) {
        expect(saved.low).toBeGreaterThanOrEqual(0);
        expect(saved.value).toBeGreaterThanOrEqual(saved.low);
        expect(saved.high).toBeGreaterThanOrEqual(saved.value);
        expect(regret.mean).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('marks a search that learns nothing as one that loses', () => {
    // One parameter, of which each value was tried once and neighbours tell nothing.
    const { replays } = found(
      say(
        many(40).map((run, index) => ({ ...run, values: [index] })),
        { goal: 'max', parameters: [{ key: 'tag', values: many(40).map((_, index) => `t${index}`) }] },
      ),
    );
    const tpe = replays.filter(({ id }) => id.startsWith('tpe'));
    expect(tpe.some(({ losesTo }) => losesTo === 'random')).toBe(true);
  });

  it('stops runs early where it is known how they went', () => {
    const sweep = builtSweep(many(12));
    const curveOf = ({ metric, start }: { metric: number; start: number }): MetricCurve => ({
      steps: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      times: Array.from({ length: 9 }, (_, at) => start + (3600 * (at + 1)) / 9),
      values: new Array(9).fill(metric),
    });
    const { replays, notReplayed } = found(sweepWhatIf(0, grid, sweep, curveOf));
    expect(notReplayed).not.toContain('no-curves');
    const byId = new Map(replays.map((replay) => [replay.id, replay]));
    // Curves that are flat tell all at the first point: nothing is lost.
    for (const id of ['median-stopping', 'successive-halving'] as const) {
      expect(byId.get(id)?.regret.mean).toBe(0);
      expect(byId.get(id)?.saved.value).toBeGreaterThan(0);
    }
    // Two rungs, at a ninth and a third: 8 of 12 stop at the first, 3 of 4 at the second.
    expect(byId.get('successive-halving')?.saved.value).toBeCloseTo(1 - (8 / 9 + 3 / 3 + 1) / 12, 9);
    expect(sweep.trials[0]?.start).toBe(BEGIN);
  });
});

describe('sweeps otherwise', () => {
  const sweepOf = (id: string, refines?: string) =>
    ({ id, kind: 'grid', runs: 30, ...(refines === undefined ? {} : { refines }) }) as never;

  it('are the ten largest that can bear it', () => {
    const sweeps = Array.from({ length: 14 }, (_, index) => ({
      sweep: sweepOf(`s${index}`),
      usage: { gpuHours: index },
    }));
    const { sweeps: looked, leftOut } = sweepsOtherwise({
      sweeps,
      trialsOf: () => builtSweep(many(30)),
      hasMetrics: true,
      curveOf: noCurve,
    });
    expect(looked.map(({ sweep }) => sweep)).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4]);
    expect(leftOut.beyond).toBe(4);
  });

  it('are not read where no log has metrics', () => {
    const trialsOf = () => {
      throw new Error('read');
    };
    const sweeps = [{ sweep: sweepOf('a'), usage: { gpuHours: 1 } }];
    expect(sweepsOtherwise({ sweeps, trialsOf, hasMetrics: false, curveOf: noCurve }).leftOut.withoutMetric).toBe(1);
  });

  it('are families where one refines another', () => {
    const sweeps = [
      sweepOf('a'),
      sweepOf('b', 'a'),
      sweepOf('c'),
      sweepOf('d', 'b'),
      sweepOf('e', 'gone'),
      sweepOf('f', 'gone'),
    ];
    expect(familiesOf(sweeps, [0, 1, 2, 3])).toEqual([[0, 1, 3]]);
    // What they refine need not be among those that are asked for.
    expect(familiesOf(sweeps, [1, 3, 2])).toEqual([[1, 3]]);
    expect(familiesOf(sweeps, [4, 5])).toEqual([[4, 5]]);
  });
});
