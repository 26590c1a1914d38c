import type { Factor } from '../../src/sweep/factor.ts';
import type { FactorTable } from '../../src/sweep/factor-table.ts';

/** A factor told by its value in each run. */
export type FactorSketch = Partial<Omit<Factor, 'values' | 'codes'>> & {
  readonly key: string;
  readonly each: readonly string[];
};

/** A table of factors for tests: parameters of the command that the log has a word for, unless said otherwise. */
export function factorTableOf(...sketches: readonly FactorSketch[]): FactorTable {
  const factors = sketches.map(({ each, ...rest }): Factor => {
    const values = [...new Set(each)];
    const codes = Uint32Array.from(each, (value) => values.indexOf(value));
    return { role: 'parameter', ofName: false, named: true, isWord: false, ...rest, values, codes };
  });
  return { runs: Uint32Array.from(sketches[0]?.each ?? [], (_, run) => run), factors };
}

/** All positions of a table. */
export const everyPosition = (table: FactorTable): Uint32Array =>
  Uint32Array.from(table.runs, (_, position) => position);
