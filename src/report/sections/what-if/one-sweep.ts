import type { ProjectFacts } from '../../../model/facts.ts';
import { LEAST_TO_LEARN, type Replay, type SweepWhatIf } from '../../../model/what-if.ts';
import type { DrawChart } from '../../render/charts.ts';
import { figure } from '../../render/figure.ts';
import { amount, counted, grouped, percent, significant, times, usd } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { ranged } from '../../render/ranged.ts';
import { captioned, cell, dataTable, type Row } from '../../render/table.ts';
import { BEST_COLOURS, bestChart } from './best-chart.ts';
import { NOT_REPLAYED, REPLAYS } from './words.ts';

/** The expected best of a sweep against what it takes, and how else it could have gone. */
export async function oneSweep(otherwise: SweepWhatIf, facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const { id } = facts.sweeps[otherwise.sweep]?.sweep ?? { id: '' };
  return html`<h4><a href="#${anchor(id)}">${id}</a>: ${named(otherwise.metric.name, 60)}</h4>
<p>${needed(otherwise)}</p>
${figure({
  chart: await draw(bestChart(otherwise, id)),
  axis: 'Best value',
  legend: [
    { label: 'expected best', colour: BEST_COLOURS.mean },
    { label: 'four of five draws', colour: BEST_COLOURS.band },
    { label: 'best of all', colour: 'var(--ink)', dashes: '5 3' },
  ],
  caption: html`The best that is expected of so many configurations of ${id}, drawn in random order from those that were run.${unmeasured(otherwise)}`,
  data: bestTable(otherwise, id),
})}
${replayTable(otherwise, id)}
${otherwise.notReplayed.length > 0 && html`<p class="aside">${otherwise.notReplayed.map((reason) => html`${NOT_REPLAYED[reason]} `)}${halvingBound(otherwise)}</p>`}`;
}

/** Successive halving without curves is only a bound on what it costs. */
const halvingBound = ({ notReplayed }: SweepWhatIf): Html =>
  notReplayed.includes('no-curves')
    ? html`By formula alone successive halving by thirds uses 56%, 26% or 11% of the whole with one, two or three rungs, if all configurations take as long; what it would have lost nobody can say.`
    : html``;

function needed({ pool, hindsight, secondHalf, good, replays, metric }: SweepWhatIf): Html {
  const hit = replays.find(({ id }) => id === (good > 1 ? 'random-until-good' : 'random-until-best'));
  const merged =
    pool.repeated > 0
      ? ` (${counted(pool.runs, 'run')}; those with the same values are one configuration, by the mean of their results)`
      : '';
  const after =
    hindsight === undefined
      ? ''
      : html` The best ended as the ${ordinal(hindsight.place)}; ${hindsight.startedAfter.gpuHours > 0 ? html`<b>${amount(hindsight.startedAfter.gpuHours)} GPU-hours</b> (${usd(hindsight.startedAfter.cloudUsd)}) were begun after it` : 'nothing was begun after it'}.`;
  return html`${counted(pool.configurations, 'configuration')} were tried${merged}.${after} In random order the second half adds ${significant(secondHalf.gain, 2)} to the best ${named(metric.name, 60)} that is expected${
    hit !== undefined &&
    html`; ${good > 1 ? `one of the best ${grouped(good)}` : 'the best'} is reached after ${percent(1 - hit.saved.value)} of the cost, on average`
  }.`;
}

function ordinal(place: number): string {
  const tens = place % 100;
  const ending = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${grouped(place)}${ending}`;
}

const unmeasured = ({ pool }: SweepWhatIf): Html =>
  pool.withoutMetric > 0
    ? html` ${counted(pool.withoutMetric, 'configuration')} came to no value and ${pool.withoutMetric === 1 ? 'is' : 'are'} drawn and paid for like the others.`
    : html``;

const bestTable = ({ expectedBest, pool }: SweepWhatIf, id: string): Html =>
  dataTable({
    id: `best-${anchor(id)}`,
    caption: `Expected best of ${id} by configurations, GPU-hours and rent`,
    columns: ['Configurations', 'GPU-hours', 'Rent', 'Expected best', 'four of five between', 'chance of no value'].map(
      (head) => ({ head, kind: 'number' as const }),
    ),
    rows: expectedBest.map((step) => ({
      cells: [
        cell(grouped(step.configurations)),
        cell(pool.gpuHours > 0 ? amount(step.gpuHours) : '–'),
        cell(usd(step.cloudUsd)),
        cell(significant(step.mean, 4)),
        cell(`${significant(step.low, 4)} to ${significant(step.high, 4)}`),
        cell(percent(step.chanceOfNone)),
      ],
    })),
  });

const replayTable = (otherwise: SweepWhatIf, id: string): Html =>
  captioned({
    id: `replays-${anchor(id)}`,
    caption: html`${id} otherwise. Below each saving: between what it lies in four of five repetitions. “Worse by” is what the best of the replay lacks to the best of the sweep: the mean,
and below it what nine in ten repetitions do not exceed.${beside(otherwise)}`,
    columns: [
      { head: 'Replay', kind: 'prose' },
      { head: 'Saved', kind: 'number' },
      { head: 'GPU-hours', kind: 'number' },
      { head: 'Rent', kind: 'number' },
      { head: 'Worse by', kind: 'number' },
      { head: 'Calendar time', kind: 'number' },
    ],
    rows: otherwise.replays.map((replay) => replayRow(replay, otherwise)),
  });

const beside = ({ concurrency, pool }: SweepWhatIf): Html =>
  pool.configurations >= LEAST_TO_LEARN && Number.isFinite(concurrency)
    ? html` TPE runs ${grouped(Math.max(1, Math.round(concurrency)))} configurations side by side, as the sweep did on average.`
    : html``;

function replayRow(
  { id, saved, savedGpuHours, savedUsd, regret, stretch, isHindsight, losesTo }: Replay,
  { pool }: SweepWhatIf,
): Row {
  const mark = isHindsight ? html`<span class="range">in hindsight</span>` : html``;
  if (losesTo !== undefined) {
    const why = html`<span class="range">no better than random order with as many side by side</span>`;
    return {
      cells: [cell(html`${REPLAYS[id]}${mark}${why}`), cell('0%', 0), cell('0'), cell('$0'), cell('–'), cell('–')],
    };
  }
  return {
    cells: [
      cell(html`${REPLAYS[id]}${mark}`),
      cell(ranged(saved, percent), saved.value),
      cell(pool.gpuHours > 0 ? amount(savedGpuHours) : '–', savedGpuHours),
      cell(usd(savedUsd), savedUsd),
      cell(lost(regret)),
      cell(calendar(stretch), stretch),
    ],
  };
}

const lost = ({ mean, high }: Replay['regret']): Html =>
  high === 0 && mean === 0
    ? html`nothing`
    : html`${significant(mean, 2)}${significant(high, 2) !== significant(mean, 2) && html`<span class="range">${significant(high, 2)}</span>`}`;

/** Calendar time over the real one. */
function calendar(stretch: number): string {
  if (Number.isNaN(stretch)) return '–';
  return stretch === 1 ? 'the same' : times(stretch);
}
