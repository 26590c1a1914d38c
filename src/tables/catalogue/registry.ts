import { AppError } from '../../errors.ts';
import { CARBON } from './carbon.ts';
import { GRID } from './grid.ts';
import { HARDWARE } from './hardware.ts';
import { METHODS } from './methods.ts';
import { POWER } from './power.ts';
import { PRICES } from './prices.ts';
import type { ReferenceTable } from './reference-table.ts';

/** Every table that is printed. */
export const REFERENCE_TABLES: readonly ReferenceTable[] = [PRICES, POWER, GRID, HARDWARE, CARBON, METHODS];

/** @throws AppError when there is no table of that name */
export function findTable(name: string): ReferenceTable {
  const table = REFERENCE_TABLES.find((each) => each.name === name);
  if (table === undefined) {
    throw new AppError({ code: 'unknown-table', name, known: REFERENCE_TABLES.map((each) => each.name) });
  }
  return table;
}
