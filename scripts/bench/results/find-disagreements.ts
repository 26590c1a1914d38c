import type { Round } from '../measure/run-round.ts';
import type { SacctDump } from '../sacct-dump.ts';

/** Of GPU-hours, relative: sums of floating point numbers in another order. */
const TOLERANCE = 1e-6;

interface Totals {
  readonly attempts: number;
  readonly gpuHours: number;
}

/** Where the dump's generator, DuckDB and the report do not say the same of one dump, a line each; empty when all agree. */
export function findDisagreements(dump: SacctDump, { aggregate, table, report }: Round): readonly string[] {
  const jobRows = { attempts: aggregate.attempts - dump.remainders, gpuHours: aggregate.gpuHours };
  return [
    ...disagreementsOf(dump, 'the dump as generated', { 'DuckDB aggregate': jobRows, 'DuckDB table': table }),
    ...disagreementsOf(table, 'the DuckDB table', { 'report.json': report }),
  ];
}

function disagreementsOf(truth: Totals, whose: string, others: Readonly<Record<string, Totals>>): string[] {
  return Object.entries(others).flatMap(([name, { attempts, gpuHours }]) => {
    const found: string[] = [];
    if (attempts !== truth.attempts) found.push(`${name}: ${attempts} attempts, ${whose}: ${truth.attempts}`);
    // Written so that a missing figure disagrees too.
    if (!(Math.abs(gpuHours - truth.gpuHours) <= TOLERANCE * truth.gpuHours)) {
      found.push(`${name}: ${gpuHours} GPU hours, ${whose}: ${truth.gpuHours}`);
    }
    return found;
  });
}
