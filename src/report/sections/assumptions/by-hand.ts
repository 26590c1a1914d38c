import type { ProjectFacts } from '../../../model/facts.ts';
import { amount, usd } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { plain } from './basis-line.ts';
import { linesByHand, type Product } from './lines-by-hand.ts';

/** The project's middle figures worked out line by line from hours and constants, so that a reader can follow with a calculator. */
export function byHand(facts: ProjectFacts): Html {
  const { costs } = facts;
  if (!(costs.energyKwh.value > 0)) return html``;
  return html`<h3>The project’s figures by hand</h3>
<p class="formula">${formula(facts)}</p>
${captioned({ id: 'by-hand', caption: 'The same sums with this project’s hours and the middle value of each constant.', columns: COLUMNS, rows: linesByHand(facts).map(row) })}
<p>The page’s own middle figures: ${amount(costs.energyKwh.value)} kWh, ${amount(costs.co2eKg.value)} kg CO₂e,
${usd(costs.electricityUsd.value)} of electricity, ${usd(costs.cloudUsd.value)} of cloud rent.</p>`;
}

function formula({ usage, method }: ProjectFacts): string {
  const measured = usage.power === undefined ? '' : 'measured kWh + ';
  const machine = method.overhead === undefined ? '' : ' × the whole machine';
  return `energy = (${measured}(GPU-hours × W + CPU-core-hours × W + GB-hours × W) ÷ 1000${machine}) × PUE; emissions = energy × grid intensity${method.gridIn === undefined ? '' : ' of the year'}; electricity = energy × price; cloud rent = GPU-hours × price.`;
}

const COLUMNS = [
  { head: 'For', kind: 'prose' },
  { head: 'Amount', kind: 'number' },
  { head: '× Constant', kind: 'number' },
  { head: '= Result', kind: 'number' },
] as const;

const row = (line: Product): Row => ({
  cells: [
    cell(line.what),
    cell(`${amount(line.amount)} ${line.unit}`),
    cell(`${plain(line.rate)} ${line.rateUnit}`.trim()),
    cell(line.resultUnit === '$' ? usd(line.result) : `${amount(line.result)} ${line.resultUnit}`),
  ],
});
