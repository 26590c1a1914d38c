import type { Method, Rate } from '../model/method.ts';
import type { Drawing, Usage } from '../model/usage.ts';
import { UNKNOWN_GPU } from './recognise-gpus.ts';
import { certain, type Spread, spreadOf, sumOf, timesRate } from './spread.ts';

const WATTS_PER_KILOWATT = 1000;

/** What measured energy counts in: a kilowatt-hour is 3.6 million joules. */
export const JOULES_PER_KWH = 3.6e6;

/** The name by which a method knows a model: empty for an unknown one. */
export const methodName = (model: string): string => (model === UNKNOWN_GPU ? '' : model);

type Hours = ReadonlyMap<string, number>;

/** The parts of a usage whose energy is modelled: all of it where nothing was measured. */
const modelledOf = (drawing: Drawing): Omit<Drawing, 'power'> => drawing.power?.modelled ?? drawing;

const watts = (hours: Hours | undefined, rateOf: (model: string) => Rate): Spread[] =>
  [...(hours ?? [])].map(([model, amount]) => spreadOf(rateOf(methodName(model)), amount / WATTS_PER_KILOWATT));

/**
 * What machines drew, kWh, before the building's overhead: (Σ hours × W ÷ 1000 + joules of GPUs alone) × overhead of the machine + joules of whole machines. What was measured has no
 * width of its own.
 */
function machineEnergy(drawing: Drawing, method: Method): Spread {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = modelledOf(drawing);
  const { power } = drawing;
  const { joules, gpuJoules } = power?.measured ?? { joules: 0, gpuJoules: 0 };
  const components = [
    ...watts(gpuHoursByModel, method.gpuPower),
    ...(method.measured === undefined ? [] : watts(power?.utilised.busyHoursByModel, method.measured.gpuBusy)),
    ...(method.measured === undefined ? [] : watts(power?.utilised.idleHoursByModel, method.measured.gpuIdle)),
    spreadOf(method.cpuPower, cpuHours / WATTS_PER_KILOWATT),
    spreadOf(method.memoryPower, memoryGbHours / WATTS_PER_KILOWATT),
    certain(gpuJoules / JOULES_PER_KWH),
  ];
  const inMachine = sumOf(components);
  const drawn = method.overhead === undefined ? inMachine : timesRate(inMachine, method.overhead);
  const metered = joules - gpuJoules;
  return metered > 0 ? sumOf([drawn, certain(metered / JOULES_PER_KWH)]) : drawn;
}

/** Electricity with the building's overhead, kWh. */
export const energyOf = (drawing: Drawing, method: Method): Spread =>
  timesRate(machineEnergy(drawing, method), method.pue);

/** Emissions of electricity, kg: each year's energy at the grid of that year, as far as the method knows years and the logs know dates. */
export function emissionsOf(usage: Usage, method: Method): Spread {
  const { gridIn } = method;
  if (gridIn === undefined || usage.byYear === undefined) return timesRate(energyOf(usage, method), method.grid);
  const years = [...usage.byYear].map(([year, drawing]) =>
    timesRate(energyOf(drawing, method), Number.isNaN(year) ? method.grid : gridIn(year)),
  );
  return sumOf(years);
}

/** Rent of the GPUs, USD: by partition where that has a price, else by model. */
export function rentOf(usage: Usage, method: Method): Spread {
  const apart = [...(usage.pricedApart ?? [])].flatMap(([partition, hours]) => {
    const price = method.partitionPrice?.get(partition);
    return price === undefined ? [] : [...hours].map(([, amount]) => spreadOf(price, amount));
  });
  const rest = [...hoursPricedByModel(usage)].map(([model, hours]) =>
    spreadOf(method.gpuPrice(methodName(model)), hours),
  );
  return sumOf([...apart, ...rest]);
}

/** GPU-hours outside of partitions that have a price of their own. */
export function hoursPricedByModel({ gpuHoursByModel, pricedApart }: Usage): Hours {
  if (pricedApart === undefined) return gpuHoursByModel;
  const rest = [...gpuHoursByModel].map(([model, hours]) => {
    const apart = [...pricedApart.values()].reduce((sum, byModel) => sum + (byModel.get(model) ?? 0), 0);
    return [model, hours - apart] as const;
  });
  return new Map(rest.filter(([, hours]) => hours > LEAST_HOURS));
}

/** What is left of hours that were all taken away, in floating point. */
const LEAST_HOURS = 1e-9;
