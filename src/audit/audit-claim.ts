import type { AuditedCheck, AuditedFigure, AuditFacts, FigureVerdict, Finding, Print } from '../model/audit.ts';
import { BASE_UNITS } from '../model/claim-fields.ts';
import type { ProjectFacts } from '../model/facts.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import { explanationFor } from './assumptions.ts';
import { type Figure, figuresIn } from './claim-figures.ts';
import { diagnose } from './diagnose.ts';
import { type Equation, equationsIn, figureIn, groupByName } from './equations.ts';
import { namesIn, writeExpression } from './formula.ts';
import { asPrinted, outcomeOf, resolutionOf, sidesOf, strictly } from './judge.ts';
import type { Judged } from './judged.ts';
import { compareLogs } from './logs/compare-logs.ts';
import { mergeLogs } from './logs/merge-logs.ts';
import { ownershipOf } from './ownership.ts';
import { remarksOn } from './remarks/registry.ts';

/** A figure that could be wrong by more than this unnoticed is not checked. Our own judgement: a doubling must show. */
const COARSE = 2;

/**
 * Holds a claim against its own arithmetic: recomputes what follows from something else, by intervals of printed digits, and says of each figure whether it holds.
 *
 * @param facts what logs say of the same work, to hold it against them too
 * @param isMethodChosen whether somebody chose the method that the logs were costed by, so that its costs are held against the claim's
 * @throws Error when a text of the claim is no figure; claims of users are asked about that first
 */
export function auditClaim(
  claim: PaperClaim,
  version: string,
  facts?: ProjectFacts,
  isMethodChosen = false,
): AuditFacts {
  const { figures, problems } = figuresIn(claim);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(`${claim.name}: ${problem.path.join('.')}: ${problem.problem}`);
  const equations = equationsIn(claim, figures);
  const judged = judgeAll(equations, figures);
  const findings = diagnose(figures, judged);
  const logs = facts === undefined ? undefined : compareLogs(claim, figures, facts, isMethodChosen);
  const alone = figures.map((figure) => audited(figure, judged, findings));
  const ownership = ownershipOf(claim, figures);
  const { name, title, citation, notes = [] } = claim;
  return {
    generator: { name: 'runledger', version },
    claim: { name, title, citation, notes },
    figures: logs === undefined ? alone : mergeLogs(alone, logs),
    checks: judged.map(checkOf),
    findings,
    remarks: remarksOn({ claim, figures, judged, suspects: suspectsIn(findings) }),
    ...(logs === undefined ? {} : { logs }),
    ...(ownership === undefined ? {} : { ownership }),
  };
}

const suspectsIn = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.flatMap(({ suspect }) => (suspect === undefined ? [] : [suspect.figure])));

function judgeAll(equations: readonly Equation[], figures: readonly Figure[]): Judged[] {
  const byName = groupByName(figures);
  return equations.map((equation) => {
    const outcome = outcomeOf(equation);
    const resolution = resolutionOf(equation, outcome);
    const explanation = outcome === 'fails' ? explanationFor(equation, byName) : undefined;
    if (explanation === undefined) return { equation, outcome, resolution };
    const { assumption, isMistake } = explanation;
    return { equation, outcome: isMistake ? 'fails' : 'otherwise', assumption, resolution };
  });
}

/** A side that is computed has no unit of its own. */
const BARE: Print = { prefix: '', suffix: '', factor: 1, decimals: 2 };

function checkOf({ equation, outcome, assumption }: Judged): AuditedCheck {
  const { id, why, formula, figures } = equation;
  const [printed, recomputed] = sidesOf(equation, strictly(equation));
  const [asSaid, fromSaid] = sidesOf(equation, asPrinted(equation));
  const [first = ''] = namesIn(formula.left);
  const write = (nameOf: (name: string) => string): string =>
    `${writeExpression(formula.left, nameOf)} ${formula.relation} ${writeExpression(formula.right, nameOf)}`;
  return {
    id,
    why,
    formula: write((name) => figures.get(name)?.title ?? name),
    sum: write((name) => figures.get(name)?.says ?? name),
    relation: formula.relation,
    printed,
    recomputed,
    print: formula.left.op === 'name' ? figureIn(equation, first).reading.print : BARE,
    gap: asSaid.low / fromSaid.low - 1,
    outcome,
    ...(assumption === undefined ? {} : { assumption }),
    figures: equation.ids,
  };
}

