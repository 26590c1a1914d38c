import type { CellColumn } from './cell-column.ts';
import { meaningOf, meaningOfWhole, openMeaning, signIn } from './device-columns.ts';
import { isSurelyDevices } from './device-lists.ts';
import { gpuCell, isNoGpu } from './gpu-cells.ts';
import type { SettledGpus } from './gpu-columns.ts';
import { TableLayout, type TableSettings } from './layout.ts';
import { type Column, columnOf, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/**
 * Settles what a column called `gpu` or `device` says where its cells are numbers alone: how many GPUs, or which. A column beside it that names models is then that of the model.
 *
 * @throws AppError where it may be either, and nothing else says how many
 */
export function settleModels(
  layout: TableLayout,
  cells: TableCells,
  { columns: told = {}, decimal }: TableSettings,
  path: string,
): SettledGpus {
  const at = layout.at('gpuType');
  const column = cells.columns[at];
  const { name = '' } = layout.columns[at] ?? {};
  if (column === undefined || Object.hasOwn(told, name) || !isOfNumbers(column)) return { layout, warnings: [] };
  const model = layout.columns.findIndex(
    (other, index) => isCalledModel(other) && !isOfNumbers(cells.columns[index] as CellColumn),
  );
  if (layout.has('gpus', 'gpusPerNode', 'gpuIds'))
    return { layout: exchanged(layout, at, 'none', model), warnings: [] };
  const listed = meaningOf(column, decimal ?? signIn(layout, cells));
  const meaning = listed === 'counts' ? meaningOfWhole(column) : listed;
  if (meaning === undefined) throw openMeaning(path, name);
  if (meaning === 'counts') return { layout: exchanged(layout, at, 'gpus', model), warnings: [] };
  const isSure = column.some(isSurelyDevices);
  return { layout: exchanged(layout, at, 'gpuIds', model, true), warnings: isSure ? [] : [takenForDevices(name)] };
}

/** The layout with another role for a column, and the model in another; unchanged where there is none, unless the column itself has to change. */
function exchanged(layout: TableLayout, at: number, role: Role, model: number, isNeeded = false): TableLayout {
  if (model < 0 && !isNeeded) return layout;
  const columns = layout.columns.map((column, index): Column => {
    if (index === at) return { ...column, role };
    return index === model ? { ...column, role: 'gpuType' } : column;
  });
  return new TableLayout(columns, layout.isCodeCarbon);
}

const isCalledModel = ({ name, role }: Column): boolean => role === undefined && columnOf(name).role === 'gpuType';

/** Whether all cells that are not empty are numbers of GPUs or devices, or say that there is none, and there are any numbers. */
const isOfNumbers = (column: CellColumn): boolean =>
  column.some((text) => text !== '' && isNumber(text)) &&
  !column.some((text) => text !== '' && !isNumber(text) && !isNoGpu(text));

const isNumber = (text: string): boolean => {
  const { count, model, parts } = gpuCell(text);
  return !Number.isNaN(count) && model === '' && parts === undefined;
};

function takenForDevices(name: string): Warning {
  const header = JSON.stringify(name);
  return {
    rule: 'table-devices',
    message: `numbers from 0 on in column ${header}: taken for the device of each job, one GPU. Say columns: { ${header}: gpus } under table: in runledger.yaml if they are how many`,
    holds: () => true,
  };
}
