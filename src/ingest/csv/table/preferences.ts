import { gpuCountRank } from './gpu-headers.ts';
import { gpuTimeUnit, isBilled, isOfOneModel } from './gpu-time-headers.ts';
import { bareName, type Column, type Role } from './roles.ts';

/** What was asked for, wherever something else tells the hours: `walltime`, but not `walltime_used`. */
export const isWalltime = (header: string): boolean => /^walltime(?!used)/.test(bareName(header));

/** How sure a duration is of the whole time that a job ran. */
export const DURATION_RANKS = { whole: 2, other: 1, part: 0, request: -1 } as const;

function durationRank(header: string): number {
  const bare = bareName(header);
  if (isWalltime(header)) return DURATION_RANKS.request;
  if (/^(?:elapsed|total|gesamt|actual|used)|elapsed|used/.test(bare)) return DURATION_RANKS.whole;
  return /^(?:train|comput)/.test(bare) ? DURATION_RANKS.part : DURATION_RANKS.other;
}

/** GPU-hours of all GPUs, in a unit that is told, of the whole job, and not as a bill rounds them. */
function gpuTimeRank(header: string): number {
  if (isBilled(header)) return -3;
  if (isOfOneModel(header)) return -2;
  if (Number.isNaN(gpuTimeUnit(header))) return -1;
  return /tot|gesamt|sum|used|consumed|actual/i.test(header) ? 1 : 0;
}

/** When a job was made or sent off, which is before it began where both are told. */
export const isCreation = (header: string): boolean => /^(?:creat(?:ed|ion)|launch)/.test(bareName(header));

/** How surely a header says what several columns of a table say: more is surer. Our own judgement. */
export function rankOf(role: Role, header: string): number {
  if (role === 'duration') return durationRank(header);
  if (role === 'start') return isCreation(header) ? -1 : 0;
  if (role === 'energy') return /tot|gesamt/.test(bareName(header)) ? 1 : 0;
  if (role === 'gpuHours') return gpuTimeRank(header);
  return role === 'gpus' ? (gpuCountRank(bareName(header)) ?? 0) : 0;
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
