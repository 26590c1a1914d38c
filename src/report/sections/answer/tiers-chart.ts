import type { ProjectFacts } from '../../../model/facts.ts';
import type { DrawChart } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { type Html, html } from '../../render/html.ts';
import { cell, dataTable } from '../../render/table.ts';
import { barsOf, measuresOf, type TierBar } from './tier-bars.ts';
import { tiersSpec } from './tiers-spec.ts';

/** The three tiers side by side on one logarithmic scale; nothing where the project held nothing. */
export async function tiersChart(facts: ProjectFacts, draw: DrawChart): Promise<Html | false> {
  const measures = measuresOf(facts);
  if (measures.length === 0) return false;
  const bars = measures.flatMap((measure) => barsOf(facts, measure));
  const isRanged = bars.some(({ range }) => range !== undefined && range.high > range.low);
  const told = bars.map(({ tier, measure, label }) => `${measure.name} of the ${tier.toLowerCase()} ${label}`);
  return figure({
    chart: await draw({
      id: 'tiers-chart',
      label: `Bars on a logarithmic scale: ${told.join(', ')}.`,
      spec: (frame) => tiersSpec(bars, frame),
    }),
    legend: [],
    caption: html`The three tiers on one scale, each line ten times the one before${isRanged && '; bars reach the middle figure, thin lines span low to high'}.`,
    data: table(bars),
  });
}

const table = (bars: readonly TierBar[]): Html =>
  dataTable({
    id: 'tiers-chart-data',
    caption: 'The three tiers',
    columns: [
      { head: 'Tier' },
      { head: 'Measure' },
      { head: 'low', kind: 'number' },
      { head: 'middle', kind: 'number' },
      { head: 'high', kind: 'number' },
    ],
    rows: bars.map(({ tier, measure, range, label }) => ({
      cells: [
        cell(tier),
        cell(measure.name),
        ...(range === undefined
          ? [cell(''), cell(label), cell('')]
          : [range.low, range.value, range.high].map((value) => cell(measure.format(value)))),
      ],
    })),
  });
