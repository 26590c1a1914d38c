import type { AuditedFigure, LogCheck, LogComparison } from '../../model/audit.ts';
import { printAs } from '../../model/print-number.ts';

/** The figures with what logs say of them: what nothing else tells is then told, and what logs contradict does not hold. */
export const mergeLogs = (figures: readonly AuditedFigure[], { checks }: LogComparison): readonly AuditedFigure[] =>
  figures.map((figure) => {
    const check = checks.find((each) => each.figure === figure.id);
    return check === undefined ? figure : merged(figure, check);
  });

function merged(figure: AuditedFigure, check: LogCheck): AuditedFigure {
  const by = check.by === undefined ? '' : ` ${check.by}`;
  const says = `the logs say ${printAs(check.print, check.logged, 2)}${by}`;
  if (check.verdict === 'fails') return { ...figure, verdict: 'fails', note: says };
  if (figure.verdict !== 'unchecked') return figure;
  return check.verdict === 'holds'
    ? { ...figure, verdict: 'holds', note: `by the logs${by === '' ? '' : `,${by}`}` }
    : { ...figure, verdict: 'holds-otherwise', note: `by the logs, ${check.note}` };
}
