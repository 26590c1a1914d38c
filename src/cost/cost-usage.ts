import type { Basis } from '../model/basis.ts';
import { estimate } from '../model/estimate.ts';
import type { Method, Rate } from '../model/method.ts';
import type { Costs, FigureCauses } from '../model/tier.ts';
import type { Drawing, Usage } from '../model/usage.ts';
import { causesOfRange, rangeOf } from './bounds.ts';
import { emissionsOf, energyOf, hoursPricedByModel, methodName, rentOf } from './draw.ts';
import { extraRates } from './extras.ts';
import { type Spread, timesRate } from './spread.ts';

/** The constants that a mix of hardware draws on: found once a mix, since a project has thousands of sweeps and a handful of mixes. */
interface Tariff {
  /** Everything that draws power, the building included. */
  readonly power: readonly Rate[];
  readonly grids: readonly Rate[];
  readonly rent: readonly Rate[];
  readonly basis: Readonly<Record<keyof Costs, readonly Basis[]>>;
}

const tariffs = new WeakMap<Method, Map<string, Tariff>>();

/** The parts of a usage whose energy is modelled: all of it where nothing was measured. */
const modelledOf = (drawing: Drawing) => drawing.power?.modelled ?? drawing;

const modelsOf = (hours: ReadonlyMap<string, number> | undefined): string[] => [...(hours?.keys() ?? [])];

function tariffOf(usage: Usage, method: Method): Tariff {
  const known = tariffs.get(method) ?? new Map<string, Tariff>();
  tariffs.set(method, known);
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(usage);
  const names = [usage.gpuHoursByModel, gpuHoursByModel, usage.power?.utilised.busyHoursByModel].map(modelsOf);
  const partitions = [...(usage.pricedApart?.keys() ?? [])];
  const years = [...(usage.byYear?.keys() ?? [])].map(String);
  const mix = [cpuHours > 0, memoryGbHours > 0, ...[...names, partitions, years].map((each) => each.join('\u0000'))];
  const key = mix.join('\u0001');
  const tariff = known.get(key) ?? findTariff(usage, method);
  known.set(key, tariff);
  return tariff;
}

function findTariff(usage: Usage, method: Method): Tariff {
  const power = powerRates(usage, method);
  const rent = [
    ...[...(usage.pricedApart?.keys() ?? [])].flatMap((partition) => method.partitionPrice?.get(partition) ?? []),
    ...modelsOf(hoursPricedByModel(usage)).map(methodName).map(method.gpuPrice),
  ];
  const grids = gridRates(usage, method);
  const basis = {
    energyKwh: basisOf(power),
    co2eKg: basisOf([...power, ...grids]),
    electricityUsd: basisOf([...power, method.electricity]),
    cloudUsd: basisOf(rent),
  };
  return { power, grids, rent, basis };
}

function powerRates(usage: Usage, method: Method): Rate[] {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(usage);
  const utilised = modelsOf(usage.power?.utilised.busyHoursByModel).map(methodName);
  return [
    ...modelsOf(gpuHoursByModel).map(methodName).map(method.gpuPower),
    ...utilised.flatMap((model) => method.measured?.gpuIdle(model) ?? []),
    ...utilised.flatMap((model) => method.measured?.gpuBusy(model) ?? []),
    ...(cpuHours > 0 && method.cpuPower.high > 0 ? [method.cpuPower] : []),
    ...(memoryGbHours > 0 && method.memoryPower.high > 0 ? [method.memoryPower] : []),
    ...(method.overhead === undefined ? [] : [method.overhead]),
    method.pue,
  ];
}

/** The grid in each year of the usage. */
function gridRates({ byYear }: Usage, method: Method): Rate[] {
  const years = [...(byYear?.keys() ?? [])];
  const { gridIn } = method;
  if (gridIn === undefined || years.length === 0) return [method.grid];
  return years.map((year) => (Number.isNaN(year) ? method.grid : gridIn(year)));
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

/** The four figures, each with what moves it. */
const spreadsOf = (usage: Usage, method: Method): Readonly<Record<keyof Costs, () => Spread>> => ({
  energyKwh: () => energyOf(usage, method),
  co2eKg: () => emissionsOf(usage, method),
  cloudUsd: () => rentOf(usage, method),
  electricityUsd: () => timesRate(energyOf(usage, method), method.electricity),
});

/**
 * Costs usage under a method: energy = (measured joules + Σ hours × W ÷ 1000 × overhead) × PUE; CO2e = energy × grid of the year; electricity = energy × price; cloud = Σ GPU-hours × rent. All attempts
 * share the constants, so their errors do not average out; different causes are independent of each other (`bounds.ts`).
 */
export const costUsage = (usage: Usage, method: Method): Costs => new CostsOfUsage(usage, method);

/** A class, so that thousands of sweeps share the getters: as functions of each sweep's own, with what they close over, they took 2 KB a sweep. */
class CostsOfUsage implements Costs {
  readonly #usage: Usage;
  readonly #method: Method;
  readonly energyKwh: Costs['energyKwh'];
  readonly cloudUsd: Costs['cloudUsd'];

  constructor(usage: Usage, method: Method) {
    this.#usage = usage;
    this.#method = method;
    const { basis } = tariffOf(usage, method);
    const spreads = spreadsOf(usage, method);
    this.energyKwh = estimate<'kWh'>(rangeOf(spreads.energyKwh()), supported(basis.energyKwh, usage));
    this.cloudUsd = estimate<'USD'>(rangeOf(spreads.cloudUsd()), basis.cloudUsd);
  }

  // Of thousands of sweeps nobody asks for these two: they are worked out when somebody does.
  get co2eKg(): Costs['co2eKg'] {
    return estimate<'kg'>(rangeOf(this.#spreads.co2eKg()), supported(this.#basis.co2eKg, this.#usage));
  }

  get electricityUsd(): Costs['electricityUsd'] {
    return estimate<'USD'>(rangeOf(this.#spreads.electricityUsd()), supported(this.#basis.electricityUsd, this.#usage));
  }

  get #spreads() {
    return spreadsOf(this.#usage, this.#method);
  }

  get #basis() {
    return tariffOf(this.#usage, this.#method).basis;
  }
}

/** The bases of a figure of energy, and before them how much of it was measured. */
function supported(bases: readonly Basis[], usage: Usage): readonly Basis[] {
  const logged = measuredBasis(usage);
  return logged.length === 0 ? bases : [...logged, ...bases];
}

/** What makes each figure of a usage a range, the largest cause first. */
export function causesOfCosts(usage: Usage, method: Method): FigureCauses {
  const { energyKwh, co2eKg, cloudUsd, electricityUsd } = spreadsOf(usage, method);
  return {
    energyKwh: causesOfRange(energyKwh()),
    co2eKg: causesOfRange(co2eKg()),
    cloudUsd: causesOfRange(cloudUsd()),
    electricityUsd: causesOfRange(electricityUsd()),
  };
}

/** The constants of a method that costing this usage draws on, each once; last those of figures that stand beside the costs. */
export function ratesUsed(usage: Usage, method: Method): Rate[] {
  const { power, grids, rent } = tariffOf(usage, method);
  const all = [...power, ...grids, method.electricity, ...rent, ...extraRates(usage, method)];
  return [...new Map(all.map((rate) => [rate.name, rate])).values()];
}
