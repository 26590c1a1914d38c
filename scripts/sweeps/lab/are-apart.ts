import type { Axis } from './axes.ts';
import { cellText } from './cells.ts';
import type { Cell, Design } from './lab.ts';

/** Above this part of their common grid, two grids could as well be one of which cells are missing. Our own judgement. */
const MOST_COVERAGE = 0.6;

/**
 * Whether a careful reader of names and submit lines could tell two designs from one, though nothing else does. Truth that no one could
 * find would only measure luck.
 *
 * @param axes those whose values the reader sees
 */
export function areApart(one: Design, other: Design, axes: readonly Axis[]): boolean {
  const isShown = ({ short }: Axis): boolean => axes.some((axis) => axis.short === short);
  const sameVaried = keysOf(one.varied.filter(isShown)) === keysOf(other.varied.filter(isShown));
  const fixed = axes.filter(({ short }) => [...one.varied, ...other.varied].every((axis) => axis.short !== short));
  const sameFixed = fixed.every(({ short }) => one.base[short] === other.base[short]);
  if (one.kind !== 'grid' || other.kind !== 'grid') return !sameVaried || !sameFixed;
  return coverage([...one.cells, ...other.cells], axes) <= MOST_COVERAGE;
}

const keysOf = (axes: readonly Axis[]): string =>
  axes
    .map(({ short }) => short)
    .sort()
    .join();

/** Distinct cells over all combinations of the values. */
function coverage(cells: readonly Cell[], axes: readonly Axis[]): number {
  const combinations = axes.reduce((all, { short }) => all * new Set(cells.map((cell) => cell[short])).size, 1);
  return new Set(cells.map((cell) => cellText(cell, axes))).size / combinations;
}
