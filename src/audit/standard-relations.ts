import { CONSTANT_FIELDS } from '../model/claim-fields.ts';
import type { ClaimEntry, PaperClaim } from '../model/paper-claim.ts';
import { priceKeyOf } from './claim-figures.ts';
import { type Expression, type Formula, namesIn, parseFormula } from './formula.ts';

/** An equation that must hold between figures of a claim, by their names. */
export interface Relation {
  readonly formula: Formula;
  readonly why: string;
}

interface Template {
  readonly formula: Formula;
  readonly why: string;
  /** Fields beside which it says nothing of its own. */
  readonly unless?: readonly string[];
}

const template = (formula: string, why: string, ...unless: readonly string[]): Template => ({
  formula: parseFormula(formula),
  why,
  unless,
});

/** Rent for so much device time. A cost may be one number or a range, and so may a price: one of a range lies within what the ends give. */
const rentOf = (time: string): readonly Template[] => [
  template(`cloud = price * ${time}`, 'cloud cost is price × device time'),
  template(`cloud.low = price.low * ${time}`, 'cloud cost is price × device time'),
  template(`cloud.high = price.high * ${time}`, 'cloud cost is price × device time'),
  template(`price.low * ${time} <= cloud`, 'cloud cost is no less than the lowest price × device time'),
  template(`cloud <= price.high * ${time}`, 'cloud cost is no more than the highest price × device time'),
  template(`cloud.low <= price * ${time}`, 'the range of cloud costs begins below price × device time'),
  template(`price * ${time} <= cloud.high`, 'the range of cloud costs ends above price × device time'),
];

/** What follows from what within one entry. A template is used where the claim has every figure in it. */
const TEMPLATES: readonly Template[] = [
  template('deviceHours = count * hours', 'device time is devices × time'),
  template('deviceHours = jobs * devicesPerJob * meanJob', 'device time is jobs × devices of each × their mean length'),
  template(
    'deviceHours = jobs * meanJob',
    'device time is jobs × their mean length, with one device a job',
    'devicesPerJob',
  ),
  template('concurrency = deviceHours / span', 'devices busy on average are device time ÷ span'),
  template('power = count * devicePower', 'power is devices × power of each'),
  template('energy = pue * power * hours / 1000', 'energy is PUE × power × time'),
  template('energy = pue * devicePower * deviceHours / 1000', 'energy is PUE × power of a device × device time'),
  template('energy = pue * devicePower * count * hours / 1000', 'energy is PUE × power × devices × time'),
  template('energy = power * hours / 1000', 'energy is power × time', 'pue'),
  template('energy = devicePower * deviceHours / 1000', 'energy is power of a device × device time', 'pue'),
  template('energy = devicePower * count * hours / 1000', 'energy is power of a device × devices × time', 'pue'),
  template('co2e = energy * intensity', 'emissions are energy × carbon intensity'),
  template('co2e = pue * power * hours / 1000 * intensity', 'emissions are PUE × power × time × carbon intensity'),
  ...['count * hours', 'deviceHours'].flatMap(rentOf),
  template('electricity = energy * electricityPrice', 'electricity cost is energy × price'),
  template(
    'electricity = co2e / intensity * electricityPrice',
    'electricity cost is energy × price, and energy is emissions ÷ carbon intensity',
    'energy',
  ),
  template('cloud.low <= cloud.high', 'a range begins below its end'),
  template('price.low <= price.high', 'a range begins below its end'),
  template('shortestJob <= meanJob', 'a mean lies between the extremes'),
  template('meanJob <= longestJob', 'a mean lies between the extremes'),
  template('sweeps <= jobs', 'a sweep has at least a job'),
];

/** Templates for an entry that repeats another: its job is that entry's whole work. */
const REPEATING: readonly Template[] = [
  template('deviceHours = jobs * other.deviceHours', 'each job repeats the other training'),
];

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
export function relationsIn(claim: PaperClaim, names: ReadonlySet<string>): readonly Relation[] {
  const standard = Object.entries(claim.entries).flatMap(([key, entry]) => relationsOfEntry(claim, names, key, entry));
  const said = (claim.relations ?? []).map(({ formula, why }) => ({ formula: parseFormula(formula), why }));
  return [...standard, ...said];
}

function relationsOfEntry(claim: PaperClaim, names: ReadonlySet<string>, key: string, entry: ClaimEntry): Relation[] {
  const priceKey = priceKeyOf(claim, entry);
  const nameOf = (field: string): string | undefined => {
    const [first = '', ...rest] = field.split('.');
    const candidates = [`${key}.${field}`];
    if (first === 'price' && priceKey !== undefined) candidates.push(['price', priceKey, ...rest].join('.'));
    if (first === 'other' && entry.scaledFrom !== undefined) candidates.push([entry.scaledFrom, ...rest].join('.'));
    if (Object.hasOwn(CONSTANT_FIELDS, first)) candidates.push(field);
    return candidates.find((name) => names.has(name));
  };
  const templates =
    entry.jobs === undefined || entry.scaledFrom === undefined ? TEMPLATES : [...TEMPLATES, ...REPEATING];
  const found = templates.flatMap(({ formula, why, unless = [] }) => {
    if (unless.some((field) => nameOf(field) !== undefined)) return [];
    const own = renamed(formula, nameOf);
    return own === undefined ? [] : [{ formula: own, why }];
  });
  return [...found, ...sharesOf(names, key, entry)];
}

/** The shares of an entry add up to all of it. */
function sharesOf(names: ReadonlySet<string>, key: string, { shares = {} }: ClaimEntry): Relation[] {
  const parts = Object.keys(shares)
    .map((hardware) => `${key}.shares.${hardware}`)
    .filter((name) => names.has(name))
    .map((name): Expression => ({ op: 'name', name }));
  if (parts.length < 2) return [];
  const left = parts.reduce((sum, part) => ({ op: '+', left: sum, right: part }));
  return [{ formula: { left, relation: '=', right: { op: 'number', value: 1 } }, why: 'shares add up to the whole' }];
}
