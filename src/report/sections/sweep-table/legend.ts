import { type Content, type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import { endsOf } from './axes.ts';
import { BEST, LOST, MISSING } from './cell-text.ts';
import type { Combination, Showing } from './combinations.ts';
import type { Picture } from './picture.ts';

/** How drawings other than grids mark what has no value; in a grid a word says it. */
const MARKS = { unmeasured: '○', running: '|', waiting: '–' };

/** What shades and marks of a drawing stand for, of those that are in it. `missing`: how many cells of the grid no run tried; undefined where it is no grid. */
export function pictureLegend(picture: Picture, missing: number | undefined): Html {
  const { combinations, measure, isBest } = picture;
  const has = (showing: Showing): boolean => combinations.some((each) => each.showing === showing);
  const mark = (showing: keyof typeof MARKS): Html => key(showing, missing === undefined ? MARKS[showing] : '');
  const name = named(measure.name, 40);
  const keys: Content[] = [
    has('value') && html`<li>${scale(picture, missing === undefined)}`,
    combinations.some(isBest) && html`<li>${BEST} the best run`,
    combinations.some(isMean) && html`<li>×3: mean of three runs`,
    combinations.some(({ lostBeside }) => lostBeside > 0) && html`<li>+1${LOST}: one more that did not finish`,
    has('unmeasured') && html`<li>${mark('unmeasured')}ended, without a value of ${name}`,
    has('running') && html`<li>${mark('running')}still running`,
    has('lost') && html`<li>${key('lost', LOST)}did not finish`,
    has('waiting') && html`<li>${mark('waiting')}waiting`,
    missing !== undefined && missing > 0 && html`<li>${key('m', MISSING)}not tried`,
  ];
  return html`<ul class="keys">${keys}</ul>`;
}

const isMean = ({ counted }: Combination): boolean => counted > 1;

const key = (name: string, mark: string): Html => html`<i class=${name} aria-hidden=true>${mark}</i> `;

/** The shades, or the colours of dots and lines, from the least to the largest value, or from the worst to the best. */
function scale({ combinations, measure: { metric, name }, print }: Picture, isPlot: boolean): Html {
  const [least, most] = endsOf(combinations.filter(({ showing }) => showing === 'value').map(({ value }) => value));
  const [from, to] = metric?.goal === 'min' ? [most, least] : [least, most];
  const goal = metric !== undefined && ` (${metric.goal === 'min' ? 'lower' : 'higher'} is better)`;
  return html`<b>${named(name, 40)}</b>${goal} ${print(from)} <i class=${isPlot ? 'lines' : 'shades'}></i> ${print(to)}`;
}
