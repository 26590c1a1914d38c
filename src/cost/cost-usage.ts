import type { Basis } from '../model/basis.ts';
import { addRanges, estimate, exactly, multiplyRanges, type Range, scaleRange } from '../model/estimate.ts';
import type { Method, Rate } from '../model/method.ts';
import type { Costs } from '../model/tier.ts';
import type { Usage } from '../model/usage.ts';
import { UNKNOWN_GPU } from './recognise-gpus.ts';

const WATTS_PER_KILOWATT = 1000;

/** The name by which a method knows a model: empty for an unknown one. */
export const methodName = (model: string): string => (model === UNKNOWN_GPU ? '' : model);

/** What a method says of one mix of hardware: found once a mix, since a project has thousands of sweeps and a handful of mixes. */
interface Tariff {
  /** In the order of the models: of those modelled from hours, and of those whose utilisation is known. */
  readonly gpuPower: readonly Rate[];
  readonly gpuBusy: readonly Rate[];
  readonly gpuIdle: readonly Rate[];
  readonly gpuPrice: readonly Rate[];
  /** Everything that draws power. */
  readonly power: readonly Rate[];
  readonly basis: Readonly<Record<keyof Costs, readonly Basis[]>>;
}

const tariffs = new WeakMap<Method, Map<string, Tariff>>();

/** The parts of a usage whose energy is modelled: all of it where nothing was measured. */
const modelledOf = (usage: Usage) => usage.power?.modelled ?? usage;

const modelsOf = (hours: ReadonlyMap<string, number> | undefined): string[] => [...(hours?.keys() ?? [])];

function tariffOf(usage: Usage, method: Method): Tariff {
  const known = tariffs.get(method) ?? new Map<string, Tariff>();
  tariffs.set(method, known);
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(usage);
  const models = [usage.gpuHoursByModel, gpuHoursByModel, usage.power?.utilised.busyHoursByModel].map(modelsOf);
  const mix = `${cpuHours > 0} ${memoryGbHours > 0} ${models.map((names) => names.join('\u0000')).join('\u0001')}`;
  const tariff = known.get(mix) ?? findTariff(usage, method);
  known.set(mix, tariff);
  return tariff;
}

function findTariff(usage: Usage, method: Method): Tariff {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(usage);
  const gpuPrice = modelsOf(usage.gpuHoursByModel).map(methodName).map(method.gpuPrice);
  const gpuPower = modelsOf(gpuHoursByModel).map(methodName).map(method.gpuPower);
  const utilised = modelsOf(usage.power?.utilised.busyHoursByModel).map(methodName);
  const gpuBusy = utilised.flatMap((model) => method.measured?.gpuBusy(model) ?? []);
  const gpuIdle = utilised.flatMap((model) => method.measured?.gpuIdle(model) ?? []);
  const cpus = cpuHours > 0 && method.cpuPower.high > 0 ? [method.cpuPower] : [];
  const memory = memoryGbHours > 0 && method.memoryPower.high > 0 ? [method.memoryPower] : [];
  const power = [...gpuPower, ...gpuIdle, ...gpuBusy, ...cpus, ...memory];
  const basis = {
    energyKwh: basisOf([...power, method.pue]),
    co2eKg: basisOf([...power, method.pue, method.grid]),
    electricityUsd: basisOf([...power, method.pue, method.electricity]),
    cloudUsd: basisOf(gpuPrice),
  };
  return { gpuPower, gpuBusy, gpuIdle, gpuPrice, power, basis };
}

const HOURS: Basis = { kind: 'logged', note: 'hours and hardware from the logs' };

const basisOf = (rates: readonly Rate[]): Basis[] => {
  const all = [HOURS, ...rates.flatMap((rate) => rate.basis)];
  return [...new Map(all.map((basis) => [JSON.stringify(basis), basis])).values()];
};

/** How much of the energy rests on measurements. */
function measuredBasis({ power, gpuHours }: Usage): Basis[] {
  if (power === undefined) return [];
  const { measured, utilised } = power;
  const share = (part: number): string =>
    gpuHours > 0 ? `, ${((100 * part) / gpuHours).toFixed(1)} % of the GPU-hours` : '';
  const attempts = ({ attempts }: { attempts: number }): string =>
    `${Number(attempts.toFixed(1))} attempt${attempts === 1 ? '' : 's'}`;
  const basis: Basis[] = [];
  const energy = `electricity as measured for ${attempts(measured)}${share(measured.gpuHours)}`;
  if (measured.attempts > 0) basis.push({ kind: 'logged', note: energy });
  const busy = `GPU utilisation as measured for ${attempts(utilised)}${share(utilised.gpuHours)}`;
  if (utilised.attempts > 0) basis.push({ kind: 'logged', note: busy });
  return basis;
}

/** What measured energy counts in: a kilowatt-hour is 3.6 million joules. */
export const JOULES_PER_KWH = 3.6e6;

const scaled = (rates: readonly Rate[], hours: ReadonlyMap<string, number> | undefined): Range[] => {
  const amounts = [...(hours?.values() ?? [])];
  return rates.map((rate, index) => scaleRange(rate, amounts[index] as number));
};

/**
 * Costs usage under a method: energy = (measured joules + Σ hours × W) ÷ 1000 × PUE; CO2e = energy × grid; electricity = energy × price; cloud = Σ GPU-hours × rent. Bounds multiply bound by bound: the
 * constants are shared by all attempts, so their errors do not average out. What was measured has no width of its own.
 */
export function costUsage(usage: Usage, method: Method): Costs {
  const { gpuPower, gpuBusy, gpuIdle, gpuPrice, basis } = tariffOf(usage, method);
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(usage);
  const utilised = usage.power?.utilised;
  const modelled = addRanges([
    ...scaled(gpuPower, gpuHoursByModel),
    ...scaled(gpuBusy, utilised?.busyHoursByModel),
    ...scaled(gpuIdle, utilised?.idleHoursByModel),
    scaleRange(method.cpuPower, cpuHours),
    scaleRange(method.memoryPower, memoryGbHours),
  ]);
  const measured = exactly((usage.power?.measured.joules ?? 0) / JOULES_PER_KWH);
  const machines = addRanges([scaleRange(modelled, 1 / WATTS_PER_KILOWATT), measured]);
  const energy = multiplyRanges(machines, method.pue);
  const logged = measuredBasis(usage);
  const supported = (bases: readonly Basis[]): readonly Basis[] =>
    logged.length === 0 ? bases : [...logged, ...bases];
  return {
    energyKwh: estimate<'kWh'>(energy, supported(basis.energyKwh)),
    co2eKg: estimate<'kg'>(multiplyRanges(energy, method.grid), supported(basis.co2eKg)),
    electricityUsd: estimate<'USD'>(multiplyRanges(energy, method.electricity), supported(basis.electricityUsd)),
    cloudUsd: estimate<'USD'>(addRanges(scaled(gpuPrice, usage.gpuHoursByModel)), basis.cloudUsd),
  };
}

/** The constants of a method that costing this usage draws on, each once. */
export function ratesUsed(usage: Usage, method: Method): Rate[] {
  const { power, gpuPrice } = tariffOf(usage, method);
  const all = [...power, method.pue, method.grid, method.electricity, ...gpuPrice];
  return [...new Map(all.map((rate) => [rate.name, rate])).values()];
}
