import { CONSTANT_FIELDS } from '../model/claim-fields.ts';
import type { ClaimEntry, PaperClaim } from '../model/paper-claim.ts';
import { type Figure, priceKeyOf } from './claim-figures.ts';
import { type Expression, type Formula, namesIn, parseFormula } from './formula.ts';
import { priceSharing } from './price-sharing.ts';
import { REPEATING, TEMPLATES } from './relation-templates.ts';

/** An equation that must hold between figures of a claim, by their names. */
export interface Relation {
  readonly formula: Formula;
  readonly why: string;
  /** A mistake by which its left side would be so many times as much. */
  readonly mistake?: Mistake;
}

/** A usual mistake of a paper: by which factor printed ÷ recomputed is then off, and how it is said. */
export interface Mistake {
  readonly factor: number;
  readonly assumption: string;
}

/** Which figures a name has. */
type ByName = ReadonlyMap<string, readonly Figure[]>;

/** Writes other names into a formula; undefined when one has none. */
function renamed(formula: Formula, nameOf: (name: string) => string | undefined): Formula | undefined {
  const names = [...namesIn(formula.left), ...namesIn(formula.right)];
  if (names.some((name) => nameOf(name) === undefined)) return undefined;
  const rename = (part: Expression): Expression => {
    if (part.op === 'name') return { op: 'name', name: nameOf(part.name) as string };
    if (part.op === 'number') return part;
    return 'all' in part
      ? { ...part, all: part.all.map(rename) }
      : { ...part, left: rename(part.left), right: rename(part.right) };
  };
  return { ...formula, left: rename(formula.left), right: rename(formula.right) };
}

/** The relations of a claim: those that follow from the form of its entries, and those that it says. */
export function relationsIn(claim: PaperClaim, byName: ByName): readonly Relation[] {
  const standard = Object.entries(claim.entries).flatMap(([key, entry]) => relationsOfEntry(claim, byName, key, entry));
  const said = (claim.relations ?? []).map(({ formula, why }) => ({ formula: parseFormula(formula), why }));
  return [...standard, ...said];
}

function relationsOfEntry(claim: PaperClaim, byName: ByName, key: string, entry: ClaimEntry): Relation[] {
  const priceKey = priceKeyOf(claim, entry);
  const nameOf = (field: string): string | undefined => {
    const [first = '', ...rest] = field.split('.');
    const candidates = [`${key}.${field}`];
    if (first === 'price' && priceKey !== undefined) candidates.push(['price', priceKey, ...rest].join('.'));
    if (first === 'other' && entry.scaledFrom !== undefined) candidates.push([entry.scaledFrom, ...rest].join('.'));
    if (Object.hasOwn(CONSTANT_FIELDS, first)) candidates.push(field);
    return candidates.find((name) => byName.has(name));
  };
  const templates =
    entry.jobs === undefined || entry.scaledFrom === undefined ? TEMPLATES : [...TEMPLATES, ...REPEATING];
  const found = templates.flatMap(({ formula, why, unless, via }): Relation[] => {
    if (unless.some((field) => nameOf(field) !== undefined)) return [];
    if (via !== undefined && isClear(byName.get(nameOf(via) ?? ''))) return [];
    const own = renamed(formula, nameOf);
    return own === undefined ? [] : shared({ formula: own, why }, claim, entry);
  });
  return [...found, ...sharesOf(byName, key, entry)];
}

/** A figure whose rounding is wider than this, or that is one-sided or vague, leaves open what is computed from it. Our own judgement. */
const CLEAR = 1.05;

const isClear = (readings: readonly Figure[] = []): boolean =>
  readings.some(
    ({ reading: { kind, low, high } }) => (kind === 'rounded' || kind === 'exact') && low > 0 && high / low < CLEAR,
  );

/** A relation of rent with the part of the price that falls to what is counted; none where that part is not known. */
function shared(relation: Relation, claim: PaperClaim, entry: ClaimEntry): Relation[] {
  const key = priceKeyOf(claim, entry);
  const price = key === undefined ? undefined : claim.prices?.[key];
  const names = [...namesIn(relation.formula.left), ...namesIn(relation.formula.right)];
  const isOfRent = names.some((name) => name.startsWith('price.')) && names.some((name) => !name.startsWith('price.'));
  if (price === undefined || !isOfRent) return [relation];
  const { inside, counted } = priceSharing(price, entry);
  if (inside === undefined) return [];
  if (inside === 1) return [relation];
  const { left, right } = relation.formula;
  const formula = { ...relation.formula, left: dividedPrice(left, inside), right: dividedPrice(right, inside) };
  const assumption = `the price of a ${price.per} is taken for that of each ${counted}, of which one has ${inside}`;
  return [{ ...relation, formula, mistake: { factor: inside, assumption } }];
}

/** Writes a price as so many parts of it. */
function dividedPrice(part: Expression, inside: number): Expression {
  if (part.op === 'number' || 'all' in part) return part;
  if (part.op !== 'name') {
    return { ...part, left: dividedPrice(part.left, inside), right: dividedPrice(part.right, inside) };
  }
  return part.name.startsWith('price.') ? { op: '/', left: part, right: { op: 'number', value: inside } } : part;
}

/** The shares of an entry add up to all of it. */
function sharesOf(names: ByName, key: string, { shares = {} }: ClaimEntry): Relation[] {
  const parts = Object.keys(shares)
    .map((hardware) => `${key}.shares.${hardware}`)
    .filter((name) => names.has(name))
    .map((name): Expression => ({ op: 'name', name }));
  if (parts.length < 2) return [];
  const left = parts.reduce((sum, part) => ({ op: '+', left: sum, right: part }));
  return [{ formula: { left, relation: '=', right: { op: 'number', value: 1 } }, why: 'shares add up to the whole' }];
}
