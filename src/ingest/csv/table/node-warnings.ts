import { numberReadout } from './cell-readouts.ts';
import { gpuCell } from './gpu-cells.ts';
import { GPU_COUNT_RANKS, gpuCountRank } from './gpu-headers.ts';
import type { TableLayout } from './layout.ts';
import { type Decimal, numberIn } from './numbers.ts';
import { Readout } from './readout.ts';
import { bareName, type Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';
import type { Warning } from './warnings.ts';

/** Machines have so many GPUs mostly: as many on several nodes may be those of each. Our own judgement. */
const MOST_OF_NODE = 8;

/** Warnings of rows on several nodes, where the number of GPUs may be that of each, or is not what each has times their number. */
export function nodeWarnings(
  layout: TableLayout,
  { columns: cells }: TableCells,
  decimal: Decimal,
): readonly Warning[] {
  const from = layout.has('gpus') ? 'gpus' : 'gpuType';
  const { name = '' } = layout.columns[layout.at(from)] ?? {};
  if (!layout.has('nodes') || !layout.has(from) || layout.isCodeCarbon) return [];
  const numberOf = (role: Role) => numberReadout(cells[layout.at(role)], decimal);
  const [nodes, perNode] = [numberOf('nodes'), numberOf('gpusPerNode')];
  const counts = new Readout(cells[layout.at(from)], (text) => countIn(text, decimal));
  const header = JSON.stringify(name);
  if (layout.has('gpusPerNode') && from === 'gpus') {
    const other = JSON.stringify(layout.columns[layout.at('gpusPerNode')]?.name);
    const message = `rows in which column ${header} says another number of GPUs than ${other} times the nodes: the first counts. Say columns: { ${header}: none } under table: in runledger.yaml if the others are right`;
    const holds = (row: number): boolean => isOther(counts.at(row), perNode.at(row) * nodes.at(row));
    return [{ rule: 'table-nodes', message, holds }];
  }
  const isOfAll = (gpuCountRank(bareName(name)) ?? 0) >= GPU_COUNT_RANKS.total;
  if (isOfAll || layout.has('gpusPerNode', 'gpuHours')) return [];
  const remedy =
    from === 'gpus'
      ? `Say columns: { ${header}: gpusPerNode } under table: in runledger.yaml if they are those of each`
      : 'Export again with a column of all GPUs (gpus) if they are those of each';
  const message = `rows on several nodes with as few GPUs in column ${header} as one node may have: taken for those of all nodes together. ${remedy}`;
  const holds = (row: number): boolean => nodes.at(row) > 1 && counts.at(row) > 0 && counts.at(row) <= MOST_OF_NODE;
  return [{ rule: 'table-nodes', message, holds }];
}

/** GPUs of a cell, unless they are those of a machine, of which each node is one. */
function countIn(text: string, decimal: Decimal): number {
  const number = numberIn(text, decimal);
  if (!Number.isNaN(number)) return number;
  const { count, machines } = gpuCell(text);
  return machines === undefined ? count : Number.NaN;
}

const isOther = (counted: number, other: number): boolean => counted >= 0 && other >= 0 && counted !== other;
