import type { Measure } from '../../../model/measured-runs.ts';
import { isNameOfResult } from '../column-words.ts';
import type { CellColumn } from './cell-column.ts';
import { numberReadout } from './cell-readouts.ts';
import type { TableLayout } from './layout.ts';
import { type Decimal, numberIn } from './numbers.ts';
import { METRIC, wordsOf } from './parameters.ts';
import type { NumberReadout } from './readout.ts';
import { pick, pickNumbers, type Rows } from './rows.ts';
import type { TableCells } from './table-cells.ts';

/** A column of values, under one name or beside a column of names. */
interface MeasureColumn {
  readonly name: string | CellColumn;
  readonly values: NumberReadout;
}

/** What rows measured: `metric_value` beside `metric_name`, and numbers in columns that are named as results are. Read when all is known which rows are jobs. */
export class Measures {
  /** By column: whether it is the name or the value of something measured. */
  readonly columns: readonly boolean[];
  readonly #measures: readonly MeasureColumn[];

  constructor(layout: TableLayout, { columns }: TableCells, isParameter: readonly boolean[], decimal: Decimal) {
    const told = layout.at('metricValue');
    const hasNumbers = (index: number): boolean =>
      columns[index]?.some((text) => !Number.isNaN(numberIn(text, decimal))) === true;
    const results = layout.columns.flatMap(({ name, role }, index) =>
      role === undefined && isParameter[index] !== true && isResult(name) && hasNumbers(index) ? [index] : [],
    );
    const values = told >= 0 && hasNumbers(told) ? [told, ...results] : results;
    const names = columns[layout.at('metricName')];
    this.#measures = values.map((index) => ({
      name: index === told && names !== undefined ? names : (layout.columns[index]?.name ?? ''),
      values: numberReadout(columns[index], decimal),
    }));
    this.columns = layout.columns.map(({ role }, index) => values.includes(index) || role === 'metricName');
  }

  /** What the rows that are jobs measured. */
  of(rows: Rows): readonly Measure[] {
    return this.#measures.map(({ name, values }) => ({
      name: typeof name === 'string' ? name : pick(name, rows),
      values: pickNumbers(values, rows),
    }));
  }
}

/** `val_acc`, `Test F1 (%)`, `metrics.anything`. */
const isResult = (header: string): boolean => METRIC.test(header) || isNameOfResult(wordsOf(header));
