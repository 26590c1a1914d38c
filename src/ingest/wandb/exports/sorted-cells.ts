import { isNumber, type Verdict } from '../../csv/column-judge.ts';
import type { Entries } from '../loose-values.ts';
import { plainText, readDictionary, readLiteral } from './cell-values.ts';
import type { Layout, Role, Use } from './columns.ts';

/** The cells of a run, sorted by what they are. */
export class SortedCells {
  readonly config: Entries;
  readonly summary: Entries;
  /** What `wandb-metadata.json` says, as much of it as the export has. */
  readonly metadata: Entries;
  /** The last metrics of the machine. */
  readonly systemMetrics: Entries;
  /** Cells with dictionaries that could not be parsed. */
  broken = 0;
  readonly #roles = new Map<Role, string>();
  readonly #config: [string, unknown][] = [];
  readonly #summary: [string, unknown][] = [];
  readonly #metadata: [string, unknown][] = [];
  readonly #slurm: [string, unknown][] = [];
  readonly #systemMetrics: [string, unknown][] = [];

  /** @param verdicts on the columns that the layout leaves open, in their order */
  constructor(cells: readonly string[], layout: Layout, verdicts: readonly Verdict[]) {
    let open = 0;
    layout.forEach((use, index) => {
      const verdict = use.kind === 'unjudged' ? verdicts[open++] : undefined;
      const cell = cells[index] ?? '';
      if (cell.trim() !== '') this.#add(use, verdict, cell);
    });
    this.config = Object.fromEntries(this.#config);
    this.summary = Object.fromEntries(this.#summary);
    this.metadata = Object.fromEntries([
      ...(this.#slurm.length > 0 ? [['slurm', Object.fromEntries(this.#slurm)]] : []),
      ...this.#metadata,
    ]);
    this.systemMetrics = Object.fromEntries(this.#systemMetrics);
  }

  /** The text of the column of a role; empty where there is none. */
  role(role: Role): string {
    return this.#roles.get(role) ?? '';
  }

  #add(use: Use, verdict: Verdict | undefined, cell: string): void {
    if (use.kind === 'metadata') this.#addMetadata(use.key, cell);
    else if (use.kind !== 'role') {
      if (use.kind === 'config' || verdict === 'parameter') this.#config.push([use.key, cell]);
      else this.#summary.push([use.key, this.#resultOf(use.key, cell)]);
    } else if (use.role === 'config') this.#config.push(...this.#dictionary(cell));
    else if (use.role === 'summary') this.#summary.push(...this.#dictionary(cell));
    else if (use.role === 'metadata') this.#metadata.push(...this.#dictionary(cell));
    else if (use.role === 'systemMetrics') this.#systemMetrics.push(...this.#dictionary(cell));
    else this.#roles.set(use.role, plainText(cell));
  }

  #addMetadata(key: string, cell: string): void {
    const [, ofSlurm] = /^slurm[._](.+)$/.exec(key) ?? [];
    const text = plainText(cell);
    if (text === '') return;
    if (ofSlurm === undefined) this.#metadata.push([key, readLiteral(text)]);
    else this.#slurm.push([ofSlurm, text]);
  }

  #dictionary(cell: string): [string, unknown][] {
    const { entries, isWhole } = readDictionary(cell);
    if (!isWhole) this.broken++;
    return Object.entries(entries);
  }

  #resultOf(key: string, cell: string): unknown {
    if (key === '_wandb') return Object.fromEntries(this.#dictionary(cell));
    return isNumber(cell) ? numberIn(cell) : cell;
  }
}

const NOT_FINITE: Readonly<Record<string, string>> = { nan: 'NaN', inf: 'Infinity', infinity: 'Infinity' };

/** Numbers that are not finite become the texts by which metrics are kept: `NaN`, `-Infinity`. */
function numberIn(text: string): unknown {
  const [, sign = '', word = ''] = /^([-+]?)([a-z]*)$/i.exec(text) ?? [];
  const known = NOT_FINITE[word.toLowerCase()];
  return known === undefined ? Number(text) : `${sign === '-' ? '-' : ''}${known}`;
}