function audited(figure: Figure, judged: readonly Judged[], findings: readonly Finding[]): AuditedFigure {
  const own = judged.filter(({ equation }) => equation.ids.includes(figure.id));
  const { id, title, says, at, reading, dimension } = figure;
  return {
    ...{ id, title, says, at, reading, unit: BASE_UNITS[dimension] },
    ...verdictOf(figure, own, findings),
    checks: own.map(({ equation }) => equation.id),
    resolution: resolutionIn(own),
  };
}

const resolutionIn = (own: readonly Judged[]): number => Math.min(...own.map(({ resolution }) => resolution));

/** Whether something else than this check speaks for a figure. */
const isSupported = (own: readonly Judged[]): boolean =>
  own.some(({ outcome, resolution }) => outcome === 'holds' && resolution <= COARSE);

function verdictOf(
  figure: Figure,
  own: readonly Judged[],
  findings: readonly Finding[],
): { readonly verdict: FigureVerdict; readonly note?: string } {
  const finding = findings.find(({ suspect }) => suspect?.figure === figure.id);
  if (finding !== undefined) return { verdict: 'fails' };
  const unexplained = new Set(findings.filter(({ suspect }) => suspect === undefined).flatMap(({ checks }) => checks));
  if (!isSupported(own) && own.some(({ equation }) => unexplained.has(equation.id))) {
    return { verdict: 'fails', note: 'no single figure explains it' };
  }
  const otherwise = own.find(({ outcome }) => outcome === 'otherwise');
  if (otherwise?.assumption !== undefined && !isSupported(own)) {
    return { verdict: 'holds-otherwise', note: `if ${otherwise.assumption}` };
  }
  return own.some(({ resolution }) => resolution <= COARSE) ? explained(figure, own, findings) : unchecked(own);
}

/**
 * A figure whose only checks fail because of another figure holds with that one mended, if several checks agree on how, or if it is a count and that one a rounding. A single check of roundings
 * would be mended by any of them and speaks for none.
 */
function explained(
  figure: Figure,
  own: readonly Judged[],
  findings: readonly Finding[],
): { verdict: FigureVerdict; note?: string } {
  if (isSupported(own)) return { verdict: 'holds', ...oneSided(figure) };
  const finding = findings.find(({ checks }) => own.some(({ equation }) => checks.includes(equation.id)));
  const to = finding?.suspect;
  if (finding === undefined || to === undefined)
    return { verdict: 'holds', note: 'as far as words such as “about” reach' };
  const areAgreed = finding.checks.length > 1 && finding.alternatives.every((each) => each.figure !== figure.id);
  if (areAgreed || (figure.reading.kind === 'exact' && !isExact(own, to.figure)))
    return { verdict: 'holds', note: `with ${to.title} mended` };
  return { verdict: 'unchecked', note: `only a sum that does not hold has it. That is laid to ${to.title}` };
}

/** Whether the figure of an id, which stands in some of these checks, is no rounding. */
const isExact = (judged: readonly Judged[], id: string): boolean =>
  judged.some(({ equation }) =>
    [...equation.figures.values()].some((each) => each.id === id && each.reading.kind === 'exact'),
  );

/** What is said to be at least or at most so much is checked from one side. */
function oneSided({ reading: { kind } }: Figure): { note?: string } {
  if (kind === 'at-least') return { note: 'a smaller figure would hold as well' };
  return kind === 'at-most' ? { note: 'a larger figure would hold as well' } : {};
}

function unchecked(own: readonly Judged[]): { verdict: FigureVerdict; note: string } {
  const factor = resolutionIn(own);
  const note = Number.isFinite(factor)
    ? `compared only so coarsely that it could be wrong by a factor of ${factor.toFixed(1)}`
    : 'no other figure of the claim says the same';
  return { verdict: 'unchecked', note };
}
