import { type Html, html } from '../../render/html.ts';
import { BEST } from './cell-text.ts';
import type { Combination } from './combinations.ts';
import { classOf } from './heat-map.ts';
import type { Picture } from './picture.ts';

/** A point of a drawing, px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** As short as a hundredth of a pixel needs. */
export const px = (length: number): string => String(Math.round(length * 10) / 10);

/**
 * Marks of combinations, those of one class in one path, 8 bytes each: a dot is a line of no length with round ends. What has no value is not told apart by its colour alone: what did not
 * finish is a cross, what ended without a value a ring, what runs or waits a bar.
 */
export function marksOf(points: readonly (readonly [Combination, Point])[], picture: Picture): Html {
  const paths = new Map<string, string>();
  for (const [combination, { x, y }] of points) {
    const name = classOf(combination, picture);
    paths.set(name, `${paths.get(name) ?? ''}M${px(x)} ${px(y)}${SHAPES[combination.showing]}`);
  }
  const drawn = [...paths].sort(([one], [other]) => (one < other ? -1 : 1));
  const best = points.find(([combination]) => picture.isBest(combination))?.[1];
  const star = best !== undefined && html`<text class="best" x="${px(best.x)}" y="${px(best.y + 5)}">${BEST}</text>`;
  return html`${drawn.map(([name, path]) => html`<path class="mark ${name}" d="${path}"/>`)}${star}`;
}

const SHAPES: Readonly<Record<Combination['showing'], string>> = {
  value: 'h0',
  unmeasured: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0',
  running: 'm0-4v8',
  waiting: 'm-4 0h8',
  lost: 'm-3-3l6 6m0-6l-6 6',
};
