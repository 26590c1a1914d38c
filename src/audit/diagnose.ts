import type { Finding, OtherReading } from '../model/audit.ts';
import { CONSTANT_FIELDS } from '../model/claim-fields.ts';
import type { Figure } from './claim-figures.ts';
import type { Equation } from './equations.ts';
import type { Judged } from './judged.ts';
import { otherReadingOf } from './other-reading.ts';

/** A single figure that could be to blame, and what its correction would mend. */
interface Candidate {
  readonly figure: Figure;
  readonly reading: OtherReading;
  /** Ids of the failing equations that it stands in. */
  readonly mends: ReadonlySet<string>;
}

/**
 * Lays what does not hold to as few figures as possible. A figure can be to blame if another reading of it, to as many digits, makes every equation that it stands in hold; of
 * several, the one that mends most, then one that is a rounding rather than a count, then one that is computed from the others, then the smaller change.
 */
export function diagnose(figures: readonly Figure[], judged: readonly Judged[]): readonly Finding[] {
  const failing = judged.filter(({ outcome }) => outcome === 'fails').map(({ equation }) => equation);
  const candidates = figures.flatMap((figure) => candidateFor(figure, judged, failing));
  const computed = new Set(failing.flatMap(computedIn));
  const open = new Set(failing.map(({ id }) => id));
  const findings: Finding[] = [];
  while (open.size > 0) {
    const [best, ...others] = ranked(candidates, open, computed);
    if (best === undefined) break;
    const checks = [...best.mends].filter((id) => open.has(id));
    const alternatives = others
      .filter(({ mends }) => checks.every((id) => mends.has(id)))
      .map(({ reading }) => reading);
    findings.push({ suspect: best.reading, alternatives, checks });
    for (const id of checks) open.delete(id);
  }
  return [...findings, ...[...open].map((id) => ({ alternatives: [], checks: [id] }))];
}

/** The figure that an equation computes from others. An order computes none. */
function computedIn({ formula, figures }: Equation): string[] {
  if (formula.relation === '≤' || formula.left.op !== 'name') return [];
  const figure = figures.get(formula.left.name);
  return figure === undefined ? [] : [figure.id];
}

function candidateFor(figure: Figure, judged: readonly Judged[], failing: readonly Equation[]): Candidate[] {
  const mends = failing.filter(({ ids }) => ids.includes(figure.id)).map(({ id }) => id);
  if (mends.length === 0) return [];
  const reading = otherReadingOf(
    figure,
    judged.filter(({ equation }) => equation.ids.includes(figure.id)),
  );
  return reading === undefined ? [] : [{ figure, reading, mends: new Set(mends) }];
}

/** Whether the other figures give it a value, not only a bound: what is small enough would mend any number of sums, which proves nothing. */
const isBounded = ({ fits: { low, high } }: OtherReading): boolean => low > 0 && Number.isFinite(high);

/** Constants of the claim are taken as exact: what two entries have wrong alike may be theirs, what three have is the constant's. */
const isConstant = ({ name }: Figure): boolean => Object.hasOwn(CONSTANT_FIELDS, name);

/** Candidates that mend something that is still open, the most likely first. */
function ranked(
  candidates: readonly Candidate[],
  open: ReadonlySet<string>,
  computed: ReadonlySet<string>,
): Candidate[] {
  const openIn = ({ mends }: Candidate): number => [...mends].filter((id) => open.has(id)).length;
  const mended = (candidate: Candidate): number => {
    const count = openIn(candidate);
    if (isConstant(candidate.figure)) return count - 1;
    return isBounded(candidate.reading) ? count : Math.min(1, count);
  };
  const isExact = ({ figure }: Candidate): number => Number(figure.reading.kind === 'exact');
  const isInput = ({ figure }: Candidate): number => Number(!computed.has(figure.id));
  const change = ({ figure, reading }: Candidate): number => Math.abs(Math.log(reading.reads / figure.reading.value));
  return candidates
    .filter((candidate) => openIn(candidate) > 0)
    .sort(
      (a, b) => mended(b) - mended(a) || isExact(a) - isExact(b) || isInput(a) - isInput(b) || change(a) - change(b),
    );
}
