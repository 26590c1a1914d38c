import type { DictionaryColumn } from '../../../model/dictionary-column.ts';
import { UNTOLD_GPUS } from '../../../model/job.ts';
import { shareOfGpu } from '../../../tables/hardware/gpu-slices.ts';
import type { CellColumn } from './cell-column.ts';
import { numberReadout } from './cell-readouts.ts';
import { Combinations } from './combinations.ts';
import { devicesIn } from './device-lists.ts';
import { type GpuCell, gpuCell, isNoGpu } from './gpu-cells.ts';
import { shareIn } from './gpu-shares.ts';
import type { TableLayout } from './layout.ts';
import { type Decimal, numberIn } from './numbers.ts';
import { type NumberReadout, Readout } from './readout.ts';
import type { Role } from './roles.ts';

/** GPUs of one row: NaN where it is not said how many, empty where it is not said which. */
interface HeldGpus {
  readonly gpus: number;
  readonly model: string;
  /** Both, as a job states them. */
  readonly types: string;
  /** What one of them is of a GPU: less than 1 for a slice; NaN where that is not known, and then the number is not. */
  readonly share: number;
  /** Where the column of types has them. */
  code?: number;
}

interface ToldGpus extends GpuCell {
  readonly isNone: boolean;
}

/** Slices are counted as one each by tables, and are their share of a GPU. */
function heldOf(count: number, model: string): HeldGpus {
  const share = model === '' ? 1 : shareOfGpu(model);
  if (Number.isNaN(share) && count > 0) return { gpus: Number.NaN, model, types: `${plainModel(model)}=?`, share };
  const gpus = share === 1 || count === 0 ? count : count * share;
  return { gpus, model, types: typesOf(gpus, model), share };
}

/** A part of each of the GPUs; of which models is not known of several. */
function partOf({ gpus, model, types, share }: HeldGpus, part: number): HeldGpus {
  if (part === 1) return { gpus, model, types, share };
  if (Number.isNaN(part)) return { gpus: Number.NaN, model, types: '', share: 1 };
  return { gpus: gpus * part, model, types: typesOf(gpus * part, model), share: share * part };
}

/** GPUs of several models. */
function heldOfParts(parts: readonly GpuCell[]): HeldGpus {
  const held = parts.map(({ count, model }) => heldOf(count, model));
  const unknown = held.filter(({ gpus }) => Number.isNaN(gpus)); // then stated alone, as logs of schedulers are
  const types = (unknown.length > 0 ? unknown : held).map((each) => each.types).join(',');
  return { gpus: held.reduce((sum, { gpus }) => sum + gpus, 0), model: '', types, share: 1 };
}

const toldIn = (text: string): ToldGpus => {
  const cell = gpuCell(text);
  return { ...cell, isNone: isNoGpu(cell.model) };
};

/** GPUs of several models in one cell, unless the other tells another number. */
function mixedOf(type: GpuCell, counted: GpuCell): HeldGpus | undefined {
  const { count, parts } = type.parts === undefined ? counted : type;
  if (parts === undefined) return undefined;
  return Number.isNaN(counted.count) || counted.count === count ? heldOfParts(parts) : undefined;
}

/** The same of a column of numbers, which are written as the others of the table are: `1,024`. */
const countedIn =
  (decimal: Decimal) =>
  (text: string): ToldGpus => {
    const number = numberIn(text, decimal);
    return Number.isNaN(number) ? toldIn(text) : { count: number, model: '', isNone: false };
  };

/** The GPUs that the jobs of rows held, by the columns that tell of them. */
export class RowGpus {
  readonly #types: Readout<ToldGpus>;
  readonly #counts: Readout<ToldGpus>;
  readonly #devices: Readout<number>;
  readonly #perNode: NumberReadout;
  readonly #nodes: NumberReadout;
  readonly #shares: Readout<number>;
  /** Whether the table has a column for how many. */
  readonly #isCounted: boolean;
  readonly #combinations: Combinations;
  /** By combination of cells, where these are few. */
  readonly #known: (HeldGpus | undefined)[] = [];

