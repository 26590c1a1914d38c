import type { Axis } from './axes.ts';
import type { Cell } from './lab.ts';

/** All combinations around a point, the last list turning fastest, as nested loops of a script submit them. */
export const crossProduct = (
  base: Cell,
  lists: readonly (readonly [short: string, values: readonly string[]])[],
): Cell[] =>
  lists.reduce<Cell[]>(
    (cells, [short, values]) => cells.flatMap((cell) => values.map((value) => ({ ...cell, [short]: value }))),
    [base],
  );

/** A cell as text, by the axes given. */
export const cellText = (cell: Cell, axes: readonly Axis[]): string =>
  axes.map(({ short }) => `${short}=${cell[short] ?? ''}`).join(' ');

/** Each cell once, in order of first appearance. */
export const distinct = (cells: readonly Cell[]): Cell[] => [
  ...new Map(cells.map((cell) => [JSON.stringify(cell), cell])).values(),
];
