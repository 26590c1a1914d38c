import type { CheckOutcome, Interval, Reading } from '../model/audit.ts';
import { type Equation, figureIn } from './equations.ts';
import { evaluate, type ValueOf } from './evaluate.ts';
import { divide, mayBeAtMost, overlap, point } from './interval.ts';

/**
 * How far words such as "about" reach: by this factor either way. Our own judgement: "about half" of 41 % is loose talk, "about half" of 30 % is wrong. Below √2, so that a doubling shows.
 */
const VAGUE_FACTOR = 1.4;

/** What a figure may be where it is held loosely: as far as its words reach. */
export const loosely = ({ kind, low, high, value }: Reading): Interval =>
  kind === 'about'
    ? { low: Math.min(low, value / VAGUE_FACTOR), high: Math.max(high, value * VAGUE_FACTOR) }
    : { low, high };

/** Where figures stand: by their printed interval, unless told otherwise. */
export const strictly =
  (equation: Equation): ValueOf =>
  (name) =>
    figureIn(equation, name).reading;

const widely =
  (equation: Equation): ValueOf =>
  (name) =>
    loosely(figureIn(equation, name).reading);

/** The printed digits themselves. */
export const asPrinted =
  (equation: Equation): ValueOf =>
  (name) =>
    point(figureIn(equation, name).reading.value);

/** The two sides of an equation. */
export const sidesOf = ({ formula }: Equation, lookUp: ValueOf): readonly [Interval, Interval] => [
  evaluate(formula.left, lookUp),
  evaluate(formula.right, lookUp),
];

const agree = (equation: Equation, lookUp: ValueOf): boolean => {
  const [left, right] = sidesOf(equation, lookUp);
  return equation.formula.relation === '≤' ? mayBeAtMost(left, right) : overlap(left, right);
};

/** Whether an equation can hold with its figures somewhere within their printed rounding, or as far as their words reach. */
export function outcomeOf(equation: Equation): Exclude<CheckOutcome, 'otherwise'> {
  if (agree(equation, strictly(equation))) return 'holds';
  return agree(equation, widely(equation)) ? 'vague' : 'fails';
}

/** The same with another interval in the place of one figure. */
export function holdsWith(equation: Equation, figure: string, interval: Interval): boolean {
  return agree(equation, (name) => {
    const found = figureIn(equation, name);
    return found.id === figure ? interval : found.reading;
  });
}

/**
 * The factor, above 1, by which the sides of an equation could drift apart unnoticed: by the rounding of its figures, and where it holds only in words by the reach of these.
 * Infinity for an order, which sees no size.
 */
export function resolutionOf(equation: Equation, outcome = outcomeOf(equation)): number {
  if (equation.formula.relation === '≤') return Number.POSITIVE_INFINITY;
  const intervalOf = outcome === 'vague' ? loosely : roundedIn;
  const [left, right] = sidesOf(equation, (name) => intervalOf(figureIn(equation, name).reading));
  const { low, high } = divide(left, right);
  return low > 0 ? Math.max(1, high / low) : Number.POSITIVE_INFINITY;
}

/** The printed digits with their rounding, one-sided figures as if they were said plainly: what is open to one side would meet any factor. */
export const plainly =
  (equation: Equation): ValueOf =>
  (name) =>
    roundedIn(figureIn(equation, name).reading);

/** What is said to be at least or at most so much, as if it were said plainly. */
function roundedIn({ kind, low, high, value }: Reading): Interval {
  if (kind === 'at-least') return { low, high: 2 * value - low };
  return kind === 'at-most' ? { low: 2 * value - high, high } : { low, high };
}
