import { describe, expect, it } from 'vitest';
import { designOf } from '../../src/sweep/design.ts';
import { ARRAY_TASK } from '../../src/sweep/factor-table.ts';
import { foundSweep } from '../../src/sweep/found-sweep.ts';
import { type Gathering, judge, type Shape } from '../../src/sweep/shape.ts';
import { everyPosition, type FactorSketch, factorTableOf } from '../support/factor-table-of.ts';

function judged(sketches: readonly FactorSketch[], gathering: Partial<Gathering> = {}, isSequential = false): Shape {
  const table = factorTableOf(...sketches);
  const positions = everyPosition(table);
  const draft = { positions, isArray: false, retries: 0, additions: 0, doubt: 0, design: designOf(table, positions) };
  return judge(foundSweep(table, { ...draft, ...gathering }), () => isSequential);
}
const rulesOf = ({ evidence }: Shape): string[] => evidence.map(({ rule }) => rule);

const GRID = [
  { key: 'lr', each: ['0.1', '0.1', '0.01', '0.01'] },
  { key: 'h', each: ['1', '2', '1', '2'] },
];
const DRAWN = { key: 'lr', each: ['0.31', '0.02', '0.27', '0.05', '0.44', '0.13'] };

describe('the kind of a sweep', () => {
  it('is a grid when its combinations are tried', () => {
    expect(judged(GRID).kind).toBe('grid');
  });

  it('is seeds when nothing but a replicate varies', () => {
    expect(judged([{ key: 'seed', role: 'replicate', each: ['1', '2', '3'] }]).kind).toBe('seeds');
  });

  it('is random when nearly every run has values of its own', () => {
    const dropout = { key: 'dropout', each: ['0.1', '0.5', '0.3', '0.2', '0.4', '0.6'] };
    expect(judged([DRAWN, dropout]).kind).toBe('random');
  });

  it('is random when some are drawn and some chosen', () => {
    expect(judged([DRAWN, { key: 'opt', each: ['adam', 'sgd', 'sgd', 'adam', 'adam', 'sgd'] }]).kind).toBe('random');
  });

  it('is random when a few combinations of few values are tried in no order', () => {
    const opt = { key: 'opt', each: ['adam', 'sgd', 'rms', 'adam', 'sgd', 'adam'] };
    const h = { key: 'h', each: ['64', '256', '128', '512', '64', '256'] };
    expect(judged([opt, h]).kind).toBe('random');
  });

  it('is a grid when a loop was cut short', () => {
    const lr = { key: 'lr', each: ['0.1', '0.1', '0.1', '0.1', '0.01', '0.01', '0.001'] };
    const h = { key: 'h', each: ['1', '2', '3', '4', '1', '2', '1'] };
    expect(judged([lr, h]).kind).toBe('grid');
  });

  it('is mixed when one factor at a time is changed', () => {
    const lr = { key: 'lr', each: ['0.1', '0.2', '0.3', '0.1', '0.1', '0.1', '0.1'] };
    const h = { key: 'h', each: ['1', '1', '1', '2', '3', '1', '1'] };
    const opt = { key: 'opt', each: ['adam', 'adam', 'adam', 'adam', 'adam', 'sgd', 'rms'] };
    expect(judged([lr, h, opt]).kind).toBe('mixed');
  });

  it('is adaptive when values follow those before them, and results could be known', () => {
    const path = ['0.31', '0.27', '0.233', '0.195', '0.162', '0.141', '0.127', '0.119'];
    expect(judged([{ key: 'lr', each: path }], {}, true).kind).toBe('adaptive');
    expect(judged([{ key: 'lr', each: path }], {}, false).kind).toBe('random');
  });

  it('is unclear when the logs show no parameter, or too few runs for a judgement', () => {
    expect(judged([{ key: 'h', each: ['1', '1'] }]).kind).toBe('unclear');
    expect(judged([{ key: ARRAY_TASK, each: ['0', '1', '2'] }], { isArray: true }).kind).toBe('unclear');
    const few = [
      { key: 'lr', each: ['0.31', '0.02', '0.27'] },
      { key: 'do', each: ['0.1', '0.5', '0.3'] },
    ];
    expect(judged(few).kind).toBe('unclear');
  });
});

describe('confidence', () => {
  it('falls with doubt, and is higher for an array, lower where nothing is known', () => {
    const ladder = [
      judged([{ key: 'h', each: ['1', '1', '1', '1'] }], { doubt: 1 }),
      judged(GRID, { doubt: 1 }),
      judged([{ key: 'h', each: ['1', '1', '1', '1'] }]),
      judged(GRID),
      judged(GRID, { isArray: true }),
    ].map(({ confidence }) => confidence);
    expect(ladder).toEqual([...ladder].sort((a, b) => a - b));
    expect(new Set(ladder).size).toBe(5);
    for (const confidence of ladder) expect(confidence > 0 && confidence < 1).toBe(true);
  });
});

describe('evidence', () => {
  it('names the array, what varied, retries and additions', () => {
    expect(rulesOf(judged(GRID, { isArray: true }))).toEqual(['array', 'values']);
    expect(rulesOf(judged(GRID, { retries: 2, additions: 1 }))).toEqual(['burst', 'values', 'retry', 'addition']);
    expect(rulesOf(judged([{ key: 'h', each: ['1', '1'] }]))).toEqual(['burst']);
  });

  it('says how much of the grid was tried', () => {
    const note = judged(GRID).evidence.find(({ rule }) => rule === 'values')?.note;
    expect(note).toBe('lr, h varied: 100 % of their grid');
  });
});
