import { parsePlain } from '../../timestamp.ts';
import type { CellColumn } from './cell-column.ts';
import { type DateOrder, dateIn } from './dates.ts';
import { digitsIn, fractionDigits } from './digits.ts';
import { type DurationForm, durationIn } from './durations.ts';
import { type Decimal, numberIn } from './numbers.ts';
import { type FromBytes, NumberReadout } from './readout.ts';

/** Whole numbers, which mean the same whatever the decimal sign. */
const wholeIn: FromBytes = (bytes, start, end) =>
  fractionDigits(bytes, start, end) === 0 ? digitsIn(bytes, start, end) : Number.NaN;

const commonNumber = (decimal: Decimal): FromBytes => (decimal === 'point' ? digitsIn : wholeIn);

/** Numbers of a column; NaN for what is none. */
export const numberReadout = (column: CellColumn | undefined, decimal: Decimal): NumberReadout =>
  new NumberReadout(column, (text) => numberIn(text, decimal), commonNumber(decimal));

/** Seconds of a column of durations; NaN for what is none. */
export function durationReadout(column: CellColumn | undefined, form: DurationForm): NumberReadout {
  const common = commonNumber(form.decimal);
  return new NumberReadout(
    column,
    (text) => durationIn(text, form),
    (bytes, start, end) => common(bytes, start, end) * form.unit,
  );
}

/** Times of a column, epoch seconds UTC; NaN for what is none. */
export function dateReadout(
  column: CellColumn | undefined,
  order: DateOrder,
  toUtc: (local: number) => number,
): NumberReadout {
  return new NumberReadout(
    column,
    (text) => dateIn(text, order, toUtc),
    (bytes, start, end) => {
      const local = parsePlain(bytes, start, end);
      return local === undefined ? Number.NaN : toUtc(local);
    },
  );
}
