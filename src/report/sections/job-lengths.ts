import type { ProjectFacts } from '../../model/facts.ts';
import type { WallSummary } from '../../model/usage.ts';
import type { DrawChart } from '../render/charts.ts';
import { figure, type Key } from '../render/figure.ts';
import { counted, grouped } from '../render/format.ts';
import { type Html, html } from '../render/html.ts';
import { OUTCOME_ORDER, OUTCOMES } from '../render/outcome.ts';
import { cell, dataTable } from '../render/table.ts';
import { duration } from '../render/time.ts';
import { histogramBins, type LengthBin } from './job-lengths/bins.ts';
import { DASHES, lengthChart } from './job-lengths/chart.ts';
import type { Section } from './section.ts';

/** How long attempts took, and how those ended that took so long. */
export const jobLengths: Section = { id: 'job-lengths', title: 'How long jobs took', render };

async function render(facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const bins = histogramBins(facts.wallHistogram);
  if (bins.length === 0) return html`<p>No attempt ran for a known time.</p>`;
  const states = OUTCOME_ORDER.filter((state) => bins.some(({ counts }) => (counts.get(state) ?? 0) > 0));
  return html`${summary(facts)}${figure({
    chart: await draw(lengthChart(bins, states, facts.wallSummary)),
    axis: 'Attempts',
    legend: [...states.map((state) => OUTCOMES[state]), ...lines(facts.wallSummary)],
    caption: html`Attempts that ran, by wall time on a logarithmic scale and by how they ended.`,
    data: table(bins, states),
  })}`;
}

const lines = ({ median, mean }: WallSummary): Key[] => [
  { label: `median ${duration(median)}`, colour: 'var(--ink)', dashes: DASHES.median.join(' ') },
  { label: `mean ${duration(mean)}`, colour: 'var(--ink)', dashes: DASHES.mean.join(' ') },
];

function summary({ wallSummary: { min, median, mean, p95, max }, usage }: ProjectFacts): Html {
  if (usage.attemptsThatRan === 1)
    return html`<p>One attempt of ${grouped(usage.attempts)} ran; it took <b>${duration(max)}</b>.</p>`;
  return html`<p>${counted(usage.attemptsThatRan, 'attempt')} of ${grouped(usage.attempts)} ran. The shortest took
${duration(min)}, half of them at most <b>${duration(median)}</b> (the median), the mean is <b>${duration(mean)}</b>, 95% took at most
${duration(p95)}, and the longest took ${duration(max)}.</p>`;
}

const table = (bins: readonly LengthBin[], states: readonly (keyof typeof OUTCOMES)[]): Html =>
  dataTable({
    id: 'job-lengths-data',
    caption: 'Attempts by wall time and outcome',
    columns: [
      { head: 'Wall time' },
      ...states.map((state) => ({ head: OUTCOMES[state].label, kind: 'number' as const })),
      { head: 'all', kind: 'number' },
    ],
    rows: bins.map(({ from, to, counts, total }) => ({
      cells: [
        cell(`${duration(from)} to ${duration(to)}`),
        ...states.map((state) => cell(grouped(counts.get(state) ?? 0))),
        cell(grouped(total)),
      ],
    })),
  });
