import type { CellColumn } from './cell-column.ts';
import { dateReadout, durationReadout } from './cell-readouts.ts';
import type { Readings } from './readings.ts';
import type { NumberReadout } from './readout.ts';
import type { Role } from './roles.ts';

/** A row that is no job: why not. */
export interface NoJob {
  readonly rule: string;
  readonly reason: string;
}

type TimeRole = Extract<Role, 'start' | 'end' | 'duration'>;

/** When the jobs of rows ran, and for how long: what the table states, and what follows from it. */
export class RowTimes {
  /** Of the row read last: epoch seconds UTC and wall seconds, NaN for what is not known. */
  start = Number.NaN;
  end = Number.NaN;
  elapsed = Number.NaN;
  readonly #columns: Readonly<Record<TimeRole, CellColumn | undefined>>;
  readonly #starts: NumberReadout;
  readonly #ends: NumberReadout;
  readonly #durations: NumberReadout;

  constructor(
    columnOf: (role: Role) => CellColumn | undefined,
    { order, duration }: Readings,
    toUtc: (local: number) => number,
  ) {
    const columns = { start: columnOf('start'), end: columnOf('end'), duration: columnOf('duration') };
    this.#columns = columns;
    this.#starts = dateReadout(columns.start, order, toUtc);
    this.#ends = dateReadout(columns.end, order, toUtc);
    this.#durations = durationReadout(columns.duration, duration);
  }

  /** Reads a row. @returns why it is no job; undefined where it is one */
  read(row: number): NoJob | undefined {
    const start = this.#starts.at(row);
    if (Number.isNaN(start) && this.#isFilled('start', row)) return this.#noTime('start', row);
    const end = this.#ends.at(row);
    if (Number.isNaN(end) && this.#isFilled('end', row)) return this.#noTime('end', row);
    const stated = this.#durations.at(row);
    if (!(stated >= 0) && this.#isFilled('duration', row)) {
      return { rule: 'table-duration', reason: `"${this.#text('duration', row)}" is no duration that is understood` };
    }
    if (end < start) return { rule: 'table-backwards', reason: 'it ends before it starts' };
    this.elapsed = Number.isNaN(stated) ? end - start : stated;
    this.start = Number.isNaN(start) ? end - this.elapsed : start;
    this.end = Number.isNaN(end) ? this.start + this.elapsed : end;
    return undefined;
  }

  #isFilled(role: TimeRole, row: number): boolean {
    return this.#columns[role]?.isEmpty(row) === false;
  }

  #text(role: TimeRole, row: number): string {
    return this.#columns[role]?.at(row) ?? '';
  }

  #noTime(role: 'start' | 'end', row: number): NoJob {
    return { rule: 'table-time', reason: `${role} "${this.#text(role, row)}" is no time that is understood` };
  }
}
