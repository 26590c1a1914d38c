import { AppError } from '../../../errors.ts';
import type { CellColumn } from './cell-column.ts';
import { isSurelyDevices } from './device-lists.ts';
import type { TableLayout } from './layout.ts';
import { NumberForm } from './number-form.ts';
import type { Decimal } from './numbers.ts';
import type { Role } from './roles.ts';
import type { TableCells } from './table-cells.ts';

/** What numbers in a column of GPUs are: how many, or which. */
export type Meaning = 'counts' | 'devices';

/** Device numbers up to this one, with none missing, are no numbers of GPUs: 0, 1, 2 and 3. Our own judgement. */
const SURE_LAST = 3;
/** Neither `1,024` nor `0,125`. */
const PAIR = /^(\d{1,2}),(\d{1,2})$/;
const WHOLE = /^\d{1,3}$/;

/**
 * What the cells of a column of GPUs say where they are numbers: `0,1` may be two devices or a tenth of a GPU.
 *
 * @param sign the decimal sign of the table, as far as other columns or the user tell it
 * @returns undefined where nothing tells
 */
export function meaningOf(column: CellColumn, sign: Decimal | undefined): Meaning | undefined {
  if (column.some(isSurelyDevices)) return 'devices';
  const pairs: [first: number, second: string][] = [];
  column.each((text) => {
    const [, first, second = ''] = PAIR.exec(text) ?? [];
    if (first !== undefined) pairs.push([Number(first), second]);
  });
  if (pairs.length === 0) return 'counts';
  if (sign === 'point') return 'devices';
  if (pairs.some(([, second]) => second.length > 1 || second === '0')) return 'counts'; // `0,25`, `1,0`
  const areParts = pairs.every(([first]) => first === 0);
  if (sign === 'comma') return areParts ? 'counts' : undefined;
  return areParts || pairs.some(([first, second]) => first >= Number(second)) ? undefined : 'devices';
}

const AMOUNTS: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  'duration',
  'gpuHours',
  'energy',
  'gpuEnergy',
  'memory',
]);

/** The decimal sign that columns of hours and the like tell, else those that say something else. */
export function signIn({ columns }: TableLayout, { columns: cells }: TableCells): Decimal | undefined {
  for (const isOf of [(role?: Role) => AMOUNTS.has(role), (role?: Role) => role === undefined]) {
    const form = new NumberForm();
    for (const [index, { role }] of columns.entries()) if (isOf(role)) form.addColumn(cells[index] as CellColumn);
    if (form.isDecided) return form.decimal;
  }
  return undefined;
}

/**
 * The same of a column that is called as one GPU is (`gpu`, `device`) and has whole numbers alone: devices are counted from 0 on without a gap. Undefined of one that begins with 0 and
 * may be either.
 */
export function meaningOfWhole(column: CellColumn): Meaning | undefined {
  const numbers = new Set<number>();
  let isWhole = true;
  column.each((text) => {
    isWhole &&= text === '' || WHOLE.test(text);
    if (text !== '') numbers.add(Number(text));
  });
  if (!isWhole || !numbers.has(0)) return 'counts';
  const last = Math.max(...numbers);
  if (numbers.size !== last + 1) return 'counts';
  return last >= SURE_LAST ? 'devices' : undefined;
}

/** Asks what a column of GPUs says. */
export function openMeaning(path: string, name: string): AppError {
  const choices = ['gpuIds', 'gpus'].map((role) => `columns: { ${JSON.stringify(name)}: ${role} }`);
  const readings = ['the devices of each job, such as 0 and 1 (gpuIds)', 'how many GPUs each job had (gpus)'];
  return new AppError({ code: 'table-open', path, what: `column "${name}"`, readings, choices });
}
