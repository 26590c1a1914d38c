import type { Interval } from '../model/audit.ts';
import type { Expression } from './formula.ts';
import { namesIn } from './formula.ts';
import {
  add,
  divide,
  EVERYTHING,
  greater,
  intersect,
  lesser,
  mayBeAtMost,
  multiply,
  point,
  subtract,
} from './interval.ts';

export type ValueOf = (name: string) => Interval;

const OPERATIONS = { '+': add, '-': subtract, '*': multiply, '/': divide };

/** All that a sum can be while each name in it is somewhere in its interval. */
export function evaluate(expression: Expression, lookUp: ValueOf): Interval {
  switch (expression.op) {
    case 'number':
      return point(expression.value);
    case 'name':
      return lookUp(expression.name);
    case 'min':
    case 'max': {
      const parts = expression.all.map((part) => evaluate(part, lookUp));
      return parts.reduce(expression.op === 'min' ? lesser : greater);
    }
    default:
      return OPERATIONS[expression.op](evaluate(expression.left, lookUp), evaluate(expression.right, lookUp));
  }
}

/**
 * What a name must be for a sum to come out within `target`, all other names being somewhere in theirs. Undefined when nothing would do, or the name stands in the sum more than once.
 */
export function solve(expression: Expression, target: Interval, name: string, lookUp: ValueOf): Interval | undefined {
  if (namesIn(expression).filter((each) => each === name).length !== 1) return undefined;
  if (expression.op === 'name') return target;
  if (expression.op === 'number') return undefined;
  if ('all' in expression) return solveExtreme(expression, target, name, lookUp);
  const { op, left, right } = expression;
  const isLeft = namesIn(left).includes(name);
  const other = evaluate(isLeft ? right : left, lookUp);
  return solve(isLeft ? left : right, sideOf(op, isLeft, target, other), name, lookUp);
}

/** What one side of an operation must be, from its result and the other side. */
function sideOf(op: '+' | '-' | '*' | '/', isLeft: boolean, target: Interval, other: Interval): Interval {
  if (op === '+') return subtract(target, other);
  if (op === '*') return divide(target, other);
  if (isLeft) return op === '-' ? add(target, other) : multiply(target, other);
  return op === '-' ? subtract(other, target) : divide(other, target);
}

function solveExtreme(
  { op, all }: Extract<Expression, { op: 'min' | 'max' }>,
  target: Interval,
  name: string,
  lookUp: ValueOf,
): Interval | undefined {
  const wanted = all.find((part) => namesIn(part).includes(name)) as Expression;
  const rest = all.filter((part) => part !== wanted).map((part) => evaluate(part, lookUp));
  if (rest.length === 0) return solve(wanted, target, name, lookUp);
  const other = rest.reduce(op === 'min' ? lesser : greater);
  const reaches = op === 'min' ? mayBeAtMost(target, other) : mayBeAtMost(other, target);
  if (!reaches) return undefined;
  const isOpen = intersect(other, target) !== undefined;
  const open = op === 'min' ? { low: target.low, high: EVERYTHING.high } : { low: EVERYTHING.low, high: target.high };
  return solve(wanted, isOpen ? open : target, name, lookUp);
}
