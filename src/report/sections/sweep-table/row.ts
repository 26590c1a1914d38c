import type { CostedSweep } from '../../../model/facts.ts';
import type { Sweep } from '../../../model/sweep.ts';
import { secondsToHours } from '../../../model/units.ts';
import { bar } from '../../render/bar.ts';
import { amount, counted, grouped, percent, usdSpan } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { anchor, named } from '../../render/names.ts';
import { cell, type Row } from '../../render/table.ts';
import { day, duration } from '../../render/time.ts';

const MOST_VALUES = 24;
const MOST_PARAMETERS = 24;
const NAMES_IN_SUMMARY = 4;
const MOST_MISSING = 8;

/** A sweep as a row of the table; `largest` GPU-hours fill the bar. */
export function sweepRow({ sweep, usage, costs, start, end }: CostedSweep, largest: number): Row {
  const hours = secondsToHours(end - start);
  return {
    id: anchor(sweep.id),
    cells: [
      cell(html`<a href="#${anchor(sweep.id)}">${sweep.id}</a><span class="name">${named(sweep.name)}</span>`),
      cell(details(sweep)),
      cell(sweep.kind),
      cell(day(start), start),
      cell(duration(hours), hours),
      cell(grouped(usage.attempts), usage.attempts),
      cell(grouped(sweep.runs), sweep.runs),
      cell(html`${amount(usage.gpuHours)}${bar(usage.gpuHours / largest)}`, usage.gpuHours),
      cell(usdSpan(costs.cloudUsd), costs.cloudUsd.value),
      cell(percent(sweep.coverage), sweep.coverage),
      cell(percent(sweep.confidence), sweep.confidence),
    ],
  };
}

function details({ parameters, evidence, explanation, missing, refines }: Sweep): Html {
  const varied = Object.entries(parameters);
  const left = varied.length - MOST_PARAMETERS;
  return html`<details><summary>${summary(varied)}</summary>
<p class="explanation">${explanation}${refines !== undefined && html` It looks more closely where ${refines} had looked.`}</p>
<dl class="parameters">${varied.slice(0, MOST_PARAMETERS).map(([name, values]) => html`<div><dt>${named(name, 60)}</dt><dd>${valueList(values)}</dd></div>`)}</dl>
${left > 0 && html`<p>${counted(left, 'more parameter')} in sweeps.csv.</p>`}
${missing.length > 0 && html`<p>Not tried: ${missingList(missing)}.</p>`}
<ul class="evidence">${evidence.map(({ rule, note }) => html`<li>${note} <small>(${rule})</small></li>`)}</ul></details>`;
}

/** `lr 0.1, do 0.3; lr 0.1, do 0.5` */
function missingList(missing: Sweep['missing']): Html {
  const left = missing.length - MOST_MISSING;
  const shown = missing.slice(0, MOST_MISSING).map((cell, index) => {
    const values = Object.entries(cell).map(
      ([key, value], at) => html`${at > 0 && ', '}${named(key, 30)} ${named(value, 30)}`,
    );
    return html`${index > 0 && '; '}${values}`;
  });
  return html`${shown}${left > 0 && ` … and ${grouped(left)} more`}`;
}

/** `lr ×4, dropout ×3`: names with how many values each took. */
function summary(varied: readonly (readonly [string, readonly string[]])[]): Html {
  if (varied.length === 0) return html`no parameter known`;
  const names = varied
    .slice(0, NAMES_IN_SUMMARY)
    .map(([name, values], index) => html`${index > 0 && ', '}${named(name, 30)}\u00a0×${grouped(values.length)}`);
  const left = varied.length - NAMES_IN_SUMMARY;
  return html`${names}${left > 0 && ` and ${left} more`}`;
}

function valueList(values: readonly string[]): Html {
  const left = values.length - MOST_VALUES;
  const shown = values.slice(0, MOST_VALUES).map((value, index) => html`${index > 0 && ', '}${named(value, 60)}`);
  return html`${shown}${left > 0 && ` … and ${grouped(left)} more`}`;
}
