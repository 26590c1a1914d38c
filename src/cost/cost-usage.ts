import type { Basis } from '../model/basis.ts';
import { addRanges, estimate, multiplyRanges, type Range, scaleRange } from '../model/estimate.ts';
import type { Method, Rate } from '../model/method.ts';
import type { Costs } from '../model/tier.ts';
import type { Usage } from '../model/usage.ts';
import { UNKNOWN_GPU } from './recognise-gpus.ts';

const WATTS_PER_KILOWATT = 1000;

/** The name by which a method knows a model: empty for an unknown one. */
const methodName = (model: string): string => (model === UNKNOWN_GPU ? '' : model);

/**
 * Costs usage under a method: energy = Σ hours × W ÷ 1000 × PUE; CO2e = energy × grid; electricity = energy × price; cloud = Σ GPU-hours × rent. Bounds multiply bound by bound: the
 * constants are shared by all attempts, so their errors do not average out.
 */
export function costUsage(usage: Usage, method: Method): Costs {
  const models = [...usage.gpuHoursByModel];
  const it = addRanges([
    ...models.map(([model, hours]) => scaleRange(method.gpuPower(methodName(model)), hours)),
    scaleRange(method.cpuPower, usage.cpuHours),
    scaleRange(method.memoryPower, usage.memoryGbHours),
  ]);
  const energy = multiplyRanges(scaleRange(it, 1 / WATTS_PER_KILOWATT), method.pue);
  const cloud = addRanges(models.map(([model, hours]) => scaleRange(method.gpuPrice(methodName(model)), hours)));
  const power = powerRates(usage, method);
  return {
    energyKwh: estimate<'kWh'>(energy, basisOf([...power, method.pue])),
    co2eKg: estimate<'kg'>(multiplyRanges(energy, method.grid), basisOf([...power, method.pue, method.grid])),
    electricityUsd: estimate<'USD'>(
      multiplyRanges(energy, method.electricity),
      basisOf([...power, method.pue, method.electricity]),
    ),
    cloudUsd: estimate<'USD'>(cloud, basisOf(priceRates(usage, method))),
  };
}

function powerRates(usage: Usage, method: Method): Rate[] {
  const gpus = [...usage.gpuHoursByModel.keys()].map((model) => method.gpuPower(methodName(model)));
  const cpus = usage.cpuHours > 0 && method.cpuPower.high > 0 ? [method.cpuPower] : [];
  const memory = usage.memoryGbHours > 0 && method.memoryPower.high > 0 ? [method.memoryPower] : [];
  return [...gpus, ...cpus, ...memory];
}

const priceRates = (usage: Usage, method: Method): Rate[] =>
  [...usage.gpuHoursByModel.keys()].map((model) => method.gpuPrice(methodName(model)));

/** The constants of a method that costing this usage draws on, each once. */
export function ratesUsed(usage: Usage, method: Method): Rate[] {
  const all = [...powerRates(usage, method), method.pue, method.grid, method.electricity, ...priceRates(usage, method)];
  return [...new Map(all.map((rate) => [rate.name, rate])).values()];
}

const HOURS: Basis = { kind: 'logged', note: 'hours and hardware from the logs' };

const basisOf = (rates: readonly Rate[]): Basis[] => {
  const distinct = new Map(
    [HOURS, ...rates.flatMap((rate) => rate.basis)].map((basis) => [JSON.stringify(basis), basis]),
  );
  return [...distinct.values()];
};

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
