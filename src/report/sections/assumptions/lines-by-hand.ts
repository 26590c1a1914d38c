import type { ProjectFacts } from '../../../model/facts.ts';
import type { Method, Rate } from '../../../model/method.ts';
import type { Drawing, Usage } from '../../../model/usage.ts';
import { counted } from '../../render/format.ts';
import { modelName } from '../../render/names.ts';

/** One line of a sum: an amount times a rate. */
export interface Product {
  readonly what: string;
  readonly amount: number;
  readonly unit: string;
  readonly rate: number;
  readonly rateUnit: string;
  readonly result: number;
  readonly resultUnit: string;
}

const WATT_HOURS_IN_A_KWH = 1000;
const JOULES_PER_KWH = 3.6e6;

/** What is left of hours that were all taken away, in floating point. */
const LEAST_HOURS = 1e-9;

/** The middle figures of a project, line by line: energy, emissions, electricity, rent, and what stands beside them. */
export function linesByHand({ usage, method }: ProjectFacts): Product[] {
  const energy = machineKwh(usage, method) * method.pue.value;
  return [
    ...energyLines(usage, method, energy),
    ...emissionLines(usage, method),
    product('electricity', energy, 'kWh', method.electricity.value, '$/kWh', '$'),
    ...rentLines(usage, method),
    ...extraLines(usage, method),
  ];
}

/** What stands beside the four figures and is in none of them. */
function extraLines({ gpuHours, gpuHoursByModel }: Usage, { embodied, own }: Method): Product[] {
  const making =
    embodied && product('making of the hardware', gpuHours, 'GPU-hours', embodied.value, 'kg/h', 'kg CO₂e');
  const bought = [...gpuHoursByModel].flatMap(([model, hours]) => {
    const rate = own?.perGpuHour(keyOf(model));
    return rate === undefined
      ? []
      : [product(`own ${modelName(model)}, share of its purchase`, hours, 'GPU-hours', rate.value, '$/h', '$')];
  });
  return [...bought, ...(making !== undefined && gpuHours > 0 ? [making] : [])];
}

const product = (
  what: string,
  quantity: number,
  unit: string,
  rate: number,
  rateUnit: string,
  resultUnit: string,
): Product => ({ what, amount: quantity, unit, rate, rateUnit, result: quantity * rate, resultUnit });

const kwh = (what: string, hours: number, unit: string, watts: number): Product => ({
  ...product(what, hours, unit, watts, 'W', 'kWh'),
  result: (hours * watts) / WATT_HOURS_IN_A_KWH,
});

const sum = (lines: readonly Product[]): number => lines.reduce((all, { result }) => all + result, 0);

/** What machines drew, and what the building adds. */
function energyLines(usage: Usage, method: Method, energy: number): Product[] {
  const { overhead, pue } = method;
  const components = componentLines(usage, method);
  const hasMachine = overhead !== undefined && components.length > 0;
  const machine = hasMachine ? [product('the whole machine', sum(components), 'kWh', overhead.value, '', 'kWh')] : [];
  const building = product('the building’s overhead (PUE)', energy / pue.value, 'kWh', pue.value, '', 'kWh');
  return [...components, ...machine, ...meteredLines(usage), building];
}

/** What machines drew before the building's overhead, kWh. */
const machineKwh = (drawing: Drawing, method: Method): number =>
  sum(componentLines(drawing, method)) * (method.overhead?.value ?? 1) + sum(meteredLines(drawing));

/** Energy drawn by GPUs, processors and memory; parts without draw are left out. */
function componentLines(drawing: Drawing, method: Method): Product[] {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = drawing.power?.modelled ?? drawing;
  const gpus = [...gpuHoursByModel].map(([model, hours]) =>
    kwh(modelName(model), hours, 'GPU-hours', method.gpuPower(keyOf(model)).value),
  );
  const rest = [
    kwh('processors', cpuHours, 'core-hours', method.cpuPower.value),
    kwh('memory', memoryGbHours, 'GB-hours', method.memoryPower.value),
  ];
  const atGpus = measured('measured at the GPUs', drawing.power?.measured.gpuJoules ?? 0);
  return [...atGpus, ...gpus, ...utilisedLines(drawing, method), ...rest.filter(({ result }) => result > 0)];
}

/** What was measured needs no constant. */
const measured = (what: string, joules: number): Product[] =>
  joules > 0
    ? [{ ...product(what, joules / 1e6, 'MJ', 1 / 3.6, 'kWh/MJ', 'kWh'), result: joules / JOULES_PER_KWH }]
    : [];

/** Whole machines whose energy was measured. */
function meteredLines({ power }: Drawing): Product[] {
  if (power === undefined) return [];
  const { attempts, joules, gpuJoules } = power.measured;
  return measured(`measured, ${gpuJoules > 0 ? 'whole machines' : counted(attempts, 'attempt')}`, joules - gpuJoules);
}

/** GPUs whose utilisation was measured: their hours divided into busy and idle ones. */
function utilisedLines({ power }: Drawing, { measured: draws }: Method): Product[] {
  if (power === undefined || draws === undefined) return [];
  const { busyHoursByModel, idleHoursByModel } = power.utilised;
  const lines = (what: string, hours: ReadonlyMap<string, number>, rateOf: (model: string) => Rate): Product[] =>
    [...hours].map(([model, each]) =>
      kwh(`${modelName(model)}, ${what}`, each, 'GPU-hours', rateOf(keyOf(model)).value),
    );
  return [...lines('busy', busyHoursByModel, draws.gpuBusy), ...lines('idle', idleHoursByModel, draws.gpuIdle)];
}

/** The energy of each year at that year's grid. */
function emissionLines(usage: Usage, method: Method): Product[] {
  const line = (what: string, drawing: Drawing, grid: Rate): Product =>
    product(what, machineKwh(drawing, method) * method.pue.value, 'kWh', grid.value, 'kg/kWh', 'kg CO₂e');
  const { gridIn } = method;
  if (gridIn === undefined || usage.byYear === undefined) return [line('emissions', usage, method.grid)];
  return [...usage.byYear].map(([year, drawing]) =>
    Number.isNaN(year)
      ? line('emissions, undated', drawing, method.grid)
      : line(`emissions in ${year}`, drawing, gridIn(year)),
  );
}

function rentLines({ gpuHoursByModel, pricedApart }: Usage, method: Method): Product[] {
  const rent = (what: string, hours: number, price: number): Product =>
    product(what, hours, 'GPU-hours', price, '$/h', '$');
  const apart = [...(pricedApart ?? [])].map(([partition, byModel]) => {
    const hours = [...byModel.values()].reduce((all, each) => all + each, 0);
    return rent(`rent in partition ${partition}`, hours, method.partitionPrice?.get(partition)?.value ?? Number.NaN);
  });
  const rest = [...gpuHoursByModel].map(([model, hours]) => {
    const elsewhere = [...(pricedApart?.values() ?? [])].reduce((all, byModel) => all + (byModel.get(model) ?? 0), 0);
    return rent(`rent of ${modelName(model)}`, hours - elsewhere, method.gpuPrice(keyOf(model)).value);
  });
  return [...apart, ...rest.filter(({ amount }) => amount > LEAST_HOURS)];
}

/** Usage calls hardware without a name `unknown`; a method knows it by the empty text. */
const keyOf = (model: string): string => (model === 'unknown' ? '' : model);
