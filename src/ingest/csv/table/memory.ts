import type { CellColumn } from './cell-column.ts';
import { scaledReadout } from './cell-readouts.ts';
import { isBareNumber } from './durations.ts';
import type { TableLayout, TableSettings } from './layout.ts';
import { type Decimal, numberIn } from './numbers.ts';
import type { NumberReadout } from './readout.ts';
import { gbOf, MEMORY_UNITS } from './units.ts';
import type { Warning } from './warnings.ts';

/** `64G`, `64 GB`, `64000M`, `64Gi`. */
const WITH_UNIT = /^([\d.,]+)\s*(?:([kmgt])(?:i?b|i)?|b(?:ytes)?)$/i;
/** Bare numbers above this, a machine with a terabyte, are no GB: schedulers count MB. Our own judgement. */
const MOST_GB = 1024;

/** The memory of jobs: GB of 1024³ bytes, by the units of header and cells. */
export class JobMemory {
  /** GB, NaN where it is not told. */
  readonly numbers: NumberReadout;
  readonly warnings: readonly Warning[];

  constructor(layout: TableLayout, column: CellColumn | undefined, settings: TableSettings, decimal: Decimal) {
    const { name = '', unit = Number.NaN } = layout.columns[layout.at('memory')] ?? {};
    const told = gbOf(settings.units?.[name] ?? '');
    const stated = Number.isNaN(told) ? unit : told;
    const isOpen = Number.isNaN(stated) && column?.some((text) => bareNumber(text, decimal) > MOST_GB) === true;
    const gb = isOpen ? Number.NaN : Number.isNaN(stated) ? 1 : stated;
    this.numbers = scaledReadout(column, decimal, gb, (text) => memoryIn(text, decimal, gb));
    const holds = (row: number): boolean => isBareNumber(column?.at(row) ?? '');
    this.warnings = isOpen ? [{ rule: 'table-memory', message: openMemory(name), holds }] : [];
  }
}

const openMemory = (name: string): string =>
  `memory in column ${JSON.stringify(name)} without a unit, in numbers that are no GB of a job: left out. Say units: { ${JSON.stringify(name)}: MB } under table: in runledger.yaml, or KB, GB or bytes`;

const bareNumber = (text: string, decimal: Decimal): number =>
  isBareNumber(text) ? numberIn(text, decimal) : Number.NaN;

/** @param gb of one unit of a bare number */
function memoryIn(text: string, decimal: Decimal, gb: number): number {
  const [whole, number = '', prefix] = WITH_UNIT.exec(text) ?? [];
  if (whole === undefined) return numberIn(text, decimal) * gb;
  return (
    numberIn(number, decimal) * (MEMORY_UNITS[prefix === undefined ? 'bytes' : `${prefix.toLowerCase()}b`] as number)
  );
}
