/** Seconds of a unit of time, by the names that headers give it. */
export const TIME_UNITS: Readonly<Record<string, number>> = {
  ms: 1e-3,
  millis: 1e-3,
  milliseconds: 1e-3,
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  sekunden: 1,
  m: 60,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  minuten: 60,
  h: 3600,
  hr: 3600,
  hrs: 3600,
  hour: 3600,
  hours: 3600,
  std: 3600,
  stunden: 3600,
  heure: 3600,
  heures: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  tage: 86_400,
  jour: 86_400,
  jours: 86_400,
};

/** Joules of a unit of energy. */
export const ENERGY_UNITS: Readonly<Record<string, number>> = {
  j: 1,
  joules: 1,
  kj: 1e3,
  /** Mega or milli, as it is written: see `energy-headers.ts`. */
  mj: Number.NaN,
  gj: 1e9,
  wh: 3600,
  kwh: 3.6e6,
  mwh: 3.6e9,
};

/** GB (1024³ bytes, as the job table counts memory) of a unit of memory; those of a thousand bytes are as schedulers use them, 1024 each. */
export const MEMORY_UNITS: Readonly<Record<string, number>> = {
  bytes: 1 / 1024 ** 3,
  kb: 1 / 1024 ** 2,
  kib: 1 / 1024 ** 2,
  mb: 1 / 1024,
  mib: 1 / 1024,
  gb: 1,
  gib: 1,
  tb: 1024,
  tib: 1024,
};

/** Whether a word is a unit that headers end in. */
export const isUnit = (word: string): boolean =>
  [TIME_UNITS, ENERGY_UNITS, MEMORY_UNITS].some((units) => Object.hasOwn(units, word));

/** What the user may call a unit of time in the configuration: seconds, NaN for what is none. */
export const secondsOf = (unit: string): number => TIME_UNITS[unit.toLowerCase()] ?? Number.NaN;

/** The same of memory: GB. */
export const gbOf = (unit: string): number => MEMORY_UNITS[unit.toLowerCase()] ?? Number.NaN;
