import { type Content, type Html, html } from '../../render/html.ts';
import { named } from '../../render/names.ts';
import type { Axis } from './axes.ts';
import { cellText, MISSING } from './cell-text.ts';
import type { Combination } from './combinations.ts';
import { cellsOf, type Grid } from './grid.ts';
import type { Picture } from './picture.ts';

/**
 * The grid of a sweep as a table whose cells are shaded: what a drawing would show, and every figure of it can be read aloud and copied. Cells have neither quotes nor end tags, as HTML
 * allows: there are thousands on a page, and so they are 15 bytes and not 24.
 */
export function heatMap(picture: Picture, grid: Grid): Html {
  const { down, across } = grid;
  const at = new Map(picture.combinations.map((each) => [each.places.join(), each]));
  const columns = placesIn(across);
  const rows = placesIn(down).map((places) => {
    const cells = columns.map((column) => cell(at.get(keyOf(picture.axes, grid, places, column)), picture));
    return html`<tr>${rowHeads(down, places)}${cells}`;
  });
  return html`<div class="fit" role="group" aria-label="Heat map of ${picture.id}" tabindex="0"><table class="heat">
${head(grid, columns)}<tbody>${rows}</table></div>`;
}

function cell(combination: Combination | undefined, picture: Picture): Html {
  if (combination === undefined) return html`<td class=m>${MISSING}`;
  return html`<td class=${classOf(combination, picture)}>${cellText(combination, picture)}`;
}

/** What the style sheet shades a combination by: `s1` to `s5`, or how it ended. */
export const classOf = ({ showing, value }: Combination, { shade }: Picture): string =>
  showing === 'value' ? `s${shade(value)}` : showing;

/** Every combination of the places of some axes, the last axis turning fastest. */
function placesIn(axes: readonly Axis[]): number[][] {
  return axes.reduce<number[][]>(
    (places, { labels }) => places.flatMap((before) => labels.map((_, place) => [...before, place])),
    [[]],
  );
}

function keyOf(
  axes: readonly Axis[],
  { down, across }: Grid,
  row: readonly number[],
  column: readonly number[],
): string {
  return axes.map((axis) => (down.includes(axis) ? row[down.indexOf(axis)] : column[across.indexOf(axis)])).join();
}

/** The names of the axes across, their values in a line each, and the names of the axes down before the last of these. */
function head({ down, across }: Grid, columns: readonly (readonly number[])[]): Html {
  const corner = html`<td colspan=${down.length}>`;
  const names = across.map(({ name }, index) => html`${index > 0 && ' / '}${named(name, 40)}`);
  const lines = across.map((axis, depth) => {
    const isLast = depth === across.length - 1;
    const before = isLast ? down.map(({ name }) => html`<th scope=col class=axis>${named(name, 40)}`) : corner;
    return html`<tr>${before}${columnHeads(axis, cellsOf(across.slice(depth + 1)), columns.length)}`;
  });
  return html`<thead><tr>${corner}<th scope=colgroup colspan=${columns.length} class=axis>${names}${lines}`;
}

/** The values of an axis across, each over as many columns as lie within it, again and again. */
function columnHeads({ labels }: Axis, span: number, columns: number): Html[] {
  const scope: Content = span > 1 ? html`scope=colgroup colspan=${span}` : html`scope=col`;
  return Array.from({ length: columns / span }, (_, index) => {
    return html`<th ${scope}><bdi>${labels[index % labels.length]}</bdi>`;
  });
}

/** Values of the axes down: one stands before all of the rows within it. */
function rowHeads(down: readonly Axis[], places: readonly number[]): Html[] {
  return down.flatMap(({ labels }, depth) => {
    const within = cellsOf(down.slice(depth + 1));
    if (places.slice(depth + 1).some((place) => place > 0)) return [];
    const scope: Content = within > 1 ? html`scope=rowgroup rowspan=${within}` : html`scope=row`;
    return [html`<th ${scope}><bdi>${labels[places[depth] as number]}</bdi>`];
  });
}
