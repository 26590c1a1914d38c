import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../../src/sweep/results/outcomes.ts';
import { type Group, placeOthers } from '../../../src/sweep/results/place-others.ts';

const run = (cell: number, hour: number): Outcome => ({ position: 0, cell, hour, logSeconds: Number.NaN, values: [] });
const group = (...outcomes: readonly Outcome[]): Group => ({ outcomes: [...outcomes], retries: 0 });

describe('placeOthers', () => {
  it('gives a run to the nearest experiment that lacks its combination', () => {
    const groups = [group(run(0, 0), run(1, 1)), group(run(0, 10))];
    placeOthers(groups, [run(1, 2)], 1);
    expect(groups.map(({ outcomes }) => outcomes.length)).toEqual([2, 2]);
  });

  it('takes it for another try where none lacks it', () => {
    const groups = [group(run(0, 0), run(1, 1)), group(run(0, 10), run(1, 11))];
    placeOthers(groups, [run(1, 9)], 1);
    expect(groups.map(({ outcomes, retries }) => [outcomes.length, retries])).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  it('makes experiments of several that none lacks', () => {
    const groups = [group(run(0, 0), run(1, 1))];
    placeOthers(groups, [run(0, 2), run(1, 3)], 1);
    expect(groups.map(({ outcomes }) => outcomes.length)).toEqual([2, 2]);
  });

  it('leaves alone what started days from all others, or no one knows when', () => {
    const groups = [group(run(0, 0))];
    placeOthers(groups, [run(1, 200), run(1, Number.NaN)], 1);
    expect(groups.map(({ outcomes }) => outcomes.length)).toEqual([1, 1]);
  });
});
