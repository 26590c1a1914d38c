import type { CostedSweep } from '../../../model/facts.ts';
import type { JobState } from '../../../model/job-state.ts';
import type { Sweep } from '../../../model/sweep.ts';
import { amount, counted, grouped, percent, usd, withRange } from '../../render/format.ts';
import { type Content, type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { OUTCOME_ORDER, OUTCOMES } from '../../render/outcome.ts';
import { rentOf, told } from '../../render/told.ts';

const MOST_VALUES = 24;
const MOST_PARAMETERS = 24;
const NAMES_IN_SUMMARY = 6;
const MOST_MISSING = 8;
const MOST_USERS = 3;
/** Plain words turn nothing around, so that a list of them may stand in one element, half as long: there are thousands. */
const PLAIN = /^[\w.+-]{1,30}$/;

/** What the card of a sweep shows beside what is known of the sweep itself. */
export interface CardParts {
  readonly users: readonly string[];
  readonly best: Html | undefined;
  /** Its drawing; undefined for those beyond the largest. */
  readonly drawing: Html | undefined;
  /** Whether the drawing is a grid, which shows what was not tried. */
  readonly isGrid: boolean;
  /** Whether its drawing is printed, too: paper has room for few. */
  readonly isPrinted: boolean;
}

/**
 * All of one sweep, to unfold under its row. The place that its address names lies inside, because a browser unfolds what holds the place that it goes to; so links open the card without
 * a script.
 */
export function sweepCard(costed: CostedSweep, { users, best, drawing, isGrid, isPrinted }: CardParts): Html {
  const { sweep } = costed;
  const varied = Object.entries(sweep.parameters);
  const kept = isPrinted && html` printed`;
  return html`<details class="card"><summary>${summary(varied)}</summary>
<div class="inside${kept}" id="${anchor(sweep.id)}">
<div class="told"><p class="explanation">${sweep.explanation}${sweep.refines !== undefined && html` It looks more closely where ${sweep.refines} had looked.`}</p>
${took(costed, users)}${best}
${parameterList(varied)}
${sweep.missing.length > 0 && !isGrid && html`<p>Not tried: ${missingList(sweep.missing)}.</p>`}
${evidenceOf(sweep)}</div>${drawing}</div></details>`;
}

/** `By ada. 12% of its GPU-hours went to … Cloud rent $2,500 ($1,238–$4,205), electricity …`; what the row says stands there. */
function took({ usage, costs, gpuHoursByState }: CostedSweep, users: readonly string[]): Html {
  const shown = users.slice(0, MOST_USERS).map((user, index) => html`${index > 0 && ', '}${named(user, 40)}`);
  const more = users.length - MOST_USERS;
  const by = users.length > 0 && html`By <span class="user">${shown}</span>${more > 0 && ` and ${more} more`}. `;
  const { cloudUsd, energyKwh, co2eKg } = costs;
  const rent = usage.untold === undefined && usage.gpuHours > 0 ? withRange(cloudUsd, usd) : rentOf(usage, costs);
  return html`<p>${by}${lostOf(gpuHoursByState, usage.gpuHours)}Cloud rent <b>${rent}</b>, electricity
${told(usage, energyKwh.value, `${withRange(energyKwh, amount)} kWh`)}, ${told(usage, co2eKg.value, `${withRange(co2eKg, amount)} kg CO₂e`)}.</p>`;
}

/** `12% of its GPU-hours went to attempts that did not finish (failed, timed out). ` */
function lostOf(hours: ReadonlyMap<JobState, number>, all: number): Content {
  const lost = OUTCOME_ORDER.filter((state) => OUTCOMES[state].isLost && (hours.get(state) ?? 0) > 0);
  if (lost.length === 0 || !(all > 0)) return false;
  const sum = lost.reduce((total, state) => total + (hours.get(state) ?? 0), 0);
  const outcomes = lost.map((state) => OUTCOMES[state].label).join(', ');
  return `${percent(sum / all)} of its GPU-hours went to attempts that did not finish (${outcomes}). `;
}

function parameterList(varied: Varied): Html {
  const left = varied.length - MOST_PARAMETERS;
  const shown = varied
    .slice(0, MOST_PARAMETERS)
    .map(([name, values]) => html`<div><dt>${named(name, 60)}</dt><dd>${valueList(values)}</dd></div>`);
  return html`<dl class="parameters">${shown}</dl>${left > 0 && html`<p>${counted(left, 'more parameter')} in sweeps.csv.</p>`}`;
}

const evidenceOf = ({ confidence, evidence }: Sweep): Html =>
  html`<p class="sure">Why these runs are one sweep (${percent(confidence)} sure):</p><ul class="evidence">${evidence.map(({ rule, note }) => html`<li>${note} <small>(${rule})</small></li>`)}</ul>`;

/** `lr 0.1, do 0.3; lr 0.1, do 0.5` */
function missingList(missing: Sweep['missing']): Html {
  const left = missing.length - MOST_MISSING;
  const shown = missing
    .slice(0, MOST_MISSING)
    .map((cell, index) => html`${index > 0 && '; '}${missingCell(Object.entries(cell))}`);
  return html`${shown}${left > 0 && ` … and ${grouped(left)} more`}`;
}

function missingCell(entries: readonly (readonly [string, string])[]): Html {
  if (entries.flat().every((text) => PLAIN.test(text)))
    return html`<bdi>${entries.map((entry) => entry.join(' ')).join(', ')}</bdi>`;
  return html`${entries.map(([key, value], at) => html`${at > 0 && ', '}${named(key, 30)} ${named(value, 30)}`)}`;
}

type Varied = readonly (readonly [string, readonly string[]])[];

/** `lr ×4, dropout ×3`: names with how many values each took. */
function summary(varied: Varied): Html {
  if (varied.length === 0) return html`no parameter known`;
  const names = varied
    .slice(0, NAMES_IN_SUMMARY)
    .map(([name, values], index) => html`${index > 0 && ', '}${named(name, 30)}\u00a0×${grouped(values.length)}`);
  const left = varied.length - NAMES_IN_SUMMARY;
  return html`${names}${left > 0 && ` and ${left} more`}`;
}

function valueList(values: readonly string[]): Html {
  const left = values.length - MOST_VALUES;
  const some = values.slice(0, MOST_VALUES);
  const rest = left > 0 && ` … and ${grouped(left)} more`;
  if (some.every((value) => PLAIN.test(value))) return html`<bdi>${some.join(', ')}</bdi>${rest}`;
  const shown = some.map(
    (value, index) => html`${index > 0 && ', '}${value === '' ? html`<i>not given</i>` : named(value, 60)}`,
  );
  return html`${shown}${rest}`;
}
