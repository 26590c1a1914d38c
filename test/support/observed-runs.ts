import type { TriedParameter } from '../../src/model/sweep.ts';
import type { Observation } from '../../src/sensitivity/observations.ts';

/** A table of runs: the text of each parameter and what was measured. */
export interface RunTable {
  readonly parameters: readonly TriedParameter[];
  readonly runs: readonly Observation[];
}

/** By parameter: its text in each run. */
export type Columns = Readonly<Record<string, readonly string[]>>;

/** Runs as the sensitivity room takes them, from columns of texts and one of numbers. Seeds are repeats. */
export function runTable(columns: Columns, y: readonly number[]): RunTable {
  const parameters = Object.entries(columns).map(([key, texts]): TriedParameter => {
    const values = [...new Set(texts)];
    return key === 'seed' ? { key, values, role: 'replicate' } : { key, values, role: 'parameter' };
  });
  const indexOf = parameters.map(({ values }) => new Map(values.map((value, index) => [value, index])));
  const runs = y.map(
    (measured, at): Observation => ({
      y: measured,
      values: parameters.map(({ key }, index) => indexOf[index]?.get(columns[key]?.[at] as string) as number),
    }),
  );
  return { parameters, runs };
}
