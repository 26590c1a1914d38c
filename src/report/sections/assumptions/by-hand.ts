import type { ProjectFacts } from '../../../model/facts.ts';
import type { Method, Rate } from '../../../model/method.ts';
import type { Usage } from '../../../model/usage.ts';
import { amount, counted, usd } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { modelName } from '../../render/names.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { plain } from './basis-line.ts';

/** One line of a sum: an amount times a rate. */
interface Product {
  readonly what: string;
  readonly amount: number;
  readonly unit: string;
  readonly rate: number;
  readonly rateUnit: string;
  readonly result: number;
  readonly resultUnit: string;
}

const WATT_HOURS_IN_A_KWH = 1000;

/** The project's middle figures worked out line by line from hours and constants, so that a reader can follow with a calculator. */
export function byHand(facts: ProjectFacts): Html {
  const { method, costs } = facts;
  if (!(costs.energyKwh.value > 0)) return html``;
  const drawn = powerLines(facts);
  const load = drawn.reduce((sum, { result }) => sum + result, 0);
  const energy = load * method.pue.value;
  const lines: Product[] = [
    ...drawn,
    product('the building’s overhead (PUE)', load, 'kWh', method.pue.value, '', energy, 'kWh'),
    product('emissions', energy, 'kWh', method.grid.value, 'kg/kWh', energy * method.grid.value, 'kg CO₂e'),
    product('electricity', energy, 'kWh', method.electricity.value, '$/kWh', energy * method.electricity.value, '$'),
    ...rentLines(facts),
  ];
  const measured = facts.usage.power === undefined ? '' : 'measured kWh + ';
  return html`<h3>The project’s figures by hand</h3>
<p class="formula">energy = (${measured}(GPU-hours × W + CPU-core-hours × W + GB-hours × W) ÷ 1000) × PUE; emissions = energy × grid
intensity; electricity = energy × price; cloud rent = GPU-hours × price.</p>
${captioned({ id: 'by-hand', caption: 'The same sums with this project’s hours and the middle value of each constant.', columns: COLUMNS, rows: lines.map(row) })}
<p>The page’s own middle figures: ${amount(costs.energyKwh.value)} kWh, ${amount(costs.co2eKg.value)} kg CO₂e,
${usd(costs.electricityUsd.value)} of electricity, ${usd(costs.cloudUsd.value)} of cloud rent.</p>`;
}

const COLUMNS = [
  { head: 'For', kind: 'prose' },
  { head: 'Amount', kind: 'number' },
  { head: '× Constant', kind: 'number' },
  { head: '= Result', kind: 'number' },
] as const;

function product(
  what: string,
  quantity: number,
  unit: string,
  rate: number,
  rateUnit: string,
  result: number,
  resultUnit: string,
): Product {
  return { what, amount: quantity, unit, rate, rateUnit, result, resultUnit };
}

const kwh = (what: string, hours: number, unit: string, watts: number): Product =>
  product(what, hours, unit, watts, 'W', (hours * watts) / WATT_HOURS_IN_A_KWH, 'kWh');

/** Energy drawn by GPUs, processors and memory before the building's overhead; parts without draw are left out. */
function powerLines({ usage, method }: ProjectFacts): Product[] {
  const { cpuHours, memoryGbHours, gpuHoursByModel } = usage.power?.modelled ?? usage;
  const gpus = [...gpuHoursByModel].map(([model, hours]) =>
    kwh(modelName(model), hours, 'GPU-hours', method.gpuPower(keyOf(model)).value),
  );
  const rest = [
    kwh('processors', cpuHours, 'core-hours', method.cpuPower.value),
    kwh('memory', memoryGbHours, 'GB-hours', method.memoryPower.value),
  ];
  return [
    ...measuredLines(usage),
    ...gpus,
    ...utilisedLines(usage, method),
    ...rest.filter(({ result }) => result > 0),
  ];
}

const JOULES_PER_KWH = 3.6e6;

/** What was measured needs no constant. */
function measuredLines({ power }: Usage): Product[] {
  if (power === undefined || power.measured.attempts === 0) return [];
  const { attempts, joules } = power.measured;
  const result = joules / JOULES_PER_KWH;
  return [product(`measured, ${counted(attempts, 'attempt')}`, joules / 1e6, 'MJ', 1 / 3.6, 'kWh/MJ', result, 'kWh')];
}

/** GPUs whose utilisation was measured: their hours divided into busy and idle ones. */
function utilisedLines({ power }: Usage, { measured }: Method): Product[] {
  if (power === undefined || measured === undefined) return [];
  const { busyHoursByModel, idleHoursByModel } = power.utilised;
  const lines = (what: string, hours: ReadonlyMap<string, number>, rateOf: (model: string) => Rate): Product[] =>
    [...hours].map(([model, each]) =>
      kwh(`${modelName(model)}, ${what}`, each, 'GPU-hours', rateOf(keyOf(model)).value),
    );
  return [...lines('busy', busyHoursByModel, measured.gpuBusy), ...lines('idle', idleHoursByModel, measured.gpuIdle)];
}

const rentLines = ({ usage, method }: ProjectFacts): Product[] =>
  [...usage.gpuHoursByModel].map(([model, hours]) => {
    const price = method.gpuPrice(keyOf(model)).value;
    return product(`rent of ${modelName(model)}`, hours, 'GPU-hours', price, '$/h', hours * price, '$');
  });

/** Usage calls hardware without a name `unknown`; a method knows it by the empty text. */
const keyOf = (model: string): string => (model === 'unknown' ? '' : model);

const row = (line: Product): Row => ({
  cells: [
    cell(line.what),
    cell(`${amount(line.amount)} ${line.unit}`),
    cell(`${plain(line.rate)} ${line.rateUnit}`.trim()),
    cell(line.resultUnit === '$' ? usd(line.result) : `${amount(line.result)} ${line.resultUnit}`),
  ],
});
