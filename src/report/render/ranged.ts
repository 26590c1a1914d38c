import type { Range } from '../../model/estimate.ts';
import { printsAlike, span } from './format.ts';
import { type Html, html } from './html.ts';

/** A middle figure with its range in small type under it, where it has one. */
export function ranged(
  range: Range,
  format: (value: number) => string,
  formatSpan = (wide: Range) => span(wide, format),
): Html {
  const below = !printsAlike(range, format) && html`<span class="range">${formatSpan(range)}</span>`;
  return html`${format(range.value)}${below}`;
}
