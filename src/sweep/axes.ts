import { ARRAY_TASK, type Factor, type FactorTable } from './factor-table.ts';

/** What a set of runs varies: the factors that matter and how well they fill their grid. */
export interface Design {
  /** Factors that vary, aliases left out; replicates among them. */
  readonly axes: readonly Factor[];
  /** Number of the distinct combination of each position given, dense from 0. */
  readonly cells: Uint32Array;
  readonly distinctCells: number;
  /** Distinct combinations ÷ product of the numbers of values; 1 when nothing varies. */
  readonly coverage: number;
}

/**
 * Finds what the runs at `positions` vary. Left out are factors that do not vary here, aliases of another (one value a value, such as the
 * learning rate in name and command), ids (another value in each run where others repeat), and the array index once anything else varies.
 */
export function designOf(table: FactorTable, positions: Uint32Array): Design {
  const varying = table.factors.filter((factor) => levels(factor, positions) > 1);
  const preferred = [...varying].sort(
    (a, b) => Number(b.named) - Number(a.named) || Number(a.ofName) - Number(b.ofName),
  );
  const distinct = preferred.filter(
    (factor, index) => !preferred.slice(0, index).some((other) => areAliases(factor, other, positions)),
  );
  const repeated = distinct.some((factor) => levels(factor, positions) < positions.length);
  const named = distinct.some((factor) => factor.key !== ARRAY_TASK);
  const axes = distinct.filter(
    (factor) => !(repeated && isCounter(factor, positions)) && !(named && factor.key === ARRAY_TASK),
  );
  return { axes, ...fill(axes, positions) };
}

/** How many values a factor takes among the positions. */
export function levels(factor: Factor, positions: Uint32Array): number {
  const seen = new Uint8Array(factor.values.length);
  let count = 0;
  for (const position of positions) {
    const code = factor.codes[position] as number;
    count += 1 - (seen[code] as number);
    seen[code] = 1;
  }
  return count;
}

/**
 * Whether two factors say the same: each value of one goes with one value of the other and back. Where every run has a value of its own that proves nothing
 * (a random search draws each of its parameters anew), and the values themselves must agree.
 */
function areAliases(left: Factor, right: Factor, positions: Uint32Array): boolean {
  if (levels(left, positions) === positions.length) {
    return positions.every((position) => sameValue(valueAt(left, position), valueAt(right, position)));
  }
  const there = new Int32Array(left.values.length).fill(-1);
  const back = new Int32Array(right.values.length).fill(-1);
  for (const position of positions) {
    const [a, b] = [left.codes[position] as number, right.codes[position] as number];
    if ((there[a] !== -1 && there[a] !== b) || (back[b] !== -1 && back[b] !== a)) return false;
    there[a] = b;
    back[b] = a;
  }
  return true;
}

const valueAt = (factor: Factor, position: number): string => factor.values[factor.codes[position] as number] as string;

const sameValue = (left: string, right: string): boolean => left === right || Number(left) === Number(right);

/** A value of its own in every run, and either a whole number that grows with each or no number: an id, not a choice. */
function isCounter(factor: Factor, positions: Uint32Array): boolean {
  if (factor.role === 'replicate' || positions.length < 4 || levels(factor, positions) < positions.length) return false;
  const values = Array.from(positions, (position) => valueAt(factor, position));
  if (values.every((value) => Number.isNaN(Number(value)))) return true;
  return values.every(
    (value, index) => /^\d+$/.test(value) && (index === 0 || Number(value) > Number(values[index - 1])),
  );
}

function fill(axes: readonly Factor[], positions: Uint32Array): Pick<Design, 'cells' | 'distinctCells' | 'coverage'> {
  let cells = new Uint32Array(positions.length);
  let distinctCells = 1;
  let product = 1;
  for (const axis of axes) {
    const known = new Map<number, number>();
    cells = cells.map((cell, index) => {
      const key = cell * axis.values.length + (axis.codes[positions[index] as number] as number);
      const code = known.get(key) ?? known.size;
      known.set(key, code);
      return code;
    });
    distinctCells = known.size;
    product *= levels(axis, positions);
  }
  return { cells, distinctCells, coverage: distinctCells / product };
}
