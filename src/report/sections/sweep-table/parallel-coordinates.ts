import { type Html, html } from '../../render/html.ts';
import { type Axis, evenly } from './axes.ts';
import type { Combination } from './combinations.ts';
import { classOf } from './heat-map.ts';
import { marksOf, type Point, px } from './marks.ts';
import { measureScale, titleOf } from './measure-scale.ts';
import type { Picture } from './picture.ts';

/** The drawing's own size, px: axes lie one under the other, so that names have room and a phone shows any number of them. */
const [WIDTH, LEFT, RIGHT, FIRST, STEP] = [360, 12, 348, 24, 44];
/** On the axis of the measure, where what has no value lies. */
const WITHOUT = 60;
const MOST_LABELS = 6;
const CHARACTER = 6.4;

/** A line across the drawing: a parameter, or at the end the measure. */
interface Line extends Pick<Axis, 'name' | 'labels' | 'places'> {
  readonly y: number;
  readonly right: number;
  /** Labels of parameters stay as the log writes them; those of the measure are numbers of ours. */
  readonly isMeasure: boolean;
}

/** A sweep of many parameters: a line for each combination through its values, from above, to what it came to. */
export function parallelCoordinates(picture: Picture): Html {
  const { id, measure } = picture;
  const axes = drawnAxes(picture.axes);
  const combinations = [...picture.combinations].sort(byShade(picture));
  const bottom = FIRST + axes.length * STEP;
  const scale = measureScale(picture);
  const ends = combinations.map((each): Point => ({ x: endX(scale.placeOf(each)), y: bottom }));
  const marks = combinations.map((each, index): [Combination, Point] => [each, ends[index] as Point]);
  const ways = combinations.map((each, index) => way(each, ends[index] as Point, picture));
  const lines: Line[] = [
    ...axes.map((axis, index) => ({
      ...axis,
      name: titleOf(axis.name, axis.isLogarithmic),
      y: FIRST + index * STEP,
      right: RIGHT,
      isMeasure: false,
    })),
    {
      name: scale.name,
      labels: scale.ends.map(picture.print),
      places: evenly(scale.ends.length),
      y: bottom,
      right: RIGHT - WITHOUT,
      isMeasure: true,
    },
  ];
  const label = `${axes.length} parameters of ${id} and ${measure.name}: a line for each combination`;
  return html`<svg class="plot" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${bottom + 20}">
<path class="guide" d="${lines.map(({ y, right }) => `M${LEFT} ${y}H${right}`).join('')}"/>${ways}${marksOf(marks, picture)}${lines.map(textsOf)}</svg>`;
}

/** So many lines can be followed. Our own judgement. */
const MOST_AXES = 12;

/** The parameters that are drawn. */
export const drawnAxes = (axes: readonly Axis[]): readonly Axis[] => axes.slice(0, MOST_AXES);

/** What has no value lies under the others, and the best on top. */
const byShade =
  (picture: Picture) =>
  (one: Combination, other: Combination): number => {
    const [below, above] = [one, other].map((each) => (each.showing === 'value' ? picture.shade(each.value) : 0));
    return (below as number) - (above as number);
  };

const xOf = (place: number, right: number): number => LEFT + place * (right - LEFT);

function way(combination: Combination, end: Point, picture: Picture): Html {
  const points = combination.places.slice(0, MOST_AXES).map((place, index) => {
    const { places } = picture.axes[index] as Axis;
    const x = xOf(places[place] as number, RIGHT);
    return `${px(x)} ${FIRST + index * STEP}`;
  });
  return html`<path class="way ${classOf(combination, picture)}" d="M${[...points, `${px(end.x)} ${end.y}`].join('L')}"/>`;
}

/** Where a combination ends: at its value, or, without one, at the right of the last line. */
const endX = (place: number | undefined): number =>
  place === undefined ? RIGHT - WITHOUT / 4 : xOf(place, RIGHT - WITHOUT);

/** The name above a line, and the values at its places below: all where there is room, else the first and the last. */
function textsOf({ name, labels, places, y, right, isMeasure }: Line): Html {
  const asWritten = !isMeasure && html` translate="no"`;
  const room = (right - LEFT) / labels.length;
  const isRoom = labels.length <= MOST_LABELS && labels.every(({ length }) => length * CHARACTER <= room);
  const shown = isRoom ? [...labels.keys()] : [0, labels.length - 1];
  const texts = shown.map((index) => {
    const place = places[index] as number;
    const { anchor, aside } = SIDES.find(({ until }) => place < until) ?? END;
    return html`<text x="${px(xOf(place, right) + aside)}" y="${y + 14}" class="${anchor}"${asWritten}>${labels[index]}</text>`;
  });
  return html`<text x="${LEFT - 8}" y="${y - 8}" class="name" translate="no">${name}</text>${texts}`;
}

/** Labels at the ends of a line stand within the drawing. */
const END = { until: 1, anchor: 'end', aside: 8 };
const SIDES = [{ until: 0.1, anchor: 'start', aside: -8 }, { until: 0.9, anchor: 'middle', aside: 0 }, END];
