/** What a figure measures. */
export type Dimension =
  | 'time'
  | 'energy'
  | 'mass'
  | 'money'
  | 'power'
  | 'count'
  | 'ratio'
  | 'intensity'
  | 'price'
  | 'energy-price';

/** The unit that each is in inside. */
export const BASE_UNITS: Readonly<Record<Dimension, string>> = {
  time: 'h',
  energy: 'kWh',
  mass: 'kg',
  money: 'USD',
  power: 'W',
  count: '1',
  ratio: '1',
  intensity: 'kg/kWh',
  price: 'USD/h',
  'energy-price': 'USD/kWh',
};

/** A figure that an entry of a claim may have. */
export interface FieldForm {
  readonly dimension: Dimension;
  /** As a reader knows it. */
  readonly label: string;
  /** Counts are no roundings. */
  readonly exact?: true;
  /** Whether it may be a range: `$52–$175`. */
  readonly range?: true;
}

export const ENTRY_FIELDS = {
  count: { dimension: 'count', label: 'devices', exact: true },
  jobs: { dimension: 'count', label: 'jobs', exact: true },
  devicesPerJob: { dimension: 'count', label: 'devices a job' },
  sweeps: { dimension: 'count', label: 'sweeps', exact: true },
  hours: { dimension: 'time', label: 'time' },
  deviceHours: { dimension: 'time', label: 'device time' },
  span: { dimension: 'time', label: 'span' },
  meanJob: { dimension: 'time', label: 'mean job' },
  shortestJob: { dimension: 'time', label: 'shortest job' },
  longestJob: { dimension: 'time', label: 'longest job' },
  concurrency: { dimension: 'count', label: 'devices busy on average' },
  power: { dimension: 'power', label: 'power' },
  devicePower: { dimension: 'power', label: 'power of a device' },
  energy: { dimension: 'energy', label: 'energy' },
  co2e: { dimension: 'mass', label: 'CO2e' },
  cloud: { dimension: 'money', label: 'cloud cost', range: true },
  electricity: { dimension: 'money', label: 'electricity cost' },
  purchase: { dimension: 'money', label: 'purchase of the hardware' },
  lifetime: { dimension: 'time', label: 'life of the hardware' },
} as const satisfies Readonly<Record<string, FieldForm>>;
export type EntryField = keyof typeof ENTRY_FIELDS;

/** Constants, of the claim as a whole or of one entry. */
export const CONSTANT_FIELDS = {
  pue: { dimension: 'ratio', label: 'PUE' },
  intensity: { dimension: 'intensity', label: 'CO2e per kWh' },
  electricityPrice: { dimension: 'energy-price', label: 'price of electricity' },
} as const satisfies Readonly<Record<string, FieldForm>>;
export type ConstantField = keyof typeof CONSTANT_FIELDS;

export const PRICE_FORM: FieldForm = { dimension: 'price', label: 'price', exact: true, range: true };
