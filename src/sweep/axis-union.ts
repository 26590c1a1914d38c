import type { AxisLevels } from './axis-levels.ts';
import { type Extents, factorialBits } from './choice-bits.ts';

/** What some runs have of one axis: their first value, all values where there are several, and how many combinations they tried. Written anew for each axis: there are millions. */
export interface AxisSide {
  first: number;
  levels: AxisLevels | undefined;
  cells: number;
}

/** How many combinations of a side have a value. */
function cellsWith({ first, levels, cells }: Readonly<AxisSide>, code: number): number {
  if (levels !== undefined) return levels.cells.of(code);
  return first === code ? cells : 0;
}

/** Adds the extent of an axis among runs and others that came later. */
export function addUnion(
  extents: Extents,
  here: Readonly<AxisSide>,
  there: Readonly<AxisSide>,
  bitsOf: Float64Array,
): void {
  const known = here.levels;
  let bits = known?.bits ?? (bitsOf[here.first] as number);
  let count = known?.count ?? 1;
  let latest = known?.latest ?? here.first;
  let ofMost = known?.ofMost ?? here.cells;
  let spread = known?.spread ?? factorialBits(here.cells);
  const { levels } = there;
  for (let place = 0; place < (levels?.count ?? 1); place++) {
    const code = levels === undefined ? there.first : levels.cells.codeAt(place);
    const cells = levels === undefined ? there.cells : levels.cells.at(place);
    const before = cellsWith(here, code);
    ofMost = Math.max(ofMost, cells + before);
    spread += factorialBits(cells + before) - factorialBits(before);
    if (before > 0) continue;
    bits += bitsOf[code] as number;
    count++;
    latest = code;
  }
  extents.add(bits, count, cellsWith(here, latest) + cellsWith(there, latest), ofMost, spread);
}
