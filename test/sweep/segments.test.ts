import { describe, expect, it } from 'vitest';
import { findSweeps } from '../../src/sweep/find-sweeps.ts';
import { HOUR, type JobSketch, ledgerOf, T0 } from '../support/ledger-of.ts';

const cells = (lrs: readonly string[], hs: readonly string[]): JobSketch[] =>
  lrs.flatMap((lr) => hs.map((h) => ({ name: `lisa_lr${lr}_h${h}` })));

const at = (from: number, sketches: readonly JobSketch[], apart = 1): JobSketch[] =>
  sketches.map((sketch, index) => ({ ...sketch, submit: from + index * apart }));

/** Runs of each sweep and how full its grid is. */
const foundIn = (sketches: readonly JobSketch[]): (readonly [number, number])[] =>
  findSweeps(ledgerOf(sketches)).sweeps.map(({ runs, coverage }) => [runs, coverage]);

const [FIRST, OTHER] = [cells(['0.1', '0.01'], ['64', '128']), cells(['0.3', '0.03'], ['32', '512'])];

describe('a loop is over', () => {
  it('after two hours, not after ten minutes', () => {
    const grid = cells(['0.1', '0.01'], ['64', '128']);
    expect(foundIn([...at(T0, grid.slice(0, 2)), ...at(T0 + 600, grid.slice(2))])).toEqual([[4, 1]]);
    expect(foundIn([...at(T0, grid.slice(0, 2)), ...at(T0 + 2 * HOUR, grid.slice(2))])).toEqual([
      [2, 1],
      [2, 1],
    ]);
  });

  it('at a shorter pause that stands out, when either side fills a grid of its own', () => {
    expect(foundIn([...at(T0, FIRST), ...at(T0 + 600, OTHER)])).toEqual([
      [4, 1],
      [4, 1],
    ]);
  });

  it('where another grid begins, though no pause tells', () => {
    expect(foundIn(at(T0, [...FIRST, ...OTHER], 300))).toEqual([
      [4, 1],
      [4, 1],
    ]);
  });

  it('not at a pause inside one grid', () => {
    const grid = cells(['0.1', '0.01', '0.001'], ['64', '128']);
    expect(foundIn([...at(T0, grid.slice(0, 4)), ...at(T0 + 600, grid.slice(4))])).toEqual([[6, 1]]);
  });
});

describe('a word that varies', () => {
  it('splits where each word goes with a grid of its own', () => {
    const jobs = [
      ...['0.1', '0.2', '0.3'].map((lr) => ({ name: `parser-lr${lr}` })),
      ...['1e-4', '1e-5', '1e-6'].map((lr) => ({ name: `tagger-lr${lr}` })),
    ];
    expect(foundIn(at(T0, jobs))).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });

  it('is one more loop where all words go with the same values', () => {
    const jobs = ['parser', 'tagger'].flatMap((task) =>
      ['0.1', '0.2', '0.3'].map((lr) => ({ name: `${task}-lr${lr}` })),
    );
    expect(foundIn(at(T0, jobs))).toEqual([[6, 1]]);
  });

  it('is one more loop where the last word is cut short', () => {
    const jobs = ['parser', 'tagger'].flatMap((task) =>
      ['0.1', '0.2', '0.3', '0.4'].map((lr) => ({ name: `${task}-lr${lr}` })),
    );
    expect(foundIn(at(T0, jobs.slice(0, 6)))).toEqual([[6, 6 / 8]]);
  });
});

it('each array is a sweep, also when two were submitted in one minute', () => {
  const tasks = (array: number): JobSketch[] =>
    [0, 1, 2].map((task) => ({ arrayJobId: array, arrayTask: task, submit: T0 + array, name: 'tune' }));
  expect(foundIn([...tasks(10), ...tasks(20)]).map(([runs]) => runs)).toEqual([3, 3]);
});
