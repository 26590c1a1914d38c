import { type Html, html } from '../../render/html.ts';
import { evenly } from './axes.ts';
import type { Combination } from './combinations.ts';
import { marksOf, type Point, px } from './marks.ts';
import { type MeasureScale, measureScale, titleOf } from './measure-scale.ts';
import type { Picture } from './picture.ts';

/** The drawing's own size, px; marks keep clear of the frame, and what has no value lies in a strip of its own under it. */
const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [360, 200, 52, 348, 24, 150];
const [STRIP, LABELS] = [BOTTOM + 12, HEIGHT - 18];
const INSET = 8;
const MOST_LABELS = 7;

/** A sweep of one parameter, or of none that is known: what each run came to by the value that it tried, else by the order of submission. */
export function dotPlot(picture: Picture): Html {
  const { id, measure, combinations, axes } = picture;
  const [axis] = axes;
  const name = axis?.name ?? 'order of submission';
  const scale = measureScale(picture);
  const places = axis?.places ?? evenly(combinations.length);
  const points = combinations.map((combination, index): [Combination, Point] => {
    const place = places[axis === undefined ? index : (combination.places[0] as number)] as number;
    return [
      combination,
      { x: LEFT + INSET + place * (RIGHT - LEFT - 2 * INSET), y: heightOf(scale.placeOf(combination)) },
    ];
  });
  return html`<svg class="plot" role="img" aria-label="${measure.name} of ${id} by ${name}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<text x="0" y="12" translate="no">${scale.name}</text>${guides(scale, picture.print)}${marksOf(points, picture)}
${labelsBelow(axis?.labels ?? combinations.map((_, index) => String(index + 1)), places)}<text x="${RIGHT}" y="${HEIGHT - 4}" class="end" translate="no">${titleOf(name, axis?.isLogarithmic === true)}</text></svg>`;
}

/** Where a combination lies: by its value, or, without one, in the strip below. */
function heightOf(place: number | undefined): number {
  return place === undefined ? STRIP : BOTTOM - INSET - place * (BOTTOM - TOP - 2 * INSET);
}

/** The frame, and at its left the values at the ends. */
function guides({ ends }: MeasureScale, print: Picture['print']): Html {
  const labels = ends.map((value, index) => {
    const place = ends.length === 1 ? 0.5 : index;
    return html`<text x="${LEFT - 6}" y="${heightOf(place) + 4}" class="end">${print(value)}</text>`;
  });
  return html`<path class="guide" d="M${LEFT} ${TOP}V${BOTTOM}H${RIGHT}"/>${labels}`;
}

/** All labels where there is room, else the first and the last. */
function labelsBelow(labels: readonly string[], places: readonly number[]): Html {
  const isRoom =
    labels.length <= MOST_LABELS && labels.every((label) => label.length * 7 <= (RIGHT - LEFT) / labels.length);
  const shown = isRoom ? labels.map((_, index) => index) : [...new Set([0, labels.length - 1])];
  return html`${shown.map((index) => {
    const x = LEFT + INSET + (places[index] as number) * (RIGHT - LEFT - 2 * INSET);
    return html`<text x="${px(x)}" y="${LABELS}" class="${anchorOf(index, labels.length, isRoom)}" translate="no">${labels[index]}</text>`;
  })}`;
}

function anchorOf(index: number, count: number, isRoom: boolean): string {
  if (isRoom || count === 1) return 'middle';
  return index === 0 ? 'start' : 'end';
}
