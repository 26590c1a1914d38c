import type { ProjectFacts } from '../../../model/facts.ts';
import type { LeftOut, SweepWhatIf, WhatIf } from '../../../model/what-if.ts';
import type { DrawChart } from '../../render/charts.ts';
import { amount, counted, grouped, percent, significant, usd } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { captioned, cell, type Row } from '../../render/table.ts';
import { caveats } from './caveats.ts';
import { oneSweep } from './one-sweep.ts';

/** Sweeps that are shown one by one. */
const IN_DETAIL = 2;

/** Sweeps with fewer trials or searched otherwise. Nothing where no sweep has a metric: then only a line says so, if anything else is said. */
export async function searches(otherwise: WhatIf, facts: ProjectFacts, draw: DrawChart): Promise<Html> {
  const { sweeps, leftOut } = otherwise;
  if (sweeps.length === 0) return html`<p>${nothing(leftOut)}</p>`;
  const detailed: Html[] = [];
  for (const [place, sweep] of sweeps.slice(0, IN_DETAIL).entries()) {
    const content = await oneSweep(sweep, facts, draw);
    detailed.push(place === 0 ? content : folded(sweep, facts, content));
  }
  return html`<h3>With fewer trials</h3>
<p>${counted(sweeps.length, 'sweep')} can be replayed: run again on paper, by what really ran and what came of it.${left(leftOut)}</p>
${overview(sweeps, facts)}
${caveats(otherwise)}
${detailed}`;
}

/** All but the largest are for those who ask. */
const folded = ({ sweep, metric }: SweepWhatIf, { sweeps }: ProjectFacts, content: Html): Html =>
  html`<details class="folded"><summary>${sweeps[sweep]?.sweep.id}: ${named(metric.name, 60)}</summary>${content}</details>`;

/** Why no sweep is replayed. */
function nothing({ withoutMetric, seeds, tooFew, constant, beyond }: LeftOut): Html {
  if (withoutMetric + seeds + tooFew + constant + beyond === 0)
    return html`No sweep was found, so none can be replayed with fewer trials.`;
  if (seeds + tooFew + constant + beyond === 0)
    return html`The logs hold no metric by which the runs of a sweep could be compared, so nothing is said of fewer trials. With one (a column of results, W&B runs, --metric)
the sweeps are replayed here.`;
  return html`No sweep can be replayed with fewer trials:${reasons({ withoutMetric, seeds, tooFew, constant, beyond })}.`;
}

const left = (leftOut: LeftOut): Html => {
  const all = Object.values(leftOut).reduce((sum: number, count: number) => sum + count, 0);
  return all === 0 ? html`` : html` ${counted(all, 'other is', 'others are')} left out:${reasons(leftOut)}.`;
};

function reasons({ withoutMetric, seeds, tooFew, constant, beyond }: LeftOut): Html {
  const parts = [
    tooFew > 0 && `${grouped(tooFew)} tried fewer than eight configurations that came to a value (repeats are one)`,
    withoutMetric > 0 && `${grouped(withoutMetric)} have no metric whose better direction is known`,
    seeds > 0 && `${grouped(seeds)} only repeat a run with other seeds`,
    constant > 0 && `${grouped(constant)} came to one value, or took no time that is known`,
    beyond > 0 && `${grouped(beyond)} are smaller than the ten largest, or were not looked at`,
  ];
  return html` ${parts.filter((part) => part !== false).join('; ')}`;
}

const overview = (sweeps: readonly SweepWhatIf[], facts: ProjectFacts): Html =>
  captioned({
    id: 'otherwise',
    caption: html`The ${sweeps.length === 1 ? 'sweep' : `${grouped(sweeps.length)} largest sweeps`} that can be replayed. “Second half” is what the later half of the configurations, in random order, adds to the best that
is expected, and what that half took.`,
    columns: [
      { head: 'Sweep', kind: 'prose' },
      { head: 'Metric', kind: 'prose' },
      { head: 'Configurations', kind: 'number' },
      { head: 'Best', kind: 'number' },
      { head: 'Best came as', kind: 'number' },
      { head: 'Second half adds', kind: 'number' },
      { head: 'and takes', kind: 'number' },
    ],
    rows: sweeps.map((sweep) => row(sweep, facts)),
  });

function row(sweep: SweepWhatIf, { sweeps }: ProjectFacts): Row {
  const { pool, metric, secondHalf, hindsight } = sweep;
  const { id, name } = sweeps[sweep.sweep]?.sweep ?? { id: '', name: '' };
  const spent =
    pool.gpuHours > 0
      ? `${amount(secondHalf.gpuHours)} GPU-h`
      : percent(secondHalf.configurations / pool.configurations);
  return {
    cells: [
      cell(html`<a href="#${anchor(id)}">${id}</a><span class="name">${named(name)}</span>`),
      cell(
        html`${named(metric.name, 60)}<span class="range">${metric.goal === 'min' ? 'less' : 'more'} is better</span>`,
      ),
      cell(
        html`${grouped(pool.configurations)}${pool.withoutMetric > 0 && html`<span class="range">${grouped(pool.withoutMetric)} without a value</span>`}`,
        pool.configurations,
      ),
      cell(significant(pool.best, 4)),
      cell(hindsight === undefined ? '–' : `${grouped(hindsight.place)} of ${grouped(pool.configurations)}`),
      cell(significant(secondHalf.gain, 2)),
      cell(html`${spent}<span class="range">${usd(secondHalf.cloudUsd)}</span>`, secondHalf.gpuHours),
    ],
  };
}
