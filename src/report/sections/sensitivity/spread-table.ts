import type { ProjectFacts } from '../../../model/facts.ts';
import type { Closeness, MetricSpread, Sensitivity, SweepSensitivity } from '../../../model/sensitivity.ts';
import { counted, grouped, percent, significant } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { type Column, captioned, cell, type Row } from '../../render/table.ts';
import { sweepLink } from './words.ts';

const COLUMNS: readonly Column[] = [
  { head: 'Sweep', kind: 'prose' },
  { head: 'Metric', kind: 'prose' },
  { head: 'Runs compared', kind: 'prose' },
  { head: 'Variance', kind: 'number' },
  { head: 'Standard deviation', kind: 'number' },
  { head: 'Middle half', kind: 'number' },
  { head: 'Lowest to highest', kind: 'number' },
  { head: 'Repeats differ by', kind: 'prose' },
  { head: 'Configurations near the best', kind: 'prose' },
];

/** How far the metric of each sweep differs over what it tried. */
export function spreadTable(facts: ProjectFacts, { sweeps }: Sensitivity): Html {
  const rows = sweeps.flatMap((each) => (each.spread === undefined ? [] : [spreadRow(facts, each, each.spread)]));
  if (rows.length === 0) return html``;
  return html`<h3>How far results differ within a sweep</h3>
${captioned({
  id: 'spread',
  caption: html`The metric of each sweep over the runs that ended well. Variance: of the sample, in the square of the metric’s unit.
Middle half: between the quartiles. Repeats: the standard deviation of runs of one configuration; no parameter can be blamed for less.
Near the best: the share of configurations, repeats averaged, as close to the best one seen.`,
  columns: COLUMNS,
  rows,
})}`;
}

function spreadRow(facts: ProjectFacts, each: SweepSensitivity, spread: MetricSpread): Row {
  const { metric, noise, robustness, sweep } = each;
  const way = metric?.goal === 'min' ? 'less is better' : 'more is better';
  return {
    cells: [
      cell(sweepLink(facts, sweep)),
      cell(html`${named(metric?.name ?? '', 40)}<span class="name">${way}</span>`),
      cell(runsCompared(each)),
      cell(significant(spread.variance, 3), spread.variance),
      cell(significant(spread.deviation, 3), spread.deviation),
      cell(significant(spread.middleHalf, 3), spread.middleHalf),
      cell(
        spread.lowest === spread.highest
          ? `${significant(spread.lowest, 4)} in all`
          : `${significant(spread.lowest, 4)} to ${significant(spread.highest, 4)}`,
        spread.highest - spread.lowest,
      ),
      cell(
        noise === undefined
          ? 'not known: too few repeats'
          : html`${significant(noise.deviation, 2)}<span class="name">${counted(noise.runs, 'run')} of ${counted(noise.configurations, 'configuration')}</span>`,
      ),
      cell(
        robustness === undefined
          ? '–'
          : html`${robustness.close.map((close) => html`<span class="name">${closeness(close)}</span>`)}`,
      ),
    ],
  };
}

const DISTANCES: Readonly<Record<Closeness['within'], string>> = {
  'one-percent': 'within 1% of its value',
  'five-percent': 'within 5%',
  noise: 'within what repeats differ by',
};

const closeness = ({ within, share }: Closeness): string => `${percent(share)} ${DISTANCES[within]}`;

/** How many runs count, and why the others do not. */
function runsCompared({ counts, spread, effects }: SweepSensitivity): Html {
  const left = [
    [counts.failed, 'failed or cut short'],
    [counts.diverged, 'diverged'],
    [counts.unmeasured, 'without a value'],
    [counts.open, 'not known to have ended'],
  ] as const;
  const why = left.filter(([count]) => count > 0).map(([count, word]) => `${grouped(count)} ${word}`);
  const configurations = effects?.configurations ?? 0;
  return html`${grouped(spread?.runs ?? 0)}${configurations > 0 && ` of ${counted(configurations, 'configuration')}`}${
    why.length > 0 && html`<span class="name">not counted: ${why.join(', ')}</span>`
  }${counts.endUnknown > 0 && html`<span class="name">no log says how ${counts.endUnknown === counts.all ? 'they' : grouped(counts.endUnknown)} ended</span>`}`;
}
