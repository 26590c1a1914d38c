import { DictionaryColumn } from '../../../model/dictionary-column.ts';
import type { Texts } from '../../../model/job-columns.ts';
import { TextColumn } from '../../../model/text-column.ts';
import { ColumnJudge } from '../column-judge.ts';
import type { CellColumn } from './cell-column.ts';
import type { TableLayout } from './layout.ts';
import { Readout } from './readout.ts';
import type { Rows } from './rows.ts';
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
  readonly #combinations: number;

  constructor(layout: TableLayout, { columns }: TableCells, isParameter: readonly boolean[]) {
    const parameters = columns.flatMap((column, index) => {
      if (isParameter[index] !== true) return [];
      const name = layout.columns[index]?.name ?? '';
      return [{ column, option: name.replace(CONFIG, '').replace(/\s+/g, '_') }];
    });
    this.#columns = parameters.map(({ column }) => column);
    this.#options = parameters.map(({ column, option }) => new Readout(column, (text) => optionOf(option, text)));
    this.#combinations = this.#columns.reduce((product, { coded }) => product * (coded?.values.length ?? Infinity), 1);
  }

  /** @param stated column of commands, if there is one: what it says goes before */
  of(rows: Rows, stated: CellColumn | undefined): Texts {
    const isGrid = stated === undefined && this.#combinations <= MOST_REMEMBERED;
    if (isGrid) return this.#ofGrid(rows);
    const commands = new TextColumn();
    for (let job = 0; job < rows.length; job++) {
      const row = rows.at(job);
      commands.push(stated?.at(row) || this.#at(row));
    }
    return commands;
  }

  /** Commands of few combinations of values, each made once. */
  #ofGrid(rows: Rows): DictionaryColumn {
    const commands = new DictionaryColumn();
    const codes: (number | undefined)[] = [];
    for (let job = 0; job < rows.length; job++) {
      const row = rows.at(job);
      const combination = this.#combinationAt(row);
      const code = codes[combination] ?? commands.codeOf(this.#at(row));
      codes[combination] = code;
      commands.pushCode(code);
    }
    return commands;
  }

  /** Empty for a row without any. */
  #at(row: number): string {
    let command = '';
    for (const option of this.#options) command += option.at(row);
    return command === '' ? '' : `row${command}`;
  }

  /** Number of the combination of values in a row. */
  #combinationAt(row: number): number {
    let combination = 0;
    for (const { coded } of this.#columns) {
      if (coded !== undefined) combination = combination * coded.values.length + coded.code(row);
    }
    return combination;
  }
}

const optionOf = (name: string, value: string): string =>
  value === '' ? '' : ` --${name}=${value.replace(/\s+/g, '_')}`;
