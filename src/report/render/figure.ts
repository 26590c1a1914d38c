import { type Content, type Html, html } from './html.ts';

export interface Key {
  readonly label: Content;
  /** A colour of the style sheet: `var(--series-1)`. */
  readonly colour: string;
  /** Drawn as a line of such dashes (`5 3`), not as an area. */
  readonly dashes?: string;
}

export interface Figure {
  readonly chart: Html;
  readonly caption: Content;
  /** What the vertical axis counts, set above it. */
  readonly axis?: string;
  readonly legend: readonly Key[];
  /** The figures behind the drawing, for those who would rather read them. */
  readonly data: Html;
}

/** A drawing with its legend, numbered caption and the figures behind it. */
export const figure = (parts: Figure): Html => html`<figure class="drawing">
<div class="above">${parts.axis !== undefined && html`<span class="axis">${parts.axis}</span>`}${legend(parts.legend)}</div>
${parts.chart}
<figcaption>${parts.caption}</figcaption>
<details class="data"><summary>The figures behind this chart</summary>${parts.data}</details>
</figure>`;

/** Colours and what they stand for. */
export const legend = (keys: readonly Key[]): Html =>
  html`<ul class="legend">${keys.map((key) => html`<li>${swatch(key)}${key.label}</li>`)}</ul>`;

const swatch = ({ colour, dashes }: Key): Html =>
  dashes !== undefined
    ? html`<svg class="swatch" aria-hidden="true" viewBox="0 0 20 10"><path d="M0 5h20" stroke="${colour}" stroke-width="2" stroke-dasharray="${dashes}"/></svg>`
    : html`<svg class="swatch" aria-hidden="true" viewBox="0 0 20 10"><rect width="20" height="10" rx="2" fill="${colour}"/></svg>`;
