import type { Basis } from '../model/basis.ts';
import { addRanges, estimate, multiplyRanges, type Range, scaleRange } from '../model/estimate.ts';
import type { Method, Rate } from '../model/method.ts';
import type { Costs } from '../model/tier.ts';
import type { Usage } from '../model/usage.ts';
import { UNKNOWN_GPU } from './recognise-gpus.ts';

const WATTS_PER_KILOWATT = 1000;

/** The name by which a method knows a model: empty for an unknown one. */
const methodName = (model: string): string => (model === UNKNOWN_GPU ? '' : model);

/** What a method says of one mix of hardware: found once a mix, since a project has thousands of sweeps and a handful of mixes. */
interface Tariff {
  /** In the order of the mix's models. */
  readonly gpuPower: readonly Rate[];
  readonly gpuPrice: readonly Rate[];
  /** Everything that draws power. */
  readonly power: readonly Rate[];
  readonly basis: Readonly<Record<keyof Costs, readonly Basis[]>>;
}

const tariffs = new WeakMap<Method, Map<string, Tariff>>();

function tariffOf(usage: Usage, method: Method): Tariff {
  const known = tariffs.get(method) ?? new Map<string, Tariff>();
  tariffs.set(method, known);
  const mix = `${usage.cpuHours > 0} ${usage.memoryGbHours > 0} ${[...usage.gpuHoursByModel.keys()].join('\u0000')}`;
  const tariff = known.get(mix) ?? findTariff(usage, method);
  known.set(mix, tariff);
  return tariff;
}

function findTariff(usage: Usage, method: Method): Tariff {
  const models = [...usage.gpuHoursByModel.keys()].map(methodName);
  const [gpuPower, gpuPrice] = [models.map(method.gpuPower), models.map(method.gpuPrice)];
  const cpus = usage.cpuHours > 0 && method.cpuPower.high > 0 ? [method.cpuPower] : [];
  const memory = usage.memoryGbHours > 0 && method.memoryPower.high > 0 ? [method.memoryPower] : [];
  const power = [...gpuPower, ...cpus, ...memory];
  const basis = {
    energyKwh: basisOf([...power, method.pue]),
    co2eKg: basisOf([...power, method.pue, method.grid]),
    electricityUsd: basisOf([...power, method.pue, method.electricity]),
    cloudUsd: basisOf(gpuPrice),
  };
  return { gpuPower, gpuPrice, power, basis };
}

const HOURS: Basis = { kind: 'logged', note: 'hours and hardware from the logs' };

const basisOf = (rates: readonly Rate[]): Basis[] => {
  const all = [HOURS, ...rates.flatMap((rate) => rate.basis)];
  return [...new Map(all.map((basis) => [JSON.stringify(basis), basis])).values()];
};

/**
 * Costs usage under a method: energy = Σ hours × W ÷ 1000 × PUE; CO2e = energy × grid; electricity = energy × price; cloud = Σ GPU-hours × rent. Bounds multiply bound by bound: the
 * constants are shared by all attempts, so their errors do not average out.
 */
export function costUsage(usage: Usage, method: Method): Costs {
  const { gpuPower, gpuPrice, basis } = tariffOf(usage, method);
  const hours = [...usage.gpuHoursByModel.values()];
  const each = (rates: readonly Rate[]): Range[] =>
    rates.map((rate, index) => scaleRange(rate, hours[index] as number));
  const host = [scaleRange(method.cpuPower, usage.cpuHours), scaleRange(method.memoryPower, usage.memoryGbHours)];
  const machines = scaleRange(addRanges([...each(gpuPower), ...host]), 1 / WATTS_PER_KILOWATT);
  const energy = multiplyRanges(machines, method.pue);
  return {
    energyKwh: estimate<'kWh'>(energy, basis.energyKwh),
    co2eKg: estimate<'kg'>(multiplyRanges(energy, method.grid), basis.co2eKg),
    electricityUsd: estimate<'USD'>(multiplyRanges(energy, method.electricity), basis.electricityUsd),
    cloudUsd: estimate<'USD'>(addRanges(each(gpuPrice)), basis.cloudUsd),
  };
}

/** The constants of a method that costing this usage draws on, each once. */
export function ratesUsed(usage: Usage, method: Method): Rate[] {
  const { power, gpuPrice } = tariffOf(usage, method);
  const all = [...power, method.pue, method.grid, method.electricity, ...gpuPrice];
  return [...new Map(all.map((rate) => [rate.name, rate])).values()];
}

/** Costs of one GPU-hour, core-hour and GB-hour at the method's middle values, for costing single attempts quickly. */
export interface MiddleRates {
  /** kWh and USD per GPU-hour, by canonical model. */
  readonly gpu: (model: string) => { readonly kwh: number; readonly usd: number };
  readonly kwhPerCpuHour: number;
  readonly kwhPerMemoryGbHour: number;
}

export function middleRates(method: Method): MiddleRates {
  const perHour = (rate: Range): number => (rate.value / WATTS_PER_KILOWATT) * method.pue.value;
  const known = new Map<string, { kwh: number; usd: number }>();
  return {
    gpu: (model) => {
      const name = methodName(model);
      const rates = known.get(name) ?? { kwh: perHour(method.gpuPower(name)), usd: method.gpuPrice(name).value };
      known.set(name, rates);
      return rates;
    },
    kwhPerCpuHour: perHour(method.cpuPower),
    kwhPerMemoryGbHour: perHour(method.memoryPower),
  };
}