  constructor(layout: TableLayout, columnOf: (role: Role) => CellColumn | undefined, decimal: Decimal) {
    this.#types = new Readout(columnOf('gpuType'), toldIn);
    this.#counts = new Readout(columnOf('gpus'), countedIn(decimal));
    this.#devices = new Readout(columnOf('gpuIds'), devicesIn);
    this.#perNode = numberReadout(columnOf('gpusPerNode'), decimal);
    this.#nodes = numberReadout(columnOf('nodes'), decimal);
    this.#shares = new Readout(columnOf('gpuShare'), shareIn(layout.columns[layout.at('gpuShare')]?.name ?? ''));
    const roles = ['gpuType', 'gpus', 'gpuIds', 'gpusPerNode', 'nodes', 'gpuShare'] as const;
    this.#combinations = new Combinations(roles.map(columnOf));
    this.#isCounted = layout.has('gpus', 'gpuIds', 'gpuHours');
  }

  at(row: number): HeldGpus {
    if (!this.#combinations.areFew) return this.#read(row);
    const combination = this.#combinations.at(row);
    const held = this.#known[combination] ?? this.#read(row);
    this.#known[combination] = held;
    return held;
  }

  #read(row: number): HeldGpus {
    return partOf(this.#whole(row), this.#shares.at(row));
  }

  #whole(row: number): HeldGpus {
    const [type, counted] = [this.#types.at(row), this.#counts.at(row)];
    const { model, isNone } = type.model === '' ? counted : type;
    if (isNone) return heldOf(0, '');
    const mixed = mixedOf(type, counted);
    if (mixed !== undefined) return mixed;
    if (!Number.isNaN(counted.count)) return heldOf(counted.count, model);
    const perNode = this.#perNode.at(row);
    if (!Number.isNaN(perNode)) return heldOf(perNode * (this.#nodes.at(row) > 0 ? this.#nodes.at(row) : 1), model);
    const devices = this.#devices.at(row);
    // The devices of one machine: of several it is not said whether each had as many.
    if (!Number.isNaN(devices)) return heldOf(this.#nodes.at(row) > 1 ? Number.NaN : devices, model);
    // A model alone, in a table that has no column for how many, is one GPU.
    const isOne = Number.isNaN(type.count) && type.isOpen !== true && model !== '' && !this.#isCounted;
    return heldOf(isOne ? 1 : type.count * this.#furtherMachines(type.machines, row), model);
  }

  /** Each of a row's nodes is a machine that a cell names: 2 of `p4d.24xlarge` have twice its GPUs. What contradicts the cell is not known. */
  #furtherMachines(machines: number | undefined, row: number): number {
    const nodes = this.#nodes.at(row);
    if (machines === undefined || !(nodes >= 1) || machines === nodes) return 1;
    return machines === 1 ? nodes : Number.NaN;
  }
}

/** GPU-hours and hours tell of GPUs, GPU-hours alone of neither: they stand as one GPU for so long. */
function withGpuSeconds(elapsed: number, gpus: number, seconds: number): { elapsed: number; gpus: number } | undefined {
  if (Number.isNaN(seconds)) return { elapsed, gpus };
  if (Number.isNaN(elapsed)) return { elapsed: gpus > 0 ? seconds / gpus : seconds, gpus: gpus > 0 ? gpus : 1 };
  if (Number.isNaN(gpus)) return { elapsed, gpus: elapsed > 0 ? seconds / elapsed : 0 };
  return Math.abs(elapsed * gpus - seconds) <= Math.max(60, 0.02 * seconds) ? { elapsed, gpus } : undefined;
}

/** The same of what a row tells: GPU-hours may count a slice as a whole GPU, as its number does. */
export function heldFor(
  seconds: number,
  elapsed: number,
  { gpus, share }: HeldGpus,
): { elapsed: number; gpus: number } | undefined {
  if (Number.isNaN(share)) return { elapsed, gpus };
  return (
    withGpuSeconds(elapsed, gpus, seconds) ?? (share < 1 ? withGpuSeconds(elapsed, gpus, seconds * share) : undefined)
  );
}

/** Appends the GPUs by type, as a job states them that held so many of them for so long. */
export function pushGpuTypes(column: DictionaryColumn, held: HeldGpus, gpus: number, elapsed: number): void {
  if (Number.isNaN(gpus) && !Number.isNaN(held.share)) column.push(elapsed > 0 ? UNTOLD_GPUS : '');
  else if (Number.isNaN(gpus)) column.push(held.types);
  else if (gpus !== held.gpus) column.push(typesOf(gpus, held.model));
  else {
    held.code ??= column.codeOf(held.types);
    column.pushCode(held.code);
  }
}

const typesOf = (gpus: number, model: string): string =>
  model === '' || gpus === 0 ? '' : `${plainModel(model)}=${gpus}`;

const plainModel = (model: string): string => model.replace(/[,=]+/g, ' ');
