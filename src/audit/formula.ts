/** A sum as a tree. */
export type Expression =
  | { readonly op: 'number'; readonly value: number }
  | { readonly op: 'name'; readonly name: string }
  | { readonly op: '+' | '-' | '*' | '/'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'min' | 'max'; readonly all: readonly Expression[] };

/** An equation, or an order, between two sums. */
export interface Formula {
  readonly left: Expression;
  readonly relation: '=' | '≤';
  readonly right: Expression;
}

/** Names may hold hyphens and dots, so a minus stands between blanks. */
const TOKEN = /\s*(?:([A-Za-z][\w-]*(?:\.[\w-]+)*)|(\d[\d,]*(?:\.\d+)?)|(<=|≤|=|[()+*/×÷,]|-(?=\s)))/y;

class Tokens {
  readonly #all: readonly string[];
  #at = 0;

  constructor(text: string) {
    const all: string[] = [];
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
      end = TOKEN.lastIndex;
      all.push(match[0].trim().replace('×', '*').replace('÷', '/').replace('<=', '≤'));
    }
    if (text.slice(end).trim() !== '') throw new FormulaError(`cannot be read from "${text.slice(end).trim()}" on`);
    this.#all = all;
  }

  next(): string {
    return this.#all[this.#at] ?? '';
  }

  take(): string {
    const taken = this.next();
    this.#at++;
    return taken;
  }

  expect(token: string): void {
    if (this.next() !== token) throw new FormulaError(`has "${this.next() || 'its end'}" where "${token}" should be`);
    this.#at++;
  }
}

/** Why a text is no formula: the end of a sentence that begins with it. */
export class FormulaError extends Error {}

/**
 * Reads `a.hours = b.count * c / 1000`: `+ - * /` with their usual order, brackets, `min(…)`, `max(…)`, and `=` or `<=` once.
 *
 * @throws FormulaError
 */
export function parseFormula(text: string): Formula {
  const tokens = new Tokens(text);
  const left = sum(tokens);
  const relation = tokens.take();
  if (relation !== '=' && relation !== '≤') throw new FormulaError('needs = or <= between two sums');
  const right = sum(tokens);
  if (tokens.next() !== '') throw new FormulaError(`goes on with "${tokens.next()}" after its end`);
  return { left, relation, right };
}

function sum(tokens: Tokens): Expression {
  let left = productOf(tokens);
  while (tokens.next() === '+' || tokens.next() === '-') {
    left = { op: tokens.take() as '+' | '-', left, right: productOf(tokens) };
  }
  return left;
}

function productOf(tokens: Tokens): Expression {
  let left = atom(tokens);
  while (tokens.next() === '*' || tokens.next() === '/') {
    left = { op: tokens.take() as '*' | '/', left, right: atom(tokens) };
  }
  return left;
}

function atom(tokens: Tokens): Expression {
  const token = tokens.take();
  if (token === '(') {
    const inner = sum(tokens);
    tokens.expect(')');
    return inner;
  }
  if (/^\d/.test(token)) return { op: 'number', value: Number(token.replaceAll(',', '')) };
  if (!/^[A-Za-z]/.test(token)) throw new FormulaError(`has "${token || 'its end'}" where a name or number should be`);
  if (tokens.next() !== '(' || (token !== 'min' && token !== 'max')) return { op: 'name', name: token };
  tokens.expect('(');
  const all = [sum(tokens)];
  while (tokens.next() === ',') {
    tokens.take();
    all.push(sum(tokens));
  }
  tokens.expect(')');
  return { op: token, all };
}

/** The names in a sum, in order, each as often as it stands there. */
export function namesIn(expression: Expression): readonly string[] {
  if (expression.op === 'name') return [expression.name];
  if (expression.op === 'number') return [];
  const parts = 'all' in expression ? expression.all : [expression.left, expression.right];
  return parts.flatMap(namesIn);
}

/** Writes a sum with something in the place of each name. */
export function writeExpression(expression: Expression, nameOf: (name: string) => string): string {
  switch (expression.op) {
    case 'number':
      return String(expression.value);
    case 'name':
      return nameOf(expression.name);
    case 'min':
    case 'max': {
      const word = expression.op === 'min' ? 'the least of' : 'the most of';
      return `${word} (${expression.all.map((part) => writeExpression(part, nameOf)).join(', ')})`;
    }
    default: {
      const { op, left, right } = expression;
      const sign = { '+': '+', '-': '−', '*': '×', '/': '÷' }[op];
      return `${bracketed(left, op, false, nameOf)} ${sign} ${bracketed(right, op, true, nameOf)}`;
    }
  }
}

const isSum = ({ op }: Expression): boolean => op === '+' || op === '-';
const isProduct = ({ op }: Expression): boolean => op === '*' || op === '/';

function bracketed(part: Expression, around: string, isRight: boolean, nameOf: (name: string) => string): string {
  const text = writeExpression(part, nameOf);
  const needs =
    ((around === '*' || around === '/') && isSum(part)) ||
    (isRight && around === '/' && isProduct(part)) ||
    (isRight && around === '-' && isSum(part));
  return needs ? `(${text})` : text;
}
