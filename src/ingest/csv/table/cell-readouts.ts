import { parsePlain } from '../../timestamp.ts';
import type { CellColumn } from './cell-column.ts';
import { type DateOrder, dateIn } from './dates.ts';
import { digitsIn, fractionDigits } from './digits.ts';
import { type DurationForm, durationIn } from './durations.ts';
import { type Decimal, numberIn } from './numbers.ts';
import { type Common, NumberReadout } from './readout.ts';

/** Whole numbers, which mean the same whatever the decimal sign. */
const wholeIn = (bytes: Uint8Array, start: number, end: number): number =>
  fractionDigits(bytes, start, end) === 0 ? digitsIn(bytes, start, end) : Number.NaN;

const none = (): number => Number.NaN;

/** Numbers in their commonest form, counted in some unit. */
function commonNumber(decimal: Decimal, unit = 1): Common {
  const read = decimal === 'point' ? digitsIn : wholeIn;
  return {
    bytes: unit === 1 ? read : (bytes, start, end) => read(bytes, start, end) * unit,
    number: (number, fraction) => (fraction === 0 || decimal === 'point' ? number * unit : Number.NaN),
    time: none,
  };
}

/** Numbers of a column; NaN for what is none. */
export const numberReadout = (column: CellColumn | undefined, decimal: Decimal): NumberReadout =>
  new NumberReadout(column, (text) => numberIn(text, decimal), commonNumber(decimal));

/** Numbers of a column in a unit of their own, of which all but the commonest form are read by a function. */
export const scaledReadout = (
  column: CellColumn | undefined,
  decimal: Decimal,
  unit: number,
  read: (text: string) => number,
): NumberReadout => new NumberReadout(column, read, commonNumber(decimal, unit));

/** Seconds of a column of durations; NaN for what is none. */
export const durationReadout = (column: CellColumn | undefined, form: DurationForm): NumberReadout =>
  new NumberReadout(column, (text) => durationIn(text, form), commonNumber(form.decimal, form.unit));

/** Times of a column, epoch seconds UTC; NaN for what is none. */
export function dateReadout(
  column: CellColumn | undefined,
  order: DateOrder,
  toUtc: (local: number) => number,
): NumberReadout {
  const bytes = (text: Uint8Array, start: number, end: number): number => {
    const local = parsePlain(text, start, end);
    return local === undefined ? Number.NaN : toUtc(local);
  };
  return new NumberReadout(column, (text) => dateIn(text, order, toUtc), { bytes, number: none, time: toUtc });
}
