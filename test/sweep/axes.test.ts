import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/sweep/axes.ts';
import { type Design, designOf } from '../../src/sweep/design.ts';
import { ARRAY_TASK } from '../../src/sweep/factor-table.ts';
import { everyPosition, type FactorSketch, factorTableOf } from '../support/factor-table-of.ts';

function designed(...sketches: readonly FactorSketch[]): Design {
  const table = factorTableOf(...sketches);
  return designOf(table, everyPosition(table));
}
const keys = ({ axes }: Design): string[] => axes.map(({ key }) => key).sort();

describe('what runs vary', () => {
  it('a full grid of 2 × 3 fills all of its 6 cells', () => {
    const lr = { key: 'lr', each: ['1', '1', '1', '2', '2', '2'] };
    const h = { key: 'h', each: ['a', 'b', 'c', 'a', 'b', 'c'] };
    expect(designed(lr, h)).toMatchObject({ distinctCells: 6, coverage: 1 });
    expect(keys(designed(lr, h))).toEqual(['h', 'lr']);
  });

  it('a grid without one cell and with one twice is 5 of 6 full', () => {
    const lr = { key: 'lr', each: ['1', '1', '1', '2', '2', '2'] };
    const h = { key: 'h', each: ['a', 'b', 'c', 'a', 'b', 'b'] };
    expect(designed(lr, h)).toMatchObject({ distinctCells: 5, coverage: 5 / 6 });
  });

  it('nothing that is constant is an axis; when all is constant, the one cell is covered', () => {
    const constant = designed({ key: 'h', each: ['64', '64', '64'] });
    expect(constant).toMatchObject({ axes: [], distinctCells: 1, coverage: 1 });
  });

  it('of two factors that say the same the one of the command stands, whose word is the program’s own', () => {
    const lr = ['0.1', '0.1', '0.01', '0.01'];
    const seed = { key: 'seed', role: 'replicate' as const, each: ['1', '2', '1', '2'] };
    const design = designed({ key: 'l', ofName: true, each: lr }, seed, { key: 'learning-rate', each: lr });
    expect(keys(design)).toEqual(['learning-rate', 'seed']);
    expect(design.coverage).toBe(1);
  });

  it('a factor that the log has a word for stands before one it has none for', () => {
    const lr = ['0.1', '0.1', '0.01', '0.01'];
    const h = { key: 'h', each: ['1', '2', '1', '2'] };
    expect(
      keys(designed({ key: 'argument1', named: false, each: lr }, h, { key: 'lr', ofName: true, each: lr })),
    ).toEqual(['h', 'lr']);
  });

  it('values drawn anew for every run are not aliases, though each goes with one of the other', () => {
    const lr = { key: 'lr', each: ['0.3', '0.01', '0.2', '0.05'] };
    const dropout = { key: 'dropout', each: ['0.5', '0.1', '0.4', '0.2'] };
    expect(keys(designed(lr, dropout))).toEqual(['dropout', 'lr']);
    expect(designed(lr, dropout).coverage).toBe(4 / 16);
  });

  it('values drawn anew are aliases where name and command write the same number', () => {
    const inName = { key: 'lr', ofName: true, each: ['3e-1', '1e-2', '0.2', '5e-2'] };
    const inCommand = { key: 'learning_rate', each: ['0.3', '0.01', '.2', '0.05'] };
    expect(keys(designed(inName, inCommand))).toEqual(['learning_rate']);
  });

  it('a number that grows with every run is a count, where something else repeats', () => {
    const lr = { key: 'lr', each: ['0.1', '0.1', '0.01', '0.01'] };
    const h = { key: 'h', each: ['64', '128', '64', '128'] };
    expect(keys(designed(lr, h, { key: 'exp', each: ['17', '18', '20', '31'] }))).toEqual(['h', 'lr']);
    expect(keys(designed(lr, h, { key: 'out', each: ['a.txt', 'b.txt', 'c.txt', 'd.txt'] }))).toEqual(['h', 'lr']);
  });

  it('a number that grows with every run is a choice, where it is all that varies', () => {
    expect(keys(designed({ key: 'layers', each: ['1', '2', '3', '4'] }))).toEqual(['layers']);
  });

  it('a seed stays an axis though it grows with every run', () => {
    const lr = { key: 'lr', each: ['0.1', '0.1', '0.01', '0.01'] };
    const seed = { key: 'seed', role: 'replicate' as const, each: ['1', '2', '3', '4'] };
    expect(keys(designed(lr, seed))).toEqual(['lr', 'seed']);
  });

  it('the index of array tasks is an axis only where nothing else varies', () => {
    const task = { key: ARRAY_TASK, ofName: true, named: false, each: ['0', '1', '2', '3'] };
    expect(keys(designed(task))).toEqual([ARRAY_TASK]);
    expect(keys(designed(task, { key: 'lr', each: ['0.1', '0.2', '0.1', '0.2'] }))).toEqual(['lr']);
  });

  it('only the positions asked for count', () => {
    const table = factorTableOf({ key: 'lr', each: ['1', '2', '3', '3'] });
    expect(levels(table.factors[0] as (typeof table.factors)[number], Uint32Array.of(2, 3))).toBe(1);
    expect(designOf(table, Uint32Array.of(2, 3)).axes).toEqual([]);
    expect(designOf(table, Uint32Array.of(0, 1)).coverage).toBe(1);
  });

  it('coverage is the number of distinct combinations ÷ the product of the levels, whatever the values', () => {
    const value = fc.constantFrom('1', '2', '3');
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 30 }), (rows) => {
        const column = (at: number) => rows.map((row) => row[at] as string);
        const design = designed(...['x', 'y', 'z'].map((key, at) => ({ key, each: column(at) })));
        const at = design.axes.map(({ key }) => 'xyz'.indexOf(key));
        const cells = new Set(rows.map((row) => at.map((index) => row[index]).join()));
        const product = at.reduce((cells, index) => cells * new Set(column(index)).size, 1);
        expect(design.distinctCells).toBe(cells.size);
        expect(design.coverage).toBe(cells.size / product);
      }),
    );
  });
});
