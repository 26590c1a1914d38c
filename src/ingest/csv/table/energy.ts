import { NumberColumn } from '../../../model/number-column.ts';
import { numberReadout } from './cell-readouts.ts';
import { joulesOfUnit } from './energy-headers.ts';
import type { TableLayout, TableSettings } from './layout.ts';
import type { Decimal } from './numbers.ts';
import { pickNumbers, type Rows } from './rows.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

type EnergyRole = 'energy' | 'gpuEnergy';

/** The energy that was measured of jobs, by the units of headers. */
export class JobEnergy {
  readonly warnings: readonly Warning[];
  readonly #layout: TableLayout;
  readonly #cells: TableCells;
  readonly #units: TableSettings['units'];
  readonly #decimal: Decimal;

  constructor(layout: TableLayout, cells: TableCells, { units }: TableSettings, decimal: Decimal) {
    this.#layout = layout;
    this.#cells = cells;
    this.#units = units;
    this.#decimal = decimal;
    this.warnings = (['energy', 'gpuEnergy'] as const).flatMap((role) => this.#warningOf(role));
  }

  /** Joules; undefined where no column says them. What cannot be is weighed later, and said. */
  joules(role: EnergyRole, rows: Rows): NumberColumn | undefined {
    const column = this.#cells.columns[this.#layout.at(role)];
    if (column === undefined) return undefined;
    const stated = pickNumbers(numberReadout(column, this.#decimal), rows);
    const unit = this.#unitOf(role);
    const joules = new NumberColumn();
    for (let job = 0; job < stated.length; job++) joules.push(stated.at(job) * unit);
    return joules;
  }

  /** Joules of one unit of the numbers of a column. */
  #unitOf(role: EnergyRole): number {
    const { name = '', unit = Number.NaN } = this.#layout.columns[this.#layout.at(role)] ?? {};
    const told = this.#units?.[name] ?? '';
    const joules = joulesOfUnit(told, told.toLowerCase());
    return Number.isNaN(joules) ? unit : joules;
  }

  #warningOf(role: EnergyRole): Warning[] {
    const at = this.#layout.at(role);
    if (at < 0 || !Number.isNaN(this.#unitOf(role))) return [];
    const header = JSON.stringify(this.#layout.columns[at]?.name);
    const message = `energy in column ${header} without a unit that is known: left out. Say units: { ${header}: kWh } under table: in runledger.yaml, or Wh, J, kJ or MJ`;
    const numbers = numberReadout(this.#cells.columns[at], this.#decimal);
    return [{ rule: 'table-energy', message, holds: (row) => numbers.at(row) > 0 }];
  }
}
