import { type Html, html } from './html.ts';

export interface Piece {
  /** Part of the whole, 0 to 1. */
  readonly share: number;
  readonly colour: string;
}

/** A bar in a table's cell; the figure stands beside it, so it is silent to screen readers. */
export const bar = (share: number, colour = 'var(--accent)'): Html => strip([{ share, colour }], 'bar');

/** Pieces of a whole side by side; drawn without text so that it can take any width. */
export function strip(pieces: readonly Piece[], name = 'strip'): Html {
  let reached = 0;
  const drawn = pieces.map(({ share, colour }) => {
    const width = hundredths(share);
    const piece = html`<rect${reached > 0 && html` x="${reached}"`} width="${width}" height="10" fill="${colour}"/>`;
    reached = Math.round((reached + width) * 100) / 100;
    return piece;
  });
  return html`<svg class="${name}" aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">${drawn}</svg>`;
}

const hundredths = (share: number): number =>
  Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100 : 0;
