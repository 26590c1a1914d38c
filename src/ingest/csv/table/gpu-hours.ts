import { AppError } from '../../../errors.ts';
import type { CellColumn } from './cell-column.ts';
import { durationReadout } from './cell-readouts.ts';
import { isBareNumber, isSpan, UNITS_OF_NUMBERS } from './durations.ts';
import { isBilled } from './gpu-time-headers.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import type { Readings } from './readings.ts';
import type { NumberReadout } from './readout.ts';
import { columnOf, durationParts, type Role } from './roles.ts';
import { RowGpus } from './row-gpus.ts';
import { RowTimes } from './row-times.ts';
import type { TableCells } from './table-cells.ts';
import { secondsOf } from './units.ts';
import type { Warning } from './warnings.ts';

const HOUR = 3600;
/** A unit is that of GPU-hours where so many rows are hours × GPUs in it, of the first so many. Our own judgement. */
const [MOST, MOST_COMPARED] = [0.8, 1000];

/** Leaves out columns of GPU-hours beside the one that counts, and what was billed where hours and GPUs are told: bills are rounded up. */
export function settleGpuHours(layout: TableLayout, { columns: told = {} }: TableSettings): TableLayout {
  const chosen = layout.at('gpuHours');
  if (chosen < 0 || layout.isCodeCarbon) return layout;
  const hasHours = layout.has('duration') || (layout.has('start') && layout.has('end'));
  const hasCounts = layout.has('gpus', 'gpusPerNode', 'gpuIds');
  const { name: header = '' } = layout.columns[chosen] ?? {};
  const isLeft = hasHours && hasCounts && isBilled(header) && !Object.hasOwn(told, header);
  const columns = layout.columns.map((column, index) => {
    const isOther = column.role === undefined && columnOf(column.name).role === 'gpuHours';
    return isOther || (isLeft && index === chosen) ? { ...column, role: 'none' as const } : column;
  });
  return new TableLayout(columns, false);
}

/** The GPU-hours of jobs, by the units of header and cells. */
export class JobGpuHours {
  /** GPU-seconds, NaN where they are not told. */
  readonly seconds: NumberReadout;
  readonly warnings: readonly Warning[];
  readonly #layout: TableLayout;
  readonly #cells: TableCells;
  readonly #readings: Readings;

  /** @throws AppError where nothing tells the unit */
  constructor(layout: TableLayout, cells: TableCells, settings: TableSettings, readings: Readings, path: string) {
    this.#layout = layout;
    this.#cells = cells;
    this.#readings = readings;
    this.seconds = this.#readoutAt(layout.at('gpuHours'), this.#unit(settings, path));
    this.warnings = this.#othersIn(settings).map((index) => this.#warningOf(index));
  }

  #readoutAt(index: number, unit: number): NumberReadout {
    return durationReadout(this.#cells.columns[index], { ...this.#readings.duration, unit });
  }

  #unit({ units = {}, columns: told = {} }: TableSettings, path: string): number {
    const at = this.#layout.at('gpuHours');
    const { name = '', unit = Number.NaN } = this.#layout.columns[at] ?? {};
    const stated = [secondsOf(units[name] ?? ''), unit].find((seconds) => !Number.isNaN(seconds));
    if (stated !== undefined) return stated;
    if (told[name] === 'gpuHours') return durationParts(name).seconds || HOUR;
    if (this.#cells.columns[at]?.some(isBareNumber) !== true) return HOUR;
    const [fitting, ...others] = this.#fittingUnits(at);
    if (fitting !== undefined && others.length === 0) return fitting;
    const header = JSON.stringify(name);
    const readings = ['GPU-seconds', 'GPU-minutes', 'GPU-hours', 'something else'];
    const choices = ['seconds', 'minutes', 'hours'].map((each) => `units: { ${header}: ${each} }`);
    const what = `column ${header}: numbers without a unit`;
    throw new AppError({
      code: 'table-open',
      path,
      what,
      readings,
      choices: [...choices, `columns: { ${header}: none }`],
    });
  }

  /** The units in which most rows are hours × GPUs; one GPU where it is not told how many. */
  #fittingUnits(at: number): number[] {
    const rows = new ToldRows(this.#layout, this.#cells, this.#readings);
    const numbers = this.#readoutAt(at, 1);
    const compared: [number: number, seconds: number][] = [];
    for (let row = 0; row < this.#cells.length && compared.length < MOST_COMPARED; row++) {
      const pair: [number, number] = [numbers.at(row), rows.secondsAt(row, 1)];
      if (pair[0] > 0 && pair[1] > 0) compared.push(pair);
    }
    return UNITS_OF_NUMBERS.filter((unit) => {
      const fitting = compared.filter(([number, seconds]) => isSpan(number * unit, seconds)).length;
      return fitting > 0 && fitting >= MOST * compared.length;
    });
  }

  /** Columns of GPU-hours that are left out, and of which the unit is told. */
  #othersIn({ columns: told = {} }: TableSettings): number[] {
    return [...this.#layout.columns.entries()].flatMap(([index, { name, role }]) => {
      const stated = role === 'none' && !Object.hasOwn(told, name) ? columnOf(name) : undefined;
      return stated?.role === 'gpuHours' && !Number.isNaN(stated.unit) ? [index] : [];
    });
  }

  #warningOf(index: number): Warning {
    const { name } = this.#layout.columns[index] as { name: string };
    const chosen = this.#layout.columns[this.#layout.at('gpuHours')]?.name;
    const other = this.#readoutAt(index, columnOf(name).unit);
    const rows = new ToldRows(this.#layout, this.#cells, this.#readings);
    const counted = chosen === undefined ? 'hours × GPUs' : JSON.stringify(chosen);
    const header = JSON.stringify(name);
    return {
      rule: 'table-gpu-hours-differ',
      message: `rows in which column ${header} says other GPU-hours than ${counted}: these count. Say columns: { ${header}: gpuHours } under table: in runledger.yaml if the others are right`,
      holds: (row) => {
        const seconds = chosen === undefined ? rows.secondsAt(row) : this.seconds.at(row);
        return seconds >= 0 && other.at(row) >= 0 && !isSpan(other.at(row), seconds);
      },
    };
  }
}

/** Hours and GPUs of rows, as their columns tell them. */
class ToldRows {
  readonly #times: RowTimes;
  readonly #gpus: RowGpus;

  constructor(layout: TableLayout, cells: TableCells, readings: Readings) {
    const columnOf = (role: Role): CellColumn | undefined => cells.columns[layout.at(role)];
    this.#times = new RowTimes(columnOf, readings, (local) => local);
    this.#gpus = new RowGpus(layout, columnOf, readings.decimal);
  }

  /** GPU-seconds. @param untold GPUs of a job that does not say how many */
  secondsAt(row: number, untold = Number.NaN): number {
    if (this.#times.read(row) !== undefined) return Number.NaN;
    const { gpus } = this.#gpus.at(row);
    return this.#times.elapsed * (Number.isNaN(gpus) ? untold : gpus);
  }
}
