import { gpuCountRank } from './gpu-headers.ts';
import { bareName, type Column, type Role } from './roles.ts';

/** How surely a header says what several columns of a table say: more is surer. Our own judgement. */
function rankOf(role: Role, name: string): number {
  return role === 'gpus' ? (gpuCountRank(bareName(name)) ?? 0) : 0;
}

/** The columns of a role from the surest on; of equals the first in the table. */
export function bySureness(
  columns: readonly Column[],
  role: Role,
  isOf = (column: Column) => column.role === role,
): number[] {
  const found = columns.flatMap((column, index) => (isOf(column) ? [index] : []));
  const rank = (index: number): number => rankOf(role, columns[index]?.name ?? '');
  return found.sort((left, right) => rank(right) - rank(left) || left - right);
}

/** The column that says it most surely; −1 where none does. */
export const surestOf = (columns: readonly Column[], role: Role): number => bySureness(columns, role)[0] ?? -1;
