import type { Remark } from '../../model/audit.ts';
import { printAs } from '../../model/print-number.ts';
import type { Figure } from '../claim-figures.ts';
import { solve } from '../evaluate.ts';
import { namesIn } from '../formula.ts';
import { asPrinted, sidesOf } from '../judge.ts';
import type { Judged } from '../judged.ts';
import type { RemarkFinder } from './remark-context.ts';

/** Words such as "about" are worth a remark where the figure is off by more than this. Our own judgement. */
const WORTH_SAYING = 0.05;

/** What "about" and the like stand for, where other figures tell, and it is not what a reader would take it for. */
export const vagueWords: RemarkFinder = ({ figures, judged, suspects }) =>
  figures
    .filter(({ id, reading }) => reading.kind === 'about' && !suspects.has(id))
    .flatMap((figure): Remark[] => {
      const own = judged.filter(({ equation }) => equation.ids.includes(figure.id));
      // One that needs no other vague word is more telling, then one that says it in other figures than the same in another place, then the sharper one.
      const [telling] = own
        .map((each) => ({ each, value: valueBy(each, figure) }))
        .filter(({ value }) => value !== undefined && Number.isFinite(value))
        .sort(
          (a, b) => vagueIn(a.each) - vagueIn(b.each) || sizeOf(b.each) - sizeOf(a.each) || sharper(a.each, b.each),
        );
      const value = telling?.value;
      if (telling === undefined || value === undefined) return [];
      const gap = value / figure.reading.value - 1;
      if (telling.each.outcome !== 'vague' && Math.abs(gap) <= WORTH_SAYING) return [];
      const exact = printAs(figure.reading.print, value, 2);
      const message = `${figure.title}: “${figure.says}” is ${exact} by the other figures (${gap > 0 ? '+' : '−'}${Math.abs(100 * gap).toFixed(0)} %)`;
      return [{ rule: 'vague-words', severity: 'warning', message, at: figure.at }];
    });

const vagueIn = ({ equation }: Judged): number =>
  [...equation.figures.values()].filter(({ reading }) => reading.kind === 'about').length;

const sizeOf = ({ equation }: Judged): number => equation.figures.size;

/** Less where the first is; two that see no size are alike. */
const sharper = (one: Judged, other: Judged): number =>
  one.resolution === other.resolution ? 0 : one.resolution - other.resolution;

/** The value that an equation gives the figure, all others being as printed. */
function valueBy({ equation }: Judged, { id }: Figure): number | undefined {
  const name = [...equation.figures].find(([, each]) => each.id === id)?.[0];
  if (name === undefined || equation.formula.relation === '≤') return undefined;
  const { left, right } = equation.formula;
  const isLeft = namesIn(left).includes(name);
  const [ofLeft, ofRight] = sidesOf(equation, asPrinted(equation));
  return solve(isLeft ? left : right, isLeft ? ofRight : ofLeft, name, asPrinted(equation))?.low;
}
