import type { Reading, Remark } from '../../model/audit.ts';
import { printAs, printSpan } from '../../model/print-number.ts';
import type { Figure } from '../claim-figures.ts';
import { namesIn } from '../formula.ts';
import { asPrinted, sidesOf } from '../judge.ts';
import type { Judged } from '../judged.ts';
import type { RemarkFinder } from './remark-context.ts';

/** Where printed digits give another number than is printed, and their rounding accounts for it: looks wrong and is not. */
export const rounding: RemarkFinder = ({ figures, judged, suspects }) => {
  const apparent = judged.flatMap((each) => apparentIn(each, suspects));
  const byFigure = new Map<string, Apparent[]>();
  for (const each of apparent) byFigure.set(each.by.id, [...(byFigure.get(each.by.id) ?? []), each]);
  return [...byFigure.values()].map((all) => remarkOn(all, figures));
};

/** A difference that is none: printed here, and computed from the digits of a figure that is rounded. */
interface Apparent {
  readonly by: Figure;
  readonly printed: string;
  readonly computed: string;
  /** Whether it is another figure, not the same in another place. */
  readonly isOther: boolean;
}

function apparentIn({ equation, outcome }: Judged, suspects: ReadonlySet<string>): Apparent[] {
  const { formula, figures } = equation;
  if (outcome !== 'holds' || formula.left.op !== 'name' || formula.relation === '≤') return [];
  if (equation.ids.some((id) => suspects.has(id))) return [];
  const left = figures.get(formula.left.name) as Figure;
  if (left.reading.kind === 'about' || left.reading.kind === 'at-least') return [];
  const { print, value } = left.reading;
  const [, { low }] = sidesOf(equation, asPrinted(equation));
  const [printed, computed] = [printAs(print, value), printAs(print, low)];
  const coarsest = namesIn(formula.right)
    .map((name) => figures.get(name) as Figure)
    .filter(({ reading }) => reading.kind !== 'exact')
    .sort((a, b) => width(b.reading) - width(a.reading))[0];
  return printed === computed || coarsest === undefined
    ? []
    : [{ by: coarsest, printed, computed, isOther: left.name !== coarsest.name }];
}

const width = ({ low, high, value }: Reading): number => (high - low) / value;

function remarkOn(all: readonly Apparent[], figures: readonly Figure[]): Remark {
  const { by, printed, computed } = all.find(({ isOther }) => isOther) ?? (all[0] as Apparent);
  const more = all.length > 1 ? `, and ${all.length - 1} more figures likewise` : '';
  const finer = figures.find(
    ({ name, id, reading }) => name === by.name && id !== by.id && width(reading) < width(by.reading),
  );
  const elsewhere =
    finer === undefined ? '' : ` (${finer.says}${finer.at.length > 0 ? ` in ${finer.at.join(', ')}` : ''})`;
  return {
    rule: 'rounding',
    severity: 'cleared',
    message: `${by.title}: to the digit, ${by.says} gives ${computed} where ${printed} is printed${more}. Its rounding, ${printSpan(by.reading.print, by.reading)}, accounts for that${elsewhere}`,
    at: by.at,
  };
}
