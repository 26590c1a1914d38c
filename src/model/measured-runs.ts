import type { Texts } from './job-columns.ts';
import type { NumberColumn } from './number-column.ts';

/** What the jobs of one file measured: `val_acc` of all of them, or each what its own name says. */
export interface Measure {
  /** One name for all of them, or a column with the name of each; empty where a job has none. */
  readonly name: string | Texts;
  /** By job; NaN where it has none. */
  readonly values: NumberColumn;
}

/** The jobs of one file, which are rows of the table one after the other. */
interface MeasuredFile {
  readonly first: number;
  readonly length: number;
  readonly measures: readonly Measure[];
}

/** What runs of a {@link JobTable} measured, as tables of jobs state it: nothing of most logs. Kept as the columns that it was read from. */
export class MeasuredRuns {
  readonly #files: MeasuredFile[] = [];
  /** What was found elsewhere, by row; it stands before what a table states under the same name. */
  #noted: { readonly name: string; readonly values: ReadonlyMap<number, number> } | undefined;

  /** @param first row of the table, greater than those appended before; `measures` are handed over */
  append(first: number, length: number, measures: readonly Measure[]): void {
    if (measures.length > 0 && length > 0) this.#files.push({ first, length, measures });
  }

  /** Adds what was found of rows outside of tables: in output files. Rows ascend. */
  note(name: string, values: ReadonlyMap<number, number>): void {
    this.#noted = { name, values };
  }

  /** How many rows are of files that state what runs measured, or have something that was found elsewhere. */
  get length(): number {
    return this.#files.reduce((sum, { length }) => sum + length, this.#noted?.values.size ?? 0);
  }

  /** The rows of the table that are of such files, ascending, then others of which something was found elsewhere. */
  *rows(): Generator<number> {
    for (const { first, length } of this.#files) for (let at = 0; at < length; at++) yield first + at;
    for (const row of this.#noted?.values.keys() ?? []) if (this.#fileOf(row) === undefined) yield row;
  }

  /** What the run in a row measured, by name in the order of columns; of two of one name it is the first. Empty where nothing is known. */
  at(row: number): ReadonlyMap<string, number> {
    const found = new Map<string, number>();
    const noted = this.#noted?.values.get(row);
    if (noted !== undefined) found.set(this.#noted?.name ?? '', noted);
    const file = this.#fileOf(row);
    for (const measure of file?.measures ?? []) {
      const at = row - (file as MeasuredFile).first;
      const [name, value] = [nameAt(measure, at), measure.values.at(at)];
      if (name !== '' && !Number.isNaN(value) && !found.has(name)) found.set(name, value);
    }
    return found;
  }

  /** What the run in a row measured under a name; NaN where it has nothing. */
  valueAt(row: number, name: string): number {
    const noted = this.#noted?.name === name ? this.#noted.values.get(row) : undefined;
    if (noted !== undefined) return noted;
    const file = this.#fileOf(row);
    const at = row - (file?.first ?? 0);
    const own = file?.measures.filter((measure) => nameAt(measure, at) === name) ?? [];
    return own.map(({ values }) => values.at(at)).find((value) => !Number.isNaN(value)) ?? Number.NaN;
  }

  #fileOf(row: number): MeasuredFile | undefined {
    return this.#files.find(({ first, length }) => row >= first && row < first + length);
  }
}

const nameAt = ({ name }: Measure, at: number): string => (typeof name === 'string' ? name : name.at(at));
