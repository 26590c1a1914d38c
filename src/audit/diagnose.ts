import type { Finding, OtherReading } from '../model/audit.ts';
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
 * several, the one that mends most, then one that is a rounding rather than a count, then the smaller change.
 */
export function diagnose(figures: readonly Figure[], judged: readonly Judged[]): readonly Finding[] {
  const failing = judged.filter(({ outcome }) => outcome === 'fails').map(({ equation }) => equation);
  const candidates = figures.flatMap((figure) => candidateFor(figure, judged, failing));
  const open = new Set(failing.map(({ id }) => id));
  const findings: Finding[] = [];
  while (open.size > 0) {
    const [best, ...others] = ranked(candidates, open);
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

function candidateFor(figure: Figure, judged: readonly Judged[], failing: readonly Equation[]): Candidate[] {
  const mends = failing.filter(({ ids }) => ids.includes(figure.id)).map(({ id }) => id);
  if (mends.length === 0) return [];
  const reading = otherReadingOf(
    figure,
    judged.filter(({ equation }) => equation.ids.includes(figure.id)),
  );
  return reading === undefined ? [] : [{ figure, reading, mends: new Set(mends) }];
}

/** Candidates that mend something that is still open, the most likely first. */
function ranked(candidates: readonly Candidate[], open: ReadonlySet<string>): Candidate[] {
  const mended = ({ mends }: Candidate): number => [...mends].filter((id) => open.has(id)).length;
  const isExact = ({ figure }: Candidate): number => Number(figure.reading.kind === 'exact');
  const change = ({ figure, reading }: Candidate): number => Math.abs(Math.log(reading.reads / figure.reading.value));
  return candidates
    .filter((candidate) => mended(candidate) > 0)
    .sort((a, b) => mended(b) - mended(a) || isExact(a) - isExact(b) || change(a) - change(b));
}
