import type { JobTable } from '../../model/job-table.ts';
import type { NumberColumn } from '../../model/number-column.ts';
import { areOfOneTime, endOf, isByName } from './same-run.ts';
import { CLOCK_SECONDS } from './sessions.ts';

/**
 * Finds the run that a record means which knows it by its display name alone: another record has that name, an id if there is one, and the same time. Rows of one file are of different
 * runs: many of one name may begin within a minute, or be ended together.
 *
 * @returns for each record that knows a name alone the one that knows its id, or the first that knows the name
 */
export function namedRuns(table: JobTable): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  const rows = [...table.tracked.rows()];
  const named = rows.filter((row) => isByName(table, row));
  if (named.length === 0) return known;
  const index = new NamesByTime(table);
  for (const row of rows) if (table.jobId.at(row) !== table.name.at(row)) index.add(row);
  const startOf = (row: number): number => (Number.isNaN(table.start.at(row)) ? Number.MAX_VALUE : table.start.at(row));
  named.sort((a, b) => startOf(a) - startOf(b) || a - b);
  for (const row of named) {
    const same = index.find(row);
    known.set(row, same ?? row);
    if (same === undefined) index.add(row);
  }
  return known;
}

/** Records by name and time: of one name there may be as many as there are runs. Each run is found once for each file. */
class NamesByTime {
  readonly #table: JobTable;
  readonly #added = new Map<string, number[]>();
  readonly #taken = new Set<string>();

  constructor(table: JobTable) {
    this.#table = table;
  }

  add(row: number): void {
    for (const key of this.#keys(row, [0])) {
      const list = this.#added.get(key);
      if (list === undefined) this.#added.set(key, [row]);
      else list.push(row);
    }
  }

  /** A record of another file of the same name and time; of several the one whose start, then whose duration is nearest. */
  find(row: number): number | undefined {
    const { file, start, elapsed } = this.#table;
    const near = this.#keys(row, [-1, 0, 1]).flatMap((key) => this.#added.get(key) ?? []);
    const same = near.filter(
      (other) =>
        file.at(other) !== file.at(row) &&
        areOfOneTime(this.#table, row, other) &&
        !this.#taken.has(`${file.at(row)} ${this.#runOf(other)}`),
    );
    const apart = (column: NumberColumn, other: number): number => Math.abs(column.at(other) - column.at(row)) || 0;
    same.sort((a, b) => apart(start, a) - apart(start, b) || apart(elapsed, a) - apart(elapsed, b) || a - b);
    const [found] = same;
    if (found !== undefined) this.#taken.add(`${file.at(row)} ${this.#runOf(found)}`);
    return found;
  }

  /** Several records may know one id. */
  #runOf(row: number): string {
    return isByName(this.#table, row) ? `row ${row}` : `id ${this.#table.jobId.at(row)}`;
  }

  /** Start and end in steps in which no more than neighbours can be of one time. */
  #keys(row: number, steps: readonly number[]): string[] {
    const name = this.#table.name.at(row);
    const times = [`start ${name}`, `end ${name}`].map(
      (key, index) => [key, index === 0 ? this.#table.start.at(row) : endOf(this.#table, row)] as const,
    );
    return times.flatMap(([key, time]) => steps.map((step) => `${key} ${Math.floor(time / CLOCK_SECONDS) + step}`));
  }
}
