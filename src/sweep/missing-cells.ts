import type { FoundSweep } from './found-sweep.ts';
import { NO_VALUE } from './tracked/tracked-sweeps.ts';

/** Grids with more combinations are not gone through; nor are more missing ones listed. */
const [MOST_CELLS, MOST_LISTED] = [10_000, 100];

/** The combinations of a grid that no run tried, in order of the axes' values as they came; at most a hundred. */
export function missingCells({ design: { axes }, codes }: FoundSweep): Readonly<Record<string, string>>[] {
  const product = axes.reduce((cells, { values }) => cells * values.length, 1);
  if (axes.length === 0 || product > MOST_CELLS) return [];
  const tried = new Uint8Array(product);
  for (let from = 0; from < codes.length; from += axes.length) {
    let cell = 0;
    for (let axis = 0; axis < axes.length; axis++) {
      const code = codes[from + axis] as number;
      cell = code === NO_VALUE ? Number.NaN : cell * (axes[axis]?.values.length as number) + code;
    }
    if (!Number.isNaN(cell)) tried[cell] = 1;
  }
  const missing: Record<string, string>[] = [];
  for (let cell = 0; cell < product && missing.length < MOST_LISTED; cell++) {
    if (tried[cell] === 0) missing.push(valuesOf(cell, axes));
  }
  return missing;
}

function valuesOf(cell: number, axes: FoundSweep['design']['axes']): Record<string, string> {
  const entries: [string, string][] = [];
  let rest = cell;
  for (const { key, values } of [...axes].reverse()) {
    entries.push([key, values[rest % values.length] as string]);
    rest = Math.floor(rest / values.length);
  }
  return Object.fromEntries(entries.reverse());
}
