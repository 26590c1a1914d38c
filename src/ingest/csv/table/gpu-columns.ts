import { AppError } from '../../../errors.ts';
import type { CellColumn } from './cell-column.ts';
import { meaningOf, openMeaning, signIn } from './device-columns.ts';
import { devicesIn } from './device-lists.ts';
import { isBareNumber } from './durations.ts';
import { gpuCell, isNoGpu } from './gpu-cells.ts';
import { GPU_COUNT_RANKS, gpuCountRank, mayCountGpus } from './gpu-headers.ts';
import { isOfOneModel, mayBeGpuTime } from './gpu-time-headers.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import { settleModels } from './model-columns.ts';
import type { Decimal } from './numbers.ts';
import { bySureness } from './preferences.ts';
import { bareName, type Column, columnOf, isNamed, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

const DIFFERENT = 'rows in which two columns say different numbers of GPUs';

/** A table whose columns of GPUs are settled by what stands in them. */
export interface SettledGpus {
  readonly layout: TableLayout;
  readonly warnings: readonly Warning[];
}

/**
 * Settles by all cells which column says how many GPUs jobs held, where headers alone do not: of several the surest that has numbers, and lists of devices by their entries.
 *
 * @throws AppError where a column may say how many, or something else
 */
export function settleGpus(layout: TableLayout, cells: TableCells, settings: TableSettings, path: string): SettledGpus {
  if (layout.isCodeCarbon) return { layout, warnings: [] };
  const modelled = settleModels(layout, cells, settings, path);
  const finder = new GpuColumns(modelled.layout, cells, settings, path);
  const settled = finder.settled();
  const open = finder.openIn(settled.layout);
  if (open === undefined) return { ...settled, warnings: [...modelled.warnings, ...settled.warnings] };
  const isTime = mayBeTime(open.name);
  const choices = [isTime ? 'gpuHours' : 'gpus', 'none'].map(
    (role) => `columns: { ${JSON.stringify(open.name)}: ${role} }`,
  );
  const readings = [isTime ? 'the GPU-hours of each job' : 'the number of GPUs', 'something else'];
  throw new AppError({ code: 'table-open', path, what: `column "${open.name}"`, readings, choices });
}

const mayBeTime = (header: string): boolean => mayBeGpuTime(header) || isOfOneModel(header);

class GpuColumns {
  readonly #layout: TableLayout;
  readonly #cells: TableCells;
  readonly #told: ReadonlySet<string>;
  readonly #decimal: Decimal | undefined;
  readonly #path: string;

  constructor(layout: TableLayout, cells: TableCells, { columns = {}, decimal }: TableSettings, path: string) {
    this.#decimal = decimal;
    this.#path = path;
    this.#layout = layout;
    this.#cells = cells;
    this.#told = new Set(Object.keys(columns));
  }

  /** The layout with one column for the number, and those beside it that say it too left out. */
  settled(): SettledGpus {
    const { columns } = this.#layout;
    const counts = bySureness(columns, 'gpus', (column) => this.#isCalled(column, 'gpus'));
    const counting = counts.filter((index) => this.#tellsCount(index));
    const stated = this.#layout.at('gpus');
    const isTold = stated >= 0 && this.#told.has(columns[stated]?.name ?? '');
    const chosen = isTold ? stated : (counting[0] ?? counts.find((index) => this.#isUntold(index)) ?? -1);
    const role = (column: Column, index: number): Role | undefined => {
      if (index === chosen) return isTold ? 'gpus' : this.#roleOf(index);
      if (!counts.includes(index)) return this.#hasNoDevices(column, index) ? undefined : column.role;
      return counting.includes(index) ? 'none' : undefined;
    };
    const settled = columns.map((column, index) => ({ ...column, role: role(column, index) }));
    const others = counting.filter((index) => index !== chosen && isSure(columns[index]));
    return { layout: new TableLayout(settled, false), warnings: this.#warnings(chosen, others) };
  }

  /** A column that may say how many GPUs, in a table in which nothing else says so. */
  openIn(layout: TableLayout): Column | undefined {
    if (layout.has('gpus', 'gpusPerNode', 'gpuIds', 'gpuHours') || this.#areModelsCounted(layout)) return undefined;
    return layout.columns.find(
      ({ name, role }, index) =>
        role === undefined &&
        ((mayCountGpus(name) && this.#areAll(index, isWhole)) ||
          (mayBeTime(name) && this.#areAll(index, isBareNumber))),
    );
  }

  #isCalled({ name, role }: Column, called: Role): boolean {
    return role === called || (role === undefined && columnOf(name).role === called);
  }

  #columnAt(index: number): CellColumn {
    return this.#cells.columns[index] as CellColumn;
  }

  /** Whether any cell is a number of GPUs or a list of them. */
  #tellsCount(index: number): boolean {
    return this.#columnAt(index).some((text) => !Number.isNaN(gpuCell(text).count) || !Number.isNaN(devicesIn(text)));
  }

  /** A column that is surely of numbers and has none: how many GPUs there were is not told. */
  #isUntold(index: number): boolean {
    return (
      isNamed(this.#layout.columns[index]?.name ?? '', 'gpus') || !this.#columnAt(index).some((text) => text !== '')
    );
  }

  /** @throws AppError where numbers may be a list of devices or have a decimal comma */
  #roleOf(index: number): Role {
    const meaning = meaningOf(this.#columnAt(index), this.#decimal ?? signIn(this.#layout, this.#cells));
    if (meaning === undefined) throw openMeaning(this.#path, this.#layout.columns[index]?.name ?? '');
    return meaning === 'devices' ? 'gpuIds' : 'gpus';
  }

  /** A column that is called as lists of devices are, and has something else. */
  #hasNoDevices({ name, role }: Column, index: number): boolean {
    const isOther = (text: string): boolean => text !== '' && Number.isNaN(devicesIn(text));
    return role === 'gpuIds' && !this.#told.has(name) && this.#areAll(index, isOther);
  }

  /** Whether each model has its number with it, or is none. */
  #areModelsCounted(layout: TableLayout): boolean {
    const models = this.#cells.columns[layout.at('gpuType')];
    return models !== undefined && !models.some(isUncounted);
  }

  /** Whether all cells that are not empty are such, and there are any. */
  #areAll(index: number, test: (text: string) => boolean): boolean {
    const column = this.#columnAt(index);
    return column.some((text) => text !== '') && !column.some((text) => text !== '' && !test(text));
  }

  #warnings(chosen: number, others: readonly number[]): readonly Warning[] {
    const [said, name] = [this.#columnAt(chosen), this.#layout.columns[chosen]?.name ?? ''];
    return others.map((index) => {
      const other = this.#columnAt(index);
      const header = this.#layout.columns[index]?.name ?? '';
      const remedy = `say columns: { ${JSON.stringify(header)}: gpus } under table: in runledger.yaml if the other is right`;
      return {
        rule: 'table-gpus',
        message: `${DIFFERENT}, "${name}" and "${header}": the first counts; ${remedy}`,
        holds: (row: number) => isOther(said.at(row), other.at(row)),
      };
    });
  }
}

const isUncounted = (text: string): boolean => {
  const { count, model } = gpuCell(text);
  return Number.isNaN(count) && model !== '' && !isNoGpu(model);
};

/** Whether a column says what a job held, and not what was asked for. */
const isSure = (column: Column | undefined): boolean =>
  gpuCountRank(bareName(column?.name ?? '')) !== GPU_COUNT_RANKS.requested;

/** As many GPUs as one job may have are written with at most so many digits. Our own judgement. */
const isWhole = (text: string): boolean => /^\d{1,4}(?:\.0+)?$/.test(text);

const isOther = (one: string, other: string): boolean =>
  one !== other && one !== '' && other !== '' && Number(one) !== Number(other);
