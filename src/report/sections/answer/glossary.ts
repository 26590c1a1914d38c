import { type Html, html } from '../../render/html.ts';
import { ABANDONED_RULE } from '../../render/sweep-outcome.ts';

const TERMS: readonly (readonly [string, string])[] = [
  ['attempt', 'one execution of a job: from one start to one end. A job that was requeued has several.'],
  ['run', 'attempts that continue each other, by requeue or resize: one training.'],
  [
    'sweep',
    'runs that vary hyperparameters around one experiment: a grid, a random or adaptive search, or repeats over seeds.',
  ],
  ['abandoned', ABANDONED_RULE],
  ['tier', 'one of three questions asked of the same logs: what one model, one tuning and the whole project took.'],
  ['GPU-hour', 'one GPU held for one hour, whether or not it was busy.'],
];

/** What the page's words mean, a line each. */
export const glossary = (): Html => html`<h3>Words used on this page</h3>
<dl class="terms">${TERMS.map(([term, meaning]) => html`<div${term === 'abandoned' && html` id="abandoned"`}><dt>${term}</dt><dd>${meaning}</dd></div>`)}</dl>`;
