import { AppError } from '../../errors.ts';
import { CARBON } from './carbon.ts';
import { GRID } from './grid.ts';
import { HARDWARE } from './hardware.ts';
import { METHODS } from './methods.ts';
import { TABLE_NAMES } from './names.ts';
import { POWER } from './power.ts';
import { PRICES } from './prices.ts';
import type { ReferenceTable } from './reference-table.ts';

const TABLES: Readonly<Record<(typeof TABLE_NAMES)[number], ReferenceTable>> = {
  prices: PRICES,
  power: POWER,
  grid: GRID,
  hardware: HARDWARE,
  carbon: CARBON,
  methods: METHODS,
};

/** Every table that is printed. */
export const REFERENCE_TABLES: readonly ReferenceTable[] = TABLE_NAMES.map((name) => TABLES[name]);

/** @throws AppError when there is no table of that name */
export function findTable(name: string): ReferenceTable {
  const table = REFERENCE_TABLES.find((each) => each.name === name);
  if (table === undefined) {
    throw new AppError({ code: 'unknown-table', name, known: TABLE_NAMES });
  }
  return table;
}
