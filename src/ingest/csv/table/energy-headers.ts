import type { Role } from './roles.ts';
import { ENERGY_UNITS } from './units.ts';

/** What was metered, by letters and digits alone: of the whole job, or of its GPUs. Cores and memory alone are neither. */
const METERED =
  /^(?:total|gesamt|overall|measured|gemessene?|electric(?:al)?|elektrische)?(gpus?)?(?:energy|energie|power|electricity|électricité|elektrizität|strom|verbrauch|consumption)(?:use|used|usage|consumption|consumed|verbrauch|verbraucht|draw)?(?:total|gesamt)?$/u;

/**
 * What a header says of energy: `Strom (kWh)`, `Total energy (kWh)`, `power_consumption(kWh)`, `GPU energy (kWh)`.
 *
 * @param stem its letters and digits without the unit, in lower case
 * @param unit in lower case
 * @returns undefined for one that says something else, or has no unit of energy
 */
export function energyRole(stem: string, unit: string): Role | undefined {
  const match = Object.hasOwn(ENERGY_UNITS, unit) ? METERED.exec(stem) : null;
  if (match === null) return undefined;
  return match[1] === undefined ? 'energy' : 'gpuEnergy';
}

/** Joules of the unit of a header; NaN where it has none, or may mean mega and milli. */
export function joulesOfUnit(header: string, unit: string): number {
  if (unit !== 'mj') return ENERGY_UNITS[unit] ?? Number.NaN;
  if (/mJ(?![a-z])/.test(header)) return 1e-3;
  return (header === 'MJ' || header !== header.toUpperCase()) && /MJ(?![a-z])/.test(header) ? 1e6 : Number.NaN;
}
