import type { Axis } from './axes.ts';
import type { Picture } from './picture.ts';

/** Axes down the side and across the top of a grid, those within others last. */
export interface Grid {
  readonly down: readonly Axis[];
  readonly across: readonly Axis[];
}

/** Of our own judgement: what still can be read, on a phone too. */
const [MOST_AXES, MOST_CELLS, MOST_COLUMNS, MOST_SCROLLED] = [4, 300, 7, 24];
/** Of more than two axes a grid is mostly holes when less of it was tried. */
const LEAST_TRIED = 0.5;
/** A square of so many cells shows its holes well. */
const SMALL = 100;

export const cellsOf = (axes: readonly Axis[]): number =>
  axes.reduce((product, { labels }) => product * labels.length, 1);

/** How to lay out a sweep as a grid; undefined where it would be too large or mostly empty. */
export function gridOf({ axes, combinations }: Pick<Picture, 'axes' | 'combinations'>): Grid | undefined {
  const cells = cellsOf(axes);
  if (axes.length < 2 || axes.length > MOST_AXES || cells > MOST_CELLS) return undefined;
  const isSmall = axes.length === 2 && cells <= SMALL;
  if (!isSmall && combinations.length < LEAST_TRIED * cells) return undefined;
  const splits = splitsOf(axes).filter(({ across }) => cellsOf(across) <= MOST_SCROLLED);
  return splits.sort((a, b) => strain(a) - strain(b))[0];
}

/** Every way to put some axes down and the others across, each in the order of the sweep. */
function splitsOf(axes: readonly Axis[]): Grid[] {
  const subsets = Array.from({ length: 2 ** axes.length - 2 }, (_, index) => index + 1);
  return subsets.map((subset) => ({
    down: axes.filter((_, index) => (subset & (1 << index)) === 0),
    across: axes.filter((_, index) => (subset & (1 << index)) !== 0),
  }));
}

/** How hard a layout is to read: columns beyond the width of a phone, then nesting, then length. */
const strain = ({ down, across }: Grid): number =>
  Math.max(0, cellsOf(across) - MOST_COLUMNS) * 1000 + Math.max(down.length, across.length) * 100 + cellsOf(down);
