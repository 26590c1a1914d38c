import type { ProjectFacts } from '../../../model/facts.ts';
import type {
  Effects,
  ParameterEffect,
  Sensitivity,
  SweepSensitivity,
  ValueGroup,
} from '../../../model/sensitivity.ts';
import { bar } from '../../render/bar.ts';
import { counted, grouped, percent, significant, times } from '../../render/format.ts';
import { type Content, type Html, html } from '../../render/html.ts';
import { type Column, captioned, cell, type Row } from '../../render/table.ts';
import { duration } from '../../render/time.ts';
import { toldOf } from './told.ts';
import { chance, keyNames, sweepLink, valueNames } from './words.ts';

/** More sweeps than these are in report.json. */
const MOST_SWEEPS = 40;

/** What the parameters of a sweep do, in words of what was measured. */
interface Subject {
  readonly id: string;
  /** Head of the column with means by value. */
  readonly head: string;
  readonly effectsOf: (sweep: SweepSensitivity) => Effects | undefined;
  readonly swing: (effect: ParameterEffect, sweep: SweepSensitivity) => Content;
  readonly value: (mean: number) => string;
}

const METRIC: Subject = {
  id: 'outcome-effects',
  head: 'From its worst to its best values',
  effectsOf: ({ effects }) => effects,
  swing: ({ groups, swing }, { metric, noise }) => {
    const [low, high] = extremes(groups);
    const [worst, best] = metric?.goal === 'min' ? [high, low] : [low, high];
    return html`${significant(worst.mean, 4)} at ${valueNames(worst.values)}, ${significant(best.mean, 4)} at ${valueNames(best.values)}${
      noise !== undefined && swing < noise.deviation && html`; less than repeats of one configuration differ by`
    }`;
  },
  value: (mean) => significant(mean, 4),
};

const HOURS: Subject = {
  id: 'cost-effects',
  head: 'From shortest to longest',
  effectsOf: ({ cost }) => cost,
  swing: ({ groups, swing }) => {
    const [shortest, longest] = extremes(groups);
    return html`${duration(Math.exp(shortest.mean))} at ${valueNames(shortest.values)}, ${duration(Math.exp(longest.mean))} at ${valueNames(longest.values)}: ${times(Math.exp(swing))} as long`;
  },
  value: (mean) => duration(Math.exp(mean)),
};

const columnsOf = ({ head }: Subject): readonly Column[] => [
  { head: 'Sweep', kind: 'prose' },
  { head: 'Parameter', kind: 'prose' },
  { head: 'Share of the variance', kind: 'number' },
  { head: 'ω²', kind: 'number' },
  { head: 'p', kind: 'number' },
  { head, kind: 'details' },
];

/** Which parameters the metric depends on. */
export function outcomeTable(facts: ProjectFacts, found: Sensitivity): Html {
  const table = effectTable(facts, found, METRIC, 'Parameters by how far the metric depends on them.');
  return table === undefined ? html`` : html`<h3>What results depend on</h3>${table}`;
}

/** Which parameters decide how long a run takes. */
export function costTable(facts: ProjectFacts, found: Sensitivity): Html {
  const caption =
    'Parameters by how far the hours of completed runs depend on them, on a logarithmic scale: what doubles the time counts alike in short and long runs. Where runs of one sweep held several GPU models, these count as a parameter too.';
  const table = effectTable(facts, found, HOURS, caption);
  return table === undefined ? html`` : html`<h3>What the length of runs depends on</h3>${table}`;
}

