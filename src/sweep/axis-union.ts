import type { AxisLevels } from './axis-levels.ts';
import type { Extents } from './choice-bits.ts';
import type { FamilyAxis } from './family-axes.ts';
import type { TriedValues } from './tried-values.ts';

/** What some runs tried: their values on each axis, and how many combinations of them. */
export interface Tried {
  readonly values: TriedValues;
  readonly distinct: number;
}

/** Adds the extent of an axis among runs and others that came later. There are millions: no object is made, and numbers are written where they belong. */
export function addUnion(extents: Extents, axis: number, here: Tried, there: Tried): void {
  const { bits } = here.values.family.axes[axis] as FamilyAxis;
  const known = here.values.levels[axis];
  const added = there.values.levels[axis];
  const first = here.values.firstOn(axis);
  if (known === undefined) extents.addSole(first, bits, here.distinct);
  else extents.add(known);
  if (added === undefined) {
    const code = there.values.firstOn(axis);
    extents.grow(code, bits, countOf(known, code, first, here), there.distinct);
    return;
  }
  for (let place = 0; place < added.count; place++) {
    const code = added.cells.codeAt(place);
    extents.grow(code, bits, countOf(known, code, first, here), added.cells.at(place));
  }
}

/** How many combinations have a value on an axis. */
function countOf(levels: AxisLevels | undefined, code: number, first: number, { distinct }: Tried): number {
  if (levels !== undefined) return levels.cells.of(code);
  return code === first ? distinct : 0;
}
