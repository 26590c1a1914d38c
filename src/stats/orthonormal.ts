/** A column that keeps less than this part of its length is a sum of those before it. Our own judgement. */
const DEPENDENT = 1e-7;

/** The inner product of two columns of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** What is left of a column once its parts along orthonormal columns are taken out. */
export function residualOf(column: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = column.slice();
  for (const each of basis) {
    const part = dot(rest, each);
    for (let at = 0; at < rest.length; at++) rest[at] = (rest[at] as number) - part * (each[at] as number);
  }
  return rest;
}

/**
 * Orthonormal columns that add to a basis what some columns have beyond it, by modified Gram-Schmidt, each column taken through twice (Giraud et al. 2005: twice is enough).
 * Columns that depend on those before them add nothing. O(n · columns · basis).
 */
export function orthonormal(columns: readonly Float64Array[], base: readonly Float64Array[] = []): Float64Array[] {
  const added: Float64Array[] = [];
  for (const column of columns) {
    const before = Math.sqrt(dot(column, column));
    const all = [...base, ...added];
    const rest = residualOf(residualOf(column, all), all);
    const length = Math.sqrt(dot(rest, rest));
    if (length > DEPENDENT * before) added.push(rest.map((value) => value / length));
  }
  return added;
}

/** The constant column of unit length: what the mean is taken out with. */
export const constantColumn = (length: number): Float64Array => new Float64Array(length).fill(1 / Math.sqrt(length));

/** The sum of squares of a column along orthonormal columns. */
export const squaresAlong = (column: Float64Array, basis: readonly Float64Array[]): number =>
  basis.reduce((sum, each) => sum + dot(column, each) ** 2, 0);
