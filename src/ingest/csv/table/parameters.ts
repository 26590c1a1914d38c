import type { Texts } from '../../../model/job-columns.ts';
import { ColumnJudge } from '../column-judge.ts';
import type { CellColumn } from './cell-column.ts';
import { Combinations } from './combinations.ts';
import { isOfDigits } from './digits.ts';
import type { TableLayout } from './layout.ts';
import type { Decimal } from './numbers.ts';
import { isOfNeither } from './other-words.ts';
import { Readout } from './readout.ts';
import { compose, type Rows } from './rows.ts';
import type { TableCells } from './table-cells.ts';

const CONFIG = /^(?:config|params?|parameters?|hparams?|hp|hyperparameters?)[._/]/i;
/** Headers that say of a column that it is no hyperparameter but a result. */
export const METRIC = /^(?:metrics?|summary|results?)[._/]/i;
const BROKEN = /fail|crash|error/i;

/** A header as words of code, without its unit: `Test F1 (%)` is called as `Test_F1` is. */
export const wordsOf = (header: string): string =>
  header
    .replace(/[([].*$/, '')
    .trim()
    .replace(/\s+/g, '_');

/** Which of the columns without a role are hyperparameters. */
export function parametersIn(
  layout: TableLayout,
  { columns, length }: TableCells,
  decimal: Decimal,
): readonly boolean[] {
  const others = layout.columns.flatMap(({ role }, index) => (role === undefined ? [index] : []));
  const judge = new ColumnJudge(others.map((index) => wordsOf(layout.columns[index]?.name ?? '')));
  const isFinished = new Readout(columns[layout.at('state')], (text) => !BROKEN.test(text));
  for (const [at, index] of others.entries()) {
    const column = columns[index] as CellColumn;
    let lacks = false;
    const add = (text: string, times: number): void => {
      if (text === '') lacks = true;
      else judge.addText(at, decimal === 'comma' ? text.replace(',', '.') : text, times);
    };
    const isCounted = (bytes: Uint8Array, start: number, end: number): boolean =>
      isOfDigits(bytes, start, end) && judge.addNumbers(at, 1);
    if (column.numbers?.form.fraction === undefined) column.each(add, isCounted);
    else addNumbers(column, add, (times) => judge.addNumbers(at, times));
    for (let row = 0; lacks && row < length; row++) {
      if (column.isEmpty(row)) judge.addLack(at, isFinished.at(row));
    }
  }
  const verdicts = judge.verdicts();
  return layout.columns.map(({ name }, index) => {
    const at = others.indexOf(index);
    return at >= 0 && (CONFIG.test(name) || (verdicts[at] === 'parameter' && !METRIC.test(name) && !isOfNeither(name)));
  });
}

/** The texts of a column of numbers, until those that are left can be counted without them. */
function addNumbers(
  column: CellColumn,
  add: (text: string, times: number) => void,
  areCounted: (times: number) => boolean,
): void {
  for (let row = 0; row < column.length && !areCounted(column.length - row); row++) add(column.at(row), 1);
}

/** The hyperparameters of rows as options of a command, which is where other logs have them. */
export class RowCommands {
  readonly #columns: readonly CellColumn[];
  readonly #options: readonly Readout<string>[];

  constructor(layout: TableLayout, { columns }: TableCells, isParameter: readonly boolean[]) {
    const parameters = columns.flatMap((column, index) => {
      const { name = '', role } = layout.columns[index] ?? {};
      if (role === 'sweep') return [{ column, option: 'sweep-id' }];
      return isParameter[index] === true ? [{ column, option: name.replace(CONFIG, '').replace(/\s+/g, '_') }] : [];
    });
    this.#columns = parameters.map(({ column }) => column);
    this.#options = parameters.map(({ column, option }) => new Readout(column, (text) => optionOf(option, text)));
  }

  /** @param stated column of commands, if there is one: what it says goes before */
  of(rows: Rows, stated: CellColumn | undefined): Texts {
    const combinations = new Combinations([stated, ...this.#columns]);
    return compose(rows, combinations, (row) => stated?.at(row) || this.#at(row));
  }

  /** Empty for a row without any. */
  #at(row: number): string {
    let command = '';
    for (const option of this.#options) command += option.at(row);
    return command === '' ? '' : `row${command}`;
  }
}

const optionOf = (name: string, value: string): string =>
  value === '' ? '' : ` --${name}=${value.replace(/\s+/g, '_')}`;
