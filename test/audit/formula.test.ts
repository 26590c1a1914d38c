import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate, solve } from '../../src/audit/evaluate.ts';
import { type Expression, namesIn, parseFormula, writeExpression } from '../../src/audit/formula.ts';
import { point } from '../../src/audit/interval.ts';

const values: Readonly<Record<string, number>> = { a: 2, b: 3, 'long-name.low': 10, x: 7 };
const at = (name: string) => point(values[name] as number);
const worth = (text: string): number => evaluate(parseFormula(`${text} = 0`).left, at).low;

describe('a formula', () => {
  it.each([
    ['a + b * 4', 14],
    ['(a + b) * 4', 20],
    ['long-name.low - b - a', 5],
    ['long-name.low / a / 5', 1],
    ['long-name.low / (a * 5)', 1],
    ['min(a, b, 1) + max(a, b)', 4],
    ['1,000 × a ÷ 4', 500],
  ])('%s is %d', (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it.each([
    ['a + b', 'needs = or <='],
    ['a = ', 'has "its end" where a name or number should be'],
    ['a = (b', 'has "its end" where ")" should be'],
    ['a = b ^ 2', 'cannot be read from "^ 2" on'],
    ['a = b c', 'goes on with "c" after its end'],
    ['a = b = c', 'goes on with "=" after its end'],
  ])('%s is none, with the reason', (text, reason) => {
    expect(() => parseFormula(text)).toThrow(reason);
  });

  it('is written with brackets only where they are needed', () => {
    const { left } = parseFormula('(a + b) * x / (a * b) - (x - a) = 0');
    expect(writeExpression(left, (name) => name)).toBe('(a + b) × x ÷ (a × b) − (x − a)');
  });
});

const interval = fc
  .tuple(fc.double({ min: 0.5, max: 100, noNaN: true }), fc.double({ min: 0, max: 10, noNaN: true }))
  .map(([low, width]) => ({ low, high: low + width }));
const NAMES = ['p', 'q', 'r'] as const;
const expressions = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...NAMES).map((name): Expression => ({ op: 'name', name })),
    fc.integer({ min: 1, max: 9 }).map((value): Expression => ({ op: 'number', value })),
    fc
      .tuple(fc.constantFrom('+' as const, '*' as const, '/' as const), tie('tree'), tie('tree'))
      .map(([op, left, right]): Expression => ({ op, left, right })),
    fc.tuple(tie('tree'), tie('tree')).map((all): Expression => ({ op: 'min', all })),
  ),
})).tree;

describe('interval arithmetic', () => {
  it('holds every value that the numbers inside can give', () => {
    const inside = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        expressions,
        fc.tuple(interval, interval, interval),
        fc.tuple(inside, inside, inside),
        (tree, all, where) => {
          const lookUp = (name: string) => all[NAMES.indexOf(name as 'p')] as { low: number; high: number };
          const chosen = (name: string) => {
            const { low, high } = lookUp(name);
            return point(low + (high - low) * (where[NAMES.indexOf(name as 'p')] as number));
          };
          const whole = evaluate(tree, lookUp);
          const one = evaluate(tree, chosen).low;
          expect(one).toBeGreaterThanOrEqual(whole.low * (1 - 1e-9));
          expect(one).toBeLessThanOrEqual(whole.high * (1 + 1e-9));
        },
      ),
    );
  });

  it('solved for a name, gives back the value from which a result was computed', () => {
    fc.assert(
      fc.property(expressions, fc.tuple(interval, interval, interval), (tree, all) => {
        const lookUp = (name: string) => point((all[NAMES.indexOf(name as 'p')] as { low: number }).low);
        for (const name of NAMES) {
          if (namesIn(tree).filter((each) => each === name).length !== 1) continue;
          const solved = solve(tree, evaluate(tree, lookUp), name, lookUp);
          const { low } = lookUp(name);
          expect(solved?.low).toBeLessThanOrEqual(low * (1 + 1e-9));
          expect(solved?.high).toBeGreaterThanOrEqual(low * (1 - 1e-9));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
