import type { Interval, Reading } from '../model/audit.ts';
import type { PaperClaim } from '../model/paper-claim.ts';
import type { Figure } from './claim-figures.ts';
import { type Formula, namesIn } from './formula.ts';
import { type Mistake, type Relation, relationsIn } from './standard-relations.ts';

/** A relation between definite readings: which figure stands for each of its names. */
export interface Equation {
  readonly id: string;
  readonly why: string;
  readonly formula: Formula;
  /** In the order in which they stand in the formula, each once. */
  readonly figures: ReadonlyMap<string, Figure>;
  /** Ids of its figures, in the order in which they stand there. */
  readonly ids: readonly string[];
  /** A mistake that the relation knows of. */
  readonly mistake?: Mistake;
}

/** The figure that stands for a name of an equation. */
export const figureIn = ({ figures }: Pick<Equation, 'figures'>, name: string): Figure => figures.get(name) as Figure;

/** Stands for a second reading of a figure where it is held against the first. */
const OTHER = 'other reading';

/** Every equation of a claim: its relations, for each reading that is finer than the first, and each further reading against the first. */
export function equationsIn(claim: PaperClaim, figures: readonly Figure[]): readonly Equation[] {
  const byName = groupByName(figures);
  const relations = relationsIn(claim, byName);
  const drafts = [...[...byName.values()].flatMap(sameFigure), ...relations.flatMap((each) => instances(each, byName))];
  return drafts.map((draft, index) => ({ id: `c${index + 1}`, ...draft, ids: idsIn(draft) }));
}

/** Readings of each figure, the first that is said first. */
export function groupByName(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) groups.set(figure.name, [...(groups.get(figure.name) ?? []), figure]);
  return groups;
}

type Draft = Omit<Equation, 'id' | 'ids'>;

const idsIn = ({ formula, figures }: Draft): readonly string[] => [
  ...new Set([...namesIn(formula.left), ...namesIn(formula.right)].map((name) => figureIn({ figures }, name).id)),
];

function sameFigure([first, ...others]: readonly Figure[]): Draft[] {
  if (first === undefined) return [];
  return others.map((other) => ({
    why: 'the same figure in two places',
    formula: {
      left: { op: 'name', name: OTHER },
      relation: '=',
      right: { op: 'name', name: first.name },
    },
    figures: new Map([
      [OTHER, other],
      [first.name, first],
    ]),
  }));
}

/** A relation once for each choice of readings that are no coarser than the first of their figure. */
function instances({ formula, why, mistake }: Relation, byName: ReadonlyMap<string, readonly Figure[]>): Draft[] {
  const names = [...new Set([...namesIn(formula.left), ...namesIn(formula.right)])];
  let choices: ReadonlyMap<string, Figure>[] = [new Map()];
  for (const name of names) {
    const fine = firstAndFiner(byName.get(name) ?? []);
    if (choices.length * fine.length > MOST_CHOICES) fine.length = 1;
    choices = choices.flatMap((chosen) => fine.map((figure) => new Map([...chosen, [name, figure]])));
  }
  const known = mistake === undefined ? {} : { mistake };
  return choices.map((chosen) => ({ why, formula, figures: chosen, ...known }));
}

/** A relation of very many figures is held against their first readings alone. */
const MOST_CHOICES = 64;

/** The reading that counts, and those that are finer. */
function firstAndFiner(readings: readonly Figure[]): Figure[] {
  const [first] = readings as [Figure];
  return readings.filter((each) => each === first || isFiner(each.reading, first.reading));
}

const isFiner = (one: Reading, other: Reading): boolean => width(one) < width(other);

const width = ({ low, high, value }: Interval & { readonly value: number }): number => (high - low) / value;
