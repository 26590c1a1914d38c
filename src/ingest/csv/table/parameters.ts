import { ColumnJudge } from '../column-judge.ts';
import type { CellColumn } from './cell-column.ts';
import type { TableLayout } from './layout.ts';
import { Readout } from './readout.ts';
import type { TableCells } from './table-cells.ts';

const CONFIG = /^(?:config|params?|parameters?|hparams?|hp|hyperparameters?)[._/]/i;
const METRIC = /^(?:metrics?|summary|results?)[._/]|^metric_(?:name|value)$/i;
const BROKEN = /fail|crash|error/i;

/** Which of the columns without a role are hyperparameters. */
export function parametersIn(layout: TableLayout, { columns, length }: TableCells): readonly boolean[] {
  const others = layout.columns.flatMap(({ role }, index) => (role === undefined ? [index] : []));
  const judge = new ColumnJudge(others.map((index) => layout.columns[index]?.name ?? ''));
  const isFinished = new Readout(columns[layout.at('state')], (text) => !BROKEN.test(text));
  for (const [at, index] of others.entries()) {
    const column = columns[index] as CellColumn;
    let lacks = false;
    column.each((text, times) => {
      if (text === '') lacks = true;
      else judge.addText(at, text, times);
    });
    for (let row = 0; lacks && row < length; row++) {
      if (column.isEmpty(row)) judge.addLack(at, isFinished.at(row));
    }
  }
  const verdicts = judge.verdicts();
  return layout.columns.map(({ name }, index) => {
    const at = others.indexOf(index);
    return at >= 0 && (CONFIG.test(name) || (verdicts[at] === 'parameter' && !METRIC.test(name)));
  });
}

/** Commands of more combinations of values are made anew for each row. */
const MOST_REMEMBERED = 65_536;

/** The hyperparameters of rows as options of a command, which is where other logs have them. */
export class RowCommands {
  readonly #columns: readonly CellColumn[];
  readonly #options: readonly Readout<string>[];
  /** Whether combinations of values are few. */
  readonly #isGrid: boolean;

  constructor(layout: TableLayout, { columns }: TableCells, isParameter: readonly boolean[]) {
    const parameters = columns.flatMap((column, index) => {
      if (isParameter[index] !== true) return [];
      const name = layout.columns[index]?.name ?? '';
      return [{ column, option: name.replace(CONFIG, '').replace(/\s+/g, '_') }];
    });
    this.#columns = parameters.map(({ column }) => column);
    this.#options = parameters.map(({ column, option }) => new Readout(column, (text) => optionOf(option, text)));
    const most = this.#columns.reduce((product, { distinct }) => product * (distinct?.length ?? Infinity), 1);
    this.#isGrid = most <= MOST_REMEMBERED;
  }

  /** Empty for a row without any. */
  at(row: number): string {
    let command = '';
    for (const option of this.#options) command += option.at(row);
    return command === '' ? '' : `row${command}`;
  }

  /** Which combination of values a row has; −1 where there are too many. */
  code(row: number): number {
    if (!this.#isGrid) return -1;
    let code = 0;
    for (const column of this.#columns) code = code * (column.distinct as readonly string[]).length + column.code(row);
    return code;
  }
}

const optionOf = (name: string, value: string): string =>
  value === '' ? '' : ` --${name}=${value.replace(/\s+/g, '_')}`;
