import { ColumnJudge, PARAMETERS, type Verdict } from '../../csv/column-judge.ts';
import { RowBuffer } from '../../csv/row-buffer.ts';
import type { ColumnUse, Sink } from '../../source.ts';
import { hasRole, type Layout, type Role, type Use } from './columns.ts';
import { stateIn } from './exported-run.ts';
import { RunSink } from './run-sink.ts';
import { readTableRun } from './table-run.ts';

/** Longer cells are tables and images, not values: only their beginning is kept while they wait. */
const LONGEST_WAITING = 1024;

const JUDGED =
  'files that do not tell hyperparameters from results: told apart by the order of their columns, their names and values. What runledger collect wandb saves does tell';
const BROKEN =
  'cells that are neither a Python dictionary nor JSON: of these only the runtime and the time of the last row were found';

/** The runs of a table, row by row. Where columns must be judged they wait for the end of the file. */
export class RunTable {
  readonly #layout: Layout;
  readonly #runs: RunSink;
  readonly #judge: ColumnJudge | undefined;
  readonly #waiting = new RowBuffer();

  constructor(layout: Layout, sink: Sink) {
    this.#runs = new RunSink(sink);
    // A column beside `summary` and `config` is one that a script added: it is of neither.
    const isSorted = hasRole(layout, 'config', 'summary') || layout.some(({ kind }) => kind === 'config');
    this.#layout = isSorted ? layout.map((use) => (use.kind === 'unjudged' ? OTHER : use)) : layout;
    const open = this.#layout.flatMap((use) => (use.kind === 'unjudged' ? [use.key] : []));
    this.#judge = open.length > 0 ? new ColumnJudge(open) : undefined;
  }

  add(cells: readonly string[], line: number): void {
    if (this.#judge === undefined) {
      this.#read(cells, line, []);
      return;
    }
    const kept = cells.map((cell, index) =>
      cell.length > LONGEST_WAITING && !isOfMachine(this.#layout[index]) ? cell.slice(0, LONGEST_WAITING) : cell,
    );
    this.#count(kept, this.#judge);
    this.#waiting.push(kept, line);
  }

  reject(line: number, rule: string, reason: string, text: string): void {
    this.#runs.reject(line, rule, reason, text);
  }

  /** What each column is used for, once all rows are there. */
  usesOf(header: readonly string[]): ColumnUse[] {
    const verdicts = this.#judge?.verdicts() ?? [];
    let open = 0;
    return this.#layout.map((use, index) => {
      const kind = use.kind === 'unjudged' ? verdicts[open++] : use.kind;
      const used = kind === 'role' && use.kind === 'role' && use.role !== 'other' ? use.role : WORDS[kind ?? ''];
      return { header: header[index] ?? '', use: used ?? '' };
    });
  }

  end(): void {
    if (this.#judge !== undefined) {
      const verdicts = this.#judge.verdicts();
      let isFirst = true;
      for (const { cells, line } of this.#waiting.rows()) {
        if (isFirst) this.#runs.note('wandb-columns', 'info', JUDGED, 1);
        isFirst = false;
        this.#read(cells, line, verdicts);
      }
    }
    this.#runs.end();
  }

  #read(cells: readonly string[], line: number, verdicts: readonly Verdict[]): void {
    const { run, broken } = readTableRun(cells, line, this.#layout, verdicts);
    if (broken > 0) this.#runs.note('wandb-literal', 'warning', BROKEN, line);
    this.#runs.add(run);
  }

  #count(cells: readonly string[], judge: ColumnJudge): void {
    const at = (role: Role): string => cells[this.#layout.findIndex((use) => 'role' in use && use.role === role)] ?? '';
    const isOfController = (use: Use, index: number): boolean =>
      use.kind === 'unjudged' && use.key.startsWith(PARAMETERS) && cells[index] !== '';
    if (at('sweep') === '' && this.#layout.some(isOfController)) return;
    const open = cells.filter((_, index) => this.#layout[index]?.kind === 'unjudged');
    judge.add(open, at('sweep'), stateIn(at('state')) === 'completed');
  }
}

const isOfMachine = (use: Use | undefined): boolean =>
  use?.kind === 'metadata' || (use?.kind === 'role' && (use.role === 'metadata' || use.role === 'systemMetrics'));

const WORDS: Readonly<Record<string, string>> = {
  config: 'hyperparameter',
  parameter: 'hyperparameter',
  summary: 'result',
  result: 'result',
  metadata: 'metadata',
};

const OTHER = { kind: 'role', role: 'other' } as const;
