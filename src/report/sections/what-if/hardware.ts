import { gpusToBuy, type HardwareWhatIf, type Having } from '../../../model/hardware-what-if.ts';
import type { DrawChart } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount, counted, grouped, percent, span, usd, usdRoughly } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { modelName, named } from '../../render/names.ts';
import { ranged } from '../../render/ranged.ts';
import { captioned, cell, dataTable } from '../../render/table.ts';
import { basisLine } from '../assumptions/basis-line.ts';
import { havingChart } from './having-chart.ts';
import { dollarsOf, HAVING, PARTS } from './words.ts';

/** The same work on rented, owned and shared hardware. */
export async function hardware(facts: HardwareWhatIf, draw: DrawChart): Promise<Html> {
  const used = facts.having.flatMap(({ parts }) => parts.map(({ part }) => part));
  const keys = Object.entries(PARTS).filter(([part]) => used.some((each) => each === part));
  return html`<h3>Owned, shared or rented</h3>
<p>${scope(facts)}</p>
${figure({
  chart: await draw(havingChart(facts)),
  axis: 'US dollars',
  legend: keys.map(([, key]) => key),
  caption: html`What the same ${grouped(facts.gpuHours)} GPU-hours cost by how the hardware is had. Lines show the range, from everything at its cheapest to everything at its dearest.`,
  data: partsTable(facts),
})}
${table(facts)}
${facts.breakEven.length > 0 && breakEven(facts)}
${facts.assumptions.length > 0 && assumptions(facts)}
<p><b>On other GPUs:</b> not offered. It would take how fast this very work runs on both, measured; ratios of peak speeds or of other people’s benchmarks would be
wrong by more than what is asked.</p>`;
}

function scope({ gpuHours, covered, uncovered, meanGpus, days }: HardwareWhatIf): Html {
  const size = Number.isNaN(meanGpus) ? '' : ` (${amount(meanGpus)} GPUs on average over ${grouped(days)} days)`;
  if (covered > 1 - 1e-9) return html`All ${grouped(gpuHours)} GPU-hours are counted${size}.`;
  const names = uncovered.map((model, index) => html`${index > 0 && ', '}${named(modelName(model), 40)}`);
  return html`These figures are of ${grouped(gpuHours)} GPU-hours, ${percent(covered)} of the project${size}: of ${names} no purchase price is at hand.`;
}

const breakEven = ({ breakEven: points }: HardwareWhatIf): Html =>
  captioned({
    id: 'pays-from',
    caption: html`From which part of its life on hardware of one’s own costs less than rent, at middle figures. “Alone”: purchase and electricity; “in all”: network, room, staff, repairs and idling as well.`,
    columns: [
      { head: 'Against' },
      { head: '$ per GPU-hour', kind: 'number' },
      { head: 'Alone', kind: 'number' },
      { head: 'In all', kind: 'number' },
    ],
    rows: points.map(({ versus, usdPerGpuHour, bare, whole }) => ({
      cells: [
        cell(versus === 'rented' ? 'rent on demand' : 'the cheapest rent'),
        cell(usd(usdPerGpuHour, true)),
        cell(useFrom(bare)),
        cell(useFrom(whole)),
      ],
    })),
  });

const useFrom = (use: number): string => (use <= 1 ? percent(use) : 'never');

const table = (facts: HardwareWhatIf): Html =>
  captioned({
    id: 'having',
    caption: html`The same work by how the hardware is had. Saved GPU-hours save no money on a cluster that is owned and would stand idle.`,
    columns: [
      { head: 'Hardware' },
      { head: 'In use', kind: 'number' },
      { head: 'For this work', kind: 'number' },
      { head: '$ per GPU-hour', kind: 'number' },
      { head: 'What is counted', kind: 'prose' },
    ],
    rows: facts.having.map((option) => ({
      cells: [
        cell(HAVING[option.id]),
        cell(option.utilisation === undefined ? '–' : ranged(option.utilisation, percent)),
        cell(ranged(option.usd, dollarsOf(option)), option.usd.value),
        cell(perHour(option, facts.gpuHours)),
        cell(note(option, facts)),
      ],
    })),
  });

const perHour = ({ usd: { low, value, high } }: Having, hours: number): Html =>
  ranged({ low: low / hours, value: value / hours, high: high / hours }, (each) => usd(each, true));

function note({ id }: Having, { meanGpus, days }: HardwareWhatIf): string {
  switch (id) {
    case 'rented-low':
      return 'the cheapest listed, mostly preemptible: only if the work bears being interrupted';
    case 'rented':
      return 'list prices; the host’s other charges, storage and transfer are not in it';
    case 'shared':
      return 'idle time is paid by those who use it; waiting in the queue is not priced';
    case 'bought-for-it':
      return `${meanGpus < 0.5 ? '1 GPU, which would mostly stand idle' : `${counted(gpusToBuy(meanGpus), 'GPU')}, as many as worked on average (${amount(meanGpus)}), in whole ones`}; all of the purchase is charged to these ${grouped(days)} days`;
    case 'owned-told':
      return 'purchase, life and use as you say in the method, and electricity; room, staff and network are not in it';
    default:
      return 'only the part of its life that this work takes';
  }
}

const partsTable = ({ having }: HardwareWhatIf): Html =>
  dataTable({
    id: 'having-data',
    caption: 'What the same work costs by how the hardware is had, piece by piece',
    columns: [
      { head: 'Hardware' },
      { head: 'Piece' },
      { head: 'US dollars', kind: 'number' },
      { head: 'Range', kind: 'number' },
    ],
    rows: having.flatMap(({ id, parts }) =>
      parts.map(({ part, usd: range }) => ({
        cells: [
          cell(HAVING[id]),
          cell(PARTS[part].label),
          cell(usdRoughly(range.value)),
          cell(span(range, usdRoughly)),
        ],
      })),
    ),
  });

const assumptions = ({
  assumptions: rates,
}: HardwareWhatIf): Html => html`<details class="data"><summary>What is assumed of owned hardware</summary>
<ul class="bases">${rates.map(
  (rate) => html`<li>${rate.name}: ${ranged(rate, amount)} ${rate.unit === '1' ? '' : rate.unit}
<ul class="bases">${rate.basis.map(basisLine)}</ul></li>`,
)}</ul>
<p>Straight-line: no interest, and nothing for what the hardware sells for in the end. Electricity is the project’s own, for each GPU-hour.</p></details>`;
