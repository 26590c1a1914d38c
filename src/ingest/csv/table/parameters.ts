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

/** The hyperparameters of rows as options of a command, which is where other logs have them. */
export class RowCommands {
  readonly #options: readonly Readout<string>[];

  constructor(layout: TableLayout, { columns }: TableCells, isParameter: readonly boolean[]) {
    this.#options = layout.columns.flatMap(({ name }, index) => {
      if (isParameter[index] !== true) return [];
      const option = name.replace(CONFIG, '').replace(/\s+/g, '_');
      return [new Readout(columns[index], (text) => (text === '' ? '' : ` --${option}=${text.replace(/\s+/g, '_')}`))];
    });
  }

  /** Empty for a row without any. */
  at(row: number): string {
    let command = '';
    for (const option of this.#options) command += option.at(row);
    return command === '' ? '' : `row${command}`;
  }
}
