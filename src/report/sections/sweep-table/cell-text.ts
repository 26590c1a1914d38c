import { type Content, type Html, html } from '../../render/html.ts';
import { OUTCOMES } from '../../render/outcome.ts';
import type { Combination } from './combinations.ts';
import type { Picture } from './picture.ts';

/** What a reader sees where nothing was tried; the legend says it in words. */
export const MISSING = '–';
export const LOST = '✕';
export const BEST = '★';

/** What a combination came to, in a cell: `0.8123 ×3 +1✕`, `✕ timed out`, `no value`. */
export function cellText(combination: Combination, { print, isBest }: Picture): Html {
  const { showing, value, counted, lostBeside, shown } = combination;
  const star = isBest(combination) && `${BEST} `;
  const several = counted > 1 && html` <small>×${counted}</small>`;
  const lost = lostBeside > 0 && html` <small>+${lostBeside}${LOST}</small>`;
  if (showing === 'value') return html`${star}${print(value)}${several}${lost}`;
  const figure = counted > 0 && html` <small>${print(value)}</small>`;
  return html`${star}${wordOf(combination)}${figure}${several}${counted === 0 && timesTried(shown.length)}${lost}`;
}

const timesTried = (runs: number): Content => runs > 1 && html` <small>×${runs}</small>`;

function wordOf({ showing, shown }: Combination): string {
  if (showing === 'unmeasured') return 'no value';
  if (showing !== 'lost') return showing;
  const states = new Set(shown.map(({ state }) => OUTCOMES[state].label));
  return `${LOST} ${states.size === 1 ? [...states].join() : 'not finished'}`;
}
