import type { Dimension } from '../model/claim-fields.ts';

/** A unit as texts write it. */
export interface Unit {
  readonly dimension: Dimension;
  /** Base units in one of it: h, kWh, kg, W, kg per kWh. */
  readonly factor: number;
}

const KG_PER_LB = 0.453_592_37; // by definition, NIST SP 811
/** The Julian year of astronomers, 365.25 days; a month is its twelfth. */
const HOURS_PER_YEAR = 365.25 * 24;

type Units = Readonly<Record<string, number>>;

const TIME: Units = {
  s: 1 / 3600,
  sec: 1 / 3600,
  second: 1 / 3600,
  min: 1 / 60,
  minute: 1 / 60,
  h: 1,
  hr: 1,
  hour: 1,
  d: 24,
  day: 24,
  week: 168,
  month: HOURS_PER_YEAR / 12,
  yr: HOURS_PER_YEAR,
  year: HOURS_PER_YEAR,
};
const ENERGY: Units = { wh: 1e-3, kwh: 1, mwh: 1e3, gwh: 1e6, mj: 1 / 3.6, gj: 1e3 / 3.6 };
const POWER: Units = { w: 1, watt: 1, kw: 1e3, kilowatt: 1e3, mw: 1e6, megawatt: 1e6 };
const MASS: Units = {
  g: 1e-3,
  gram: 1e-3,
  kg: 1,
  kilogram: 1,
  t: 1e3,
  tonne: 1e3,
  'metric ton': 1e3,
  lb: KG_PER_LB,
  pound: KG_PER_LB,
};
const PERCENT: Units = { '%': 0.01, percent: 0.01, 'per cent': 0.01 };

const TABLES: readonly (readonly [Dimension, Units])[] = [
  ['time', TIME],
  ['energy', ENERGY],
  ['power', POWER],
  ['mass', MASS],
  ['ratio', PERCENT],
];

/** What is said beside a unit and changes nothing: `GPU-hours`, `kg CO2e`, `lbs of CO2`, `gCO2eq/kWh`. */
const BESIDE =
  /\b(?:gpu|tpu|cpu|device|chip|accelerator|compute)[- ](?=h\b|hr|hour|d\b|day|year)|\s*(?:of )?co_?2[- ]?(?:eq|e)?(?=\s*(?:\/|per\b|$))/g;

/** The unit in a text, which may be of several words; undefined where it is none that is known. `t` and `T` are one, as are `mW` and `MW`. */
export function findUnit(text: string): Unit | undefined {
  const bare = text
    .toLowerCase()
    .replaceAll('₂', '2')
    .replace(BESIDE, '')
    .replace(/\s+per\s+/g, '/')
    .trim();
  const [above = '', below, more] = bare.split('/').map((part) => part.trim());
  if (more !== undefined) return undefined;
  return below === undefined ? plainUnit(above) : quotient(above, below);
}

function plainUnit(name: string): Unit | undefined {
  for (const [dimension, units] of TABLES) {
    for (const each of [name, name.replace(/s$/, '')]) {
      if (Object.hasOwn(units, each)) return { dimension, factor: units[each] as number };
    }
  }
  return name === '$' || name === 'usd' || name === 'dollar' || name === 'dollars'
    ? { dimension: 'money', factor: 1 }
    : undefined;
}

/** `lb/kWh`, `$/h`, `USD/kWh`, `$/GPU-hour`; a price of an hour may say of what. */
function quotient(above: string, below: string): Unit | undefined {
  const [over, under] = [plainUnit(above), plainUnit(below)];
  if (over === undefined || under === undefined) return undefined;
  const dimension = QUOTIENTS[`${over.dimension}/${under.dimension}`];
  return dimension === undefined ? undefined : { dimension, factor: over.factor / under.factor };
}

const QUOTIENTS: Readonly<Record<string, Dimension>> = {
  'mass/energy': 'intensity',
  'money/time': 'price',
  'money/energy': 'energy-price',
};
