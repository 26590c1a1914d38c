import type { TopLevelSpec } from 'vega-lite';
import { type BreakEven, type Ownership, ownedPerHour } from '../../../model/ownership.ts';
import type { Chart, DrawChart, Frame } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount, grouped, percent, usd } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { captioned, cell, dataTable } from '../../render/table.ts';

const COLOURS = { owned: 'var(--series-1)', low: 'var(--series-3)', high: 'var(--series-6)' } as const;
/** Parts of its life in which a device works: from 2 % on, where owning becomes absurd, evenly on the logarithmic scale. */
const STEPS = Array.from({ length: 41 }, (_, step) => 0.02 * 50 ** (step / 40));
const TICKS = [0.02, 0.05, 0.1, 0.25, 0.5, 1];

/** The same project rented, bought, owned and shared, with the point from which owning is cheaper. */
export async function ownership(having: Ownership, draw: DrawChart): Promise<Html> {
  return html`
<p class="lead">${lead(having)}</p>
${options(having)}
${await chart(having, draw)}
<h3>What is assumed</h3>
<ul>${having.assumptions.map((sentence) => html`<li>${sentence}</li>`)}</ul>`;
}

const lead = ({
  breakEven,
}: Ownership): Html => html`A device of one’s own is cheaper than renting on demand once it works
${pointOf(breakEven.high)}, and than the cheapest rent once it works ${pointOf(breakEven.low)}.`;

const pointOf = ({ utilisation, deviceHours }: BreakEven): Html =>
  utilisation <= 1
    ? html`<b>${percent(utilisation)} of its life</b>, or ${grouped(deviceHours)} hours`
    : html`<b>more than all of its life</b>, which is never`;

const perHour = (value: number): string => `$${value.toFixed(3)}`;

const options = ({ options: all, project, deviceHours }: Ownership): Html =>
  captioned({
    id: 'having',
    caption: html`What the ${grouped(deviceHours)} device hours of ${project} cost by how the hardware is had, by the claim’s own prices.`,
    columns: [
      { head: 'Hardware' },
      { head: 'In use', kind: 'number' },
      { head: '$ per device hour', kind: 'number' },
      { head: 'Project', kind: 'number' },
      { head: 'That is', kind: 'prose' },
    ],
    rows: all.map(({ title, utilisation, usdPerDeviceHour, usd: total, note }) => ({
      cells: [
        cell(title),
        cell(utilisation === undefined ? '–' : percent(utilisation)),
        cell(perHour(usdPerDeviceHour)),
        cell(usd(total)),
        cell(note),
      ],
    })),
  });

async function chart(having: Ownership, draw: DrawChart): Promise<Html> {
  const { low, high } = having.breakEven;
  const drawing: Chart = {
    id: 'break-even',
    label: `Cost of a device hour by the part of its life in which an owned device works, against rent of ${perHour(low.rent)} and ${perHour(high.rent)}. They meet at ${percent(low.utilisation)} and ${percent(high.utilisation)}.`,
    spec: (frame) => specOf(having, frame),
  };
  return figure({
    chart: await draw(drawing),
    axis: '$ per device hour',
    legend: [
      { label: 'owned', colour: COLOURS.owned },
      { label: `rented on demand, ${perHour(high.rent)}`, colour: COLOURS.high, dashes: '7 4' },
      { label: `rented, cheapest, ${perHour(low.rent)}`, colour: COLOURS.low, dashes: '3 3' },
    ],
    caption: html`What an hour of a device costs, by the part of its life of ${amount(having.lifeYears)} years in which it works. Dots mark where owning becomes cheaper. Both scales are logarithmic.`,
    data: dataTable({
      id: 'break-even-data',
      caption: 'Cost of a device hour by the part of its life in which an owned device works',
      columns: [
        { head: 'In use', kind: 'number' },
        { head: '$ per device hour, owned', kind: 'number' },
      ],
      rows: TICKS.map((part) => ({ cells: [cell(percent(part)), cell(perHour(ownedPerHour(having, part)))] })),
    }),
  });
}

function specOf(having: Ownership, frame: Frame): TopLevelSpec {
  const { low, high } = having.breakEven;
  const x = {
    field: 'part',
    type: 'quantitative' as const,
    scale: { type: 'log' as const, domain: [0.02, 1], nice: false as const },
    axis: { title: null, values: TICKS, format: '.0%' },
  };
  const y = {
    field: 'usd',
    type: 'quantitative' as const,
    scale: { type: 'log' as const },
    axis: { title: null, tickCount: 4, format: '$.2~f' },
  };
  const dots = [low, high].filter(({ utilisation }) => utilisation >= 0.02 && utilisation <= 1);
  return {
    width: frame.width - 60,
    height: frame.narrow ? 180 : 240,
    autosize: { type: 'none' },
    padding: { left: 46, right: 14, top: 8, bottom: 26 },
    layer: [
      {
        data: { values: STEPS.map((part) => ({ part, usd: ownedPerHour(having, part) })) },
        mark: { type: 'line', strokeWidth: 2, color: COLOURS.owned },
        encoding: { x, y },
      },
      rule(high.rent, COLOURS.high, [7, 4]),
      rule(low.rent, COLOURS.low, [3, 3]),
      {
        data: { values: dots.map(({ utilisation, rent }) => ({ part: utilisation, usd: rent })) },
        mark: { type: 'point', filled: true, size: 60, opacity: 1, color: 'var(--ink)' },
        encoding: { x, y },
      },
    ],
  };
}

const rule = (value: number, color: string, strokeDash: number[]) => ({
  data: { values: [{ usd: value }] },
  mark: { type: 'rule' as const, strokeWidth: 1.5, strokeDash, color },
  encoding: { y: { field: 'usd', type: 'quantitative' as const } },
});
