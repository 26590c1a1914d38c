import { amount, counted } from '../../render/format.ts';
import { type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { cellText } from './cell-text.ts';
import type { Combination } from './combinations.ts';
import { drawnAxes } from './parallel-coordinates.ts';
import type { Picture } from './picture.ts';

const MOST_ROWS = 40;

/** The combinations behind a drawing, the best first, or of hours the longest. What has no value comes last, in order of submission. */
export function runTable(picture: Picture): Html {
  const { measure, combinations } = picture;
  const axes = drawnAxes(picture.axes);
  const rows = [...combinations].sort(byValue(picture));
  const left = rows.length - MOST_ROWS;
  const heads = axes.map(({ name }) => html`<th scope=col>${named(name, 40)}`);
  const hours = measure.metric !== undefined && html`<th scope=col>GPU-hours`;
  return html`<details class="data"><summary>The figures behind this drawing</summary>
<div class="fit" role="group" aria-label="Figures of ${picture.id}" tabindex="0"><table class="runs"><thead><tr>${heads}<th scope=col>${named(measure.name, 40)}${hours}<tbody>${rows.slice(0, MOST_ROWS).map((row) => line(row, picture))}</table></div>
${left > 0 && html`<p>${counted(left, 'more combination')} in jobs.csv.</p>`}</details>`;
}

function line(combination: Combination, picture: Picture): Html {
  const values = drawnAxes(picture.axes).map(
    ({ labels }, index) => html`<td><bdi>${labels[combination.places[index] as number]}</bdi>`,
  );
  const hours = combination.trials.reduce((sum, { gpuHours }) => sum + gpuHours, 0);
  return html`<tr>${values}<td>${cellText(combination, picture)}${picture.measure.metric !== undefined && html`<td>${amount(hours)}`}`;
}

const byValue =
  ({ measure: { metric } }: Picture) =>
  (one: Combination, other: Combination): number => {
    const [isOne, isOther] = [one, other].map(({ showing }) => showing === 'value');
    if (!isOne || !isOther) return Number(isOther) - Number(isOne);
    return metric?.goal === 'min' ? one.value - other.value : other.value - one.value;
  };
