import { describe, expect, it } from 'vitest';
import type { JobState } from '../../src/model/job-state.ts';
import type { Sweep } from '../../src/model/sweep.ts';
import { seededRandom } from '../../src/stats/seeded-random.ts';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { DAY, HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

const LR = ['0.1', '0.01', '0.001'];
const jobs = (lrs: readonly string[], from = T0, state: JobState = 'completed'): JobSketch[] =>
  lrs.map((lr, index) => ({ name: `lisa_lr${lr}`, submit: from + index, state }));

const foundIn = (sketches: readonly JobSketch[]): readonly Sweep[] => findSweeps(ledgerOf(sketches)).sweeps;
const rules = (sweep: Sweep | undefined): string[] => (sweep?.evidence ?? []).map(({ rule }) => rule);

describe('cells that had not completed', () => {
  const states: readonly JobState[] = ['failed', 'cancelled', 'timeout', 'out-of-memory', 'node-fail', 'preempted'];

  it.each(states)('(%s) and are submitted again belong to the same sweep', (state) => {
    const [sweep, ...others] = foundIn([
      ...jobs(['0.1']),
      ...jobs(LR.slice(1), T0 + 1, state),
      ...jobs(LR.slice(1), T0 + DAY),
    ]);
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({ runs: 5, coverage: 1, parameters: { lr: ['0.001', '0.01', '0.1'] } });
    expect(rules(sweep)).toContain('retry');
  });

  it('belong to it for days, not for ever', () => {
    const failed = jobs(LR, T0, 'failed');
    expect(foundIn([...failed, ...jobs(LR, T0 + 3 * DAY)])).toHaveLength(1);
    expect(foundIn([...failed, ...jobs(LR, T0 + 60 * DAY)])).toHaveLength(2);
  });

  it('may be tried a third time, counted from the second', () => {
    const tries = [0, 2, 4].map((days) => jobs(LR, T0 + days * DAY, 'failed'));
    expect(foundIn(tries.flat())).toMatchObject([{ runs: 9 }]);
  });
});

it('cells that had completed and are submitted again are a new sweep', () => {
  const sweeps = foundIn([...jobs(LR), ...jobs(LR, T0 + DAY)]);
  expect(sweeps.map(({ runs }) => runs)).toEqual([3, 3]);
});

it('a random search that is run as a whole again, weeks later, is a new sweep, although its values need not be told again', () => {
  const random = seededRandom(11);
  const cells = Array.from({ length: 40 }, () => [random(), random()].map((each) => each.toFixed(4)));
  const search = (from: number): JobSketch[] =>
    cells.map(([lr, drop], index) => ({ name: `tag_lr${lr}_drop${drop}`, submit: from + index }));
  expect(foundIn([...search(T0), ...search(T0 + 15 * DAY)]).map(({ runs }) => runs)).toEqual([40, 40]);
});

it('a retry of both failed and completed cells is a new sweep', () => {
  const sweeps = foundIn([...jobs(['0.1', '0.01']), ...jobs(['0.001'], T0 + 5, 'failed'), ...jobs(LR, T0 + DAY)]);
  expect(sweeps.map(({ runs }) => runs)).toEqual([3, 3]);
});

describe('cells that a grid lacks', () => {
  const grid = LR.flatMap((lr) => ['64', '128'].map((h) => ({ name: `lisa_lr${lr}_h${h}` })));
  const incomplete = grid.slice(0, 5).map((job, index) => ({ ...job, submit: T0 + index }));
  const missing = (pause: number): JobSketch => ({ ...grid[5], submit: T0 + 4 + pause });

  it('belong to it when they come within a day', () => {
    const [sweep, ...others] = foundIn([...incomplete, missing(DAY)]);
    expect(others).toEqual([]);
    expect(sweep).toMatchObject({ runs: 6, coverage: 1 });
    expect(rules(sweep)).toContain('addition');
  });

  it('do not when they come weeks later', () => {
    expect(foundIn([...incomplete, missing(20 * DAY)])).toMatchObject([{ runs: 5 }]);
  });

  it('cannot be lacking in a full grid', () => {
    const full = grid.map((job, index) => ({ ...job, submit: T0 + index }));
    expect(foundIn([...full, { ...grid[0], submit: T0 + 5 * HOUR }])).toMatchObject([{ runs: 6 }]);
  });
});

describe('rounds of one size', () => {
  const rounds = (pauses: readonly number[], values: (round: number) => readonly string[]): JobSketch[] => {
    let at = T0;
    return pauses.flatMap((pause, round) => {
      at += pause;
      return jobs(values(round), at);
    });
  };
  const drawn = (round: number): string[] => [0, 1, 2, 3].map((each) => `0.${round + 1}${each + 1}`);

  it('that come as machines come free are one sweep', () => {
    expect(
      foundIn(
        rounds(
          [0, 5, 4, 6, 5].map((hours) => hours * HOUR),
          drawn,
        ),
      ),
    ).toHaveLength(1);
  });

  it('that come a day later each are searches of their own, however regular', () => {
    expect(
      foundIn(
        rounds(
          [0, 24, 25, 23, 24].map((hours) => hours * HOUR),
          drawn,
        ),
      ),
    ).toHaveLength(5);
  });
});
