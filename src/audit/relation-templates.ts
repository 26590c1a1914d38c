import { type Formula, parseFormula } from './formula.ts';

/** What follows from what within an entry, by the names of its fields. Used where the claim has every figure in it. */
export interface Template {
  readonly formula: Formula;
  readonly why: string;
  /** Fields beside which it says nothing of its own. */
  readonly unless: readonly string[];
  /** A field on the way from one side to the other: where it is printed clearly, both sides are held against it instead. */
  readonly via?: string;
}

const template = (formula: string, why: string, ...unless: readonly string[]): Template => ({
  formula: parseFormula(formula),
  why,
  unless,
});

/** A product of fields, in formula and in words. */
interface Product {
  readonly fields: string;
  readonly words: string;
  readonly unless: readonly string[];
}

const product = (fields: string, words: string, ...unless: readonly string[]): Product => ({ fields, words, unless });

/** What says how much device time there was. Jobs say it where nothing closer does. */
const DEVICE_TIMES: readonly Product[] = [
  product('count * hours', 'devices × time'),
  product('deviceHours', 'device time'),
  product('jobs * devicesPerJob * meanJob', 'jobs × devices of each × their mean length', 'deviceHours'),
  product('jobs * meanJob', 'jobs × their mean length, with one device a job', 'deviceHours', 'devicesPerJob'),
];

/** What the devices drew, without the building: kWh. */
const DRAWS: readonly Product[] = [
  product('power * hours / 1000', 'power × time'),
  ...DEVICE_TIMES.map(({ fields, words, unless }) =>
    product(`devicePower * ${fields} / 1000`, `power of a device × ${words}`, ...unless),
  ),
];

/** The same with the building, where a PUE is said. */
const ENERGIES: readonly Product[] = [
  ...DRAWS.map(({ fields, words, unless }) => product(`pue * ${fields}`, `PUE × ${words}`, ...unless)),
  ...DRAWS.map(({ fields, words, unless }) => product(fields, words, ...unless, 'pue')),
];

/** What is computed from energy, where the energy itself is not printed, or not clearly. */
const fromEnergy = (field: string, rate: string, what: string, words: string): readonly Template[] =>
  ENERGIES.map((energy) => ({
    ...template(`${field} = ${energy.fields} * ${rate}`, `${what} ${energy.words} × ${words}`, ...energy.unless),
    via: 'energy',
  }));

/** Rent for so much device time. A cost may be one number or a range, and so may a price: one of a range lies within what the ends give. */
const rentOf = ({ fields: time, unless }: Product): readonly Template[] => [
  template(`cloud = price * ${time}`, 'cloud cost is price × device time', ...unless),
  template(`cloud.low = price.low * ${time}`, 'cloud cost is price × device time', ...unless),
  template(`cloud.high = price.high * ${time}`, 'cloud cost is price × device time', ...unless),
  template(`price.low * ${time} <= cloud`, 'cloud cost is no less than the lowest price × device time', ...unless),
  template(`cloud <= price.high * ${time}`, 'cloud cost is no more than the highest price × device time', ...unless),
  template(`cloud.low <= price * ${time}`, 'the range of cloud costs begins below price × device time', ...unless),
  template(`price * ${time} <= cloud.high`, 'the range of cloud costs ends above price × device time', ...unless),
];

/** What follows from what within one entry. */
export const TEMPLATES: readonly Template[] = [
  template('deviceHours = count * hours', 'device time is devices × time'),
  template('deviceHours = jobs * devicesPerJob * meanJob', 'device time is jobs × devices of each × their mean length'),
  template(
    'deviceHours = jobs * meanJob',
    'device time is jobs × their mean length, with one device a job',
    'devicesPerJob',
  ),
  template('concurrency = deviceHours / span', 'devices busy on average are device time ÷ span'),
  template('power = count * devicePower', 'power is devices × power of each'),
  ...ENERGIES.map(({ fields, words, unless }) => template(`energy = ${fields}`, `energy is ${words}`, ...unless)),
  template('co2e = energy * intensity', 'emissions are energy × carbon intensity'),
  template('co2e = pue * power * hours / 1000 * intensity', 'emissions are PUE × power × time × carbon intensity'),
  ...fromEnergy('co2e', 'intensity', 'emissions are', 'carbon intensity').slice(1),
  ...DEVICE_TIMES.flatMap(rentOf),
  template('electricity = energy * electricityPrice', 'electricity cost is energy × price'),
  ...fromEnergy('electricity', 'electricityPrice', 'electricity cost is', 'price'),
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
export const REPEATING: readonly Template[] = [
  template('deviceHours = jobs * other.deviceHours', 'each job repeats the other training'),
];
