import { type Extents, factorialBits } from './choice-bits.ts';
import type { FamilyAxis } from './family-axes.ts';
import type { TriedValues } from './tried-values.ts';

/** What some runs tried: their values on each axis, and how many combinations of them. */
export interface Tried {
  readonly values: TriedValues;
  readonly distinct: number;
}

/** How many combinations have a value on an axis. */
function cellsWith({ values, distinct }: Tried, axis: number, code: number): number {
  const levels = values.levels[axis];
  if (levels !== undefined) return levels.cells.of(code);
  return values.firstOn(axis) === code ? distinct : 0;
}

/** Adds the extent of an axis among runs and others that came later. There are millions: no object is made, and numbers are written where they belong. */
export function addUnion(extents: Extents, axis: number, here: Tried, there: Tried): void {
  const { bits: bitsOf } = here.values.family.axes[axis] as FamilyAxis;
  const known = here.values.levels[axis];
  const first = here.values.firstOn(axis);
  const ofFactorial = factorialBits(here.distinct + there.distinct);
  let bits = known?.bits ?? (bitsOf[first] as number);
  let count = known?.count ?? 1;
  let latest = known?.latest ?? first;
  let ofMost = known?.ofMost ?? here.distinct;
  let spread = known?.spread ?? (ofFactorial[here.distinct] as number);
  const added = there.values.levels[axis]?.cells;
  const size = added?.size ?? 1;
  for (let place = 0; place < size; place++) {
    const code = added?.codeAt(place) ?? there.values.firstOn(axis);
    const cells = added?.at(place) ?? there.distinct;
    const before = cellsWith(here, axis, code);
    if (cells + before > ofMost) ofMost = cells + before;
    spread += (ofFactorial[cells + before] as number) - (ofFactorial[before] as number);
    if (before > 0) continue;
    bits += bitsOf[code] as number;
    count++;
    latest = code;
  }
  const at = extents.size++;
  extents.bits[at] = bits;
  extents.counts[at] = count;
  extents.ofLatest[at] = cellsWith(here, axis, latest) + cellsWith(there, axis, latest);
  extents.ofMost[at] = ofMost;
  extents.spreads[at] = spread;
}
