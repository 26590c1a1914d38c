import { numberReadout } from './cell-readouts.ts';
import { gpuCell } from './gpu-cells.ts';
import type { TableLayout } from './layout.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/** `8x A100`, `A100 x 8`, `A100:8`: a number that is written with the model, as that of a machine for rent is not. */
const COUNTED = /^\d+\s*[x×*]|[x×*:]\s*\d+\)?$/i;

/** Warnings of rows that tell a number of GPUs with their model and another one in a column of its own, neither equal nor as many on each node. */
export function modelCountWarnings(layout: TableLayout, cells: TableCells): readonly Warning[] {
  const [models, counts] = [cells.columns[layout.at('gpuType')], cells.columns[layout.at('gpus')]];
  if (models === undefined || counts === undefined || !models.some((text) => COUNTED.test(text))) return [];
  const [told, nodes] = [numberReadout(counts, 'point'), numberReadout(cells.columns[layout.at('nodes')], 'point')];
  const holds = (row: number): boolean => {
    const model = models.at(row);
    const count = COUNTED.test(model) ? gpuCell(model).count : Number.NaN;
    const stated = told.at(row);
    return !(Number.isNaN(count) || Number.isNaN(stated) || stated === count || stated === count * nodes.at(row));
  };
  return [{ rule: 'table-gpu-cells', message: differing(layout), holds }];
}

function differing(layout: TableLayout): string {
  const [model, count] = (['gpuType', 'gpus'] as const).map((role) => layout.columns[layout.at(role)]?.name ?? '');
  return `rows that tell one number of GPUs with the model in "${model}" and another in "${count}": the latter counts; say columns: { ${JSON.stringify(count)}: none } under table: in runledger.yaml if the number beside the model is right`;
}
