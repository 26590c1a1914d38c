import type { Axis } from './axes.ts';
import { cellText } from './cells.ts';
import type { Cell, LabSweep } from './lab.ts';

/** Above this part of their common grid, two grids could as well be one of which cells are missing. Our own judgement. */
const MOST_COVERAGE = 0.6;

type Shown = Pick<LabSweep, 'design' | 'shown'>;

/**
 * Whether a careful reader of names and submit lines could tell two sweeps from one, though nothing else does: they show other keys; or
 * they are grids that make no common grid; or no run of one lies among the values of the other. Truth that no one could find would only
 * measure luck.
 */
export function areApart(one: Shown, other: Shown): boolean {
  if (keysOf(one.shown) !== keysOf(other.shown)) return true;
  const [cells, others] = [one.design.cells, other.design.cells];
  if (one.design.kind === 'grid' && other.design.kind === 'grid') {
    return coverage([...cells, ...others], one.shown) <= MOST_COVERAGE;
  }
  return !cells.some(isAmong(others, one.shown)) && !others.some(isAmong(cells, one.shown));
}

const keysOf = (axes: readonly Axis[]): string =>
  axes
    .map(({ short }) => short)
    .sort()
    .join();

const valuesOf = (cells: readonly Cell[], { short }: Axis): Set<string> =>
  new Set(cells.map((cell) => cell[short] ?? ''));

/** Distinct cells over all combinations of the values. */
function coverage(cells: readonly Cell[], axes: readonly Axis[]): number {
  const combinations = axes.reduce((all, axis) => all * valuesOf(cells, axis).size, 1);
  return new Set(cells.map((cell) => cellText(cell, axes))).size / combinations;
}

/** Whether a cell has, on each axis, one of the values of some cells, or a number between them where they were drawn from a range. */
function isAmong(cells: readonly Cell[], axes: readonly Axis[]): (cell: Cell) => boolean {
  const spans = axes.map((axis) => {
    const values = valuesOf(cells, axis);
    const isDrawn = axis.range !== undefined && [...values].some((value) => !axis.values.includes(value));
    const numbers = [...values].map(Number);
    const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
    return (value: string): boolean => values.has(value) || (isDrawn && Number(value) >= low && Number(value) <= high);
  });
  return (cell) => axes.every(({ short }, index) => spans[index]?.(cell[short] ?? ''));
}
