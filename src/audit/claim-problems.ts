import type { PaperClaim } from '../model/paper-claim.ts';
import { type FigureProblem, figuresIn } from './claim-figures.ts';
import { FormulaError, namesIn, parseFormula } from './formula.ts';

/** What a claim says that cannot be followed: texts that are no figures, formulas that cannot be read, names of nothing. */
export function claimProblems(claim: PaperClaim): readonly FigureProblem[] {
  const { figures, problems } = figuresIn(claim);
  if (problems.length > 0) return problems;
  const names = new Set(figures.map(({ name }) => name));
  return [...entryProblems(claim), ...constantProblems(claim, names), ...relationProblems(claim, names)];
}

function entryProblems({ entries, prices = {} }: PaperClaim): FigureProblem[] {
  return Object.entries(entries).flatMap(([key, { scaledFrom, pricedAs }]) => {
    const problems: FigureProblem[] = [];
    if (scaledFrom !== undefined && (!Object.hasOwn(entries, scaledFrom) || scaledFrom === key)) {
      problems.push({ path: ['entries', key, 'scaledFrom'], problem: `"${scaledFrom}" is no other entry` });
    }
    if (pricedAs !== undefined && !Object.hasOwn(prices, pricedAs)) {
      problems.push({ path: ['entries', key, 'pricedAs'], problem: `"${pricedAs}" is not among the prices` });
    }
    return problems;
  });
}

const constantProblems = ({ cited = [] }: PaperClaim, names: ReadonlySet<string>): FigureProblem[] =>
  cited
    .map(({ constant }, index) => ({ constant, index }))
    .filter(({ constant }) => !names.has(constant))
    .map(({ constant, index }) => ({ path: ['cited', index], problem: `there is no constant ${constant}` }));

function relationProblems({ relations = [] }: PaperClaim, names: ReadonlySet<string>): FigureProblem[] {
  return relations.flatMap(({ formula }, index) => {
    const path = ['relations', index, 'formula'];
    try {
      const { left, right } = parseFormula(formula);
      const all = [...namesIn(left), ...namesIn(right)];
      const unknown = all.find((name) => !names.has(name));
      if (unknown !== undefined)
        return [{ path, problem: `"${unknown}" is no figure of the claim${hint(unknown, names)}` }];
      return all.length === 0 ? [{ path, problem: 'has no figure of the claim in it' }] : [];
    } catch (error) {
      if (!(error instanceof FormulaError)) throw error;
      return [{ path, problem: `"${formula}" ${error.message}` }];
    }
  });
}

/** A range has two ends, and a formula must say which. */
const hint = (name: string, names: ReadonlySet<string>): string =>
  names.has(`${name}.low`) ? `: it is a range, so write ${name}.low or ${name}.high` : '';