function effectTable(
  facts: ProjectFacts,
  { sweeps }: Sensitivity,
  subject: Subject,
  caption: string,
): Html | undefined {
  const told = sweeps.filter((each) => toldOf(subject.effectsOf(each)).length > 0);
  if (told.length === 0) return undefined;
  const mattering = told.filter((each) => matters(subject.effectsOf(each)));
  const shown = mattering.slice(0, MOST_SWEEPS);
  const silent = told.length - mattering.length;
  const none =
    silent > 0 &&
    html`<p>In ${silent === told.length ? (told.length === 1 ? 'the one sweep' : 'none of the sweeps') : counted(silent, 'sweep')} whose runs could tell, no parameter stands out from chance${silent === told.length && told.length > 1 ? html`: not in any of ${grouped(told.length)}` : html``}. That is no proof that none matters: a small sweep shows only large effects.</p>`;
  if (shown.length === 0) return html`${none}`;
  const left = mattering.length - shown.length;
  return html`${captioned({
    id: subject.id,
    caption: html`${caption}${left > 0 && html` ${counted(left, 'more sweep')} in report.json.`}`,
    columns: columnsOf(subject),
    rows: shown.flatMap((each) => rowsOf(facts, each, subject)),
  })}${none}`;
}

const matters = (effects: Effects | undefined): boolean =>
  effects !== undefined &&
  [...effects.parameters, ...effects.interactions].some(({ standing }) => standing === 'matters');

/** A row for each parameter that matters and each pair that does; one for all others. */
function rowsOf(facts: ProjectFacts, each: SweepSensitivity, subject: Subject): Row[] {
  const effects = subject.effectsOf(each) as Effects;
  const told = toldOf(effects);
  const single = told
    .filter(({ standing }) => standing === 'matters')
    .map((effect) => parameterRow(effect, each, subject, effects));
  const pairs = effects.interactions.filter(({ standing }) => standing === 'matters');
  const joint = pairs.map(
    ({ keys: [one, other], share, omegaSquared, p }): Entry => ({
      name: html`${keyNames(one)} and ${keyNames(other)} together, beyond each alone`,
      ...figures(share, omegaSquared, p),
      detail: html`what one does depends on the other`,
    }),
  );
  const others = told.filter(({ standing }) => standing === 'not-shown');
  const rest: Entry[] = others.length === 0 ? [] : [restOf(others)];
  return [...single, ...joint, ...rest].map((entry, index) => ({
    cells: [
      cell(
        index === 0 ? sweepLink(facts, each.sweep) : html`<span class="unseen">${sweepLink(facts, each.sweep)}</span>`,
      ),
      cell(entry.name),
      cell(entry.share),
      cell(entry.omega),
      cell(entry.p),
      cell(entry.detail),
    ],
  }));
}

interface Entry {
  readonly name: Content;
  readonly share: Content;
  readonly omega: Content;
  readonly p: Content;
  readonly detail: Content;
}

const figures = (share: number, omegaSquared: number, p: number) => ({
  share: Number.isNaN(share) ? '–' : html`${percent(share)}${bar(share)}`,
  omega: Number.isNaN(omegaSquared) ? '–' : significant(omegaSquared, 2),
  p: chance(p),
});

function parameterRow(effect: ParameterEffect, sweep: SweepSensitivity, subject: Subject, effects: Effects): Entry {
  const { keys, unit, share, omegaSquared, p, groups } = effect;
  return {
    name: html`${keyNames(keys)}${effects.method === 'forest' && unit === effects.unit && html`<span class="name">share by random forest</span>`}`,
    ...figures(share, omegaSquared, p),
    detail: html`<details><summary>${subject.swing(effect, sweep)}</summary>
<ul class="evidence">${groups.map(({ values, count, mean }) => html`<li>${valueNames(values)}: ${subject.value(mean)} <small>(${counted(count, unit)})</small></li>`)}</ul></details>`,
  };
}

const restOf = (others: readonly ParameterEffect[]): Entry => ({
  name: html`${others.map(({ keys, p }, index) => html`${index > 0 && ', '}${keyNames(keys)} <small>(p ${chance(p)})</small>`)}`,
  share: '',
  omega: '',
  p: '',
  detail: 'no effect told from chance',
});

/** The groups with the lowest and the highest mean. */
function extremes(groups: readonly ValueGroup[]): [low: ValueGroup, high: ValueGroup] {
  const sorted = [...groups].sort((a, b) => a.mean - b.mean);
  return [sorted[0] as ValueGroup, sorted.at(-1) as ValueGroup];
}
