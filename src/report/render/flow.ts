import { strip } from './bar.ts';
import { type Key, legend } from './figure.ts';
import { type Content, type Html, html } from './html.ts';

/** A part of a level: what it is, how many, and in which colour. */
export interface FlowPart extends Key {
  readonly count: number;
}

/** A whole, divided into parts. */
export interface FlowLevel {
  readonly title: Content;
  readonly parts: readonly FlowPart[];
  /** Which part of the level before it is this whole, drawn as wide as all; left out where it is the same whole. */
  readonly of?: number;
}

/** The least width of a part, so that one in thousands can be seen, % of the whole. */
const LEAST_WIDTH = 0.6;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Wholes under one another, each divided, with bands that show which part of one is the next. The words stand beside it, so the drawing is silent. */
export function flow(levels: readonly FlowLevel[]): Html {
  const spans = levels.map(({ parts }) => spansOf(parts.map(({ count }) => count)));
  return html`<ol class="flow">${levels.map((level, index) => {
    const before = index === 0 ? undefined : wholeIn(spans[index - 1] ?? [], level.of);
    return levelRow(level, spans[index] ?? [], before);
  })}</ol>`;
}

/** Where the parts begin and end, 0 to 100. */
export function spansOf(counts: readonly number[]): Span[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const widths = counts.map((count) => (count > 0 ? Math.max(LEAST_WIDTH, (100 * count) / whole) : 0));
  const drawn = widths.reduce((sum, width) => sum + width, 0);
  let reached = 0;
  return widths.map((width) => {
    const from = reached;
    reached += (100 * width) / drawn;
    return { from, to: reached };
  });
}

const WHOLE: Span = { from: 0, to: 100 };

const wholeIn = (before: readonly Span[], of: number | undefined): Span =>
  of === undefined ? WHOLE : (before[of] ?? WHOLE);

function levelRow({ title, parts }: FlowLevel, spans: readonly Span[], before: Span | undefined): Html {
  const pieces = parts.map(({ colour }, index) => {
    const { from = 0, to = 0 } = spans[index] ?? {};
    return { share: (to - from) / 100, colour };
  });
  return html`<li><div class="words"><p>${title}</p>${legend(parts.filter(({ label }) => label !== ''))}</div>
<div class="drawn">${before !== undefined && bands(parts, spans, before)}${strip(pieces)}</div></li>`;
}

/** From the whole as it lies in the level above down to its parts. */
function bands(parts: readonly FlowPart[], spans: readonly Span[], { from, to }: Span): Html {
  const above = (at: number): number => hundredths(from + ((to - from) * at) / 100);
  const drawn = parts.map(({ colour }, index) => {
    const span = spans[index] ?? WHOLE;
    const corners = [above(span.from), 0, above(span.to), 0, hundredths(span.to), 10, hundredths(span.from), 10];
    return html`<polygon points="${corners.join(' ')}" fill="${colour}"/>`;
  });
  return html`<svg class="bands" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">${drawn}</svg>`;
}

const hundredths = (at: number): number => Math.round(at * 100) / 100;
