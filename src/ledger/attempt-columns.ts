import type { JobTable } from '../model/job-table.ts';
import type { MergedRecords } from './merge-records.ts';
import { isWaiting } from './waiting-records.ts';

/** Columns of attempts in order of submission; times may be corrected in place. As in the ledger, but for `head`. */
export interface AttemptColumns {
  readonly count: number;
  readonly row: Uint32Array;
  /** One of the records of the attempt. */
  readonly head: Uint32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly wall: Float64Array;
  readonly suspended: Float32Array;
  readonly state: Uint8Array;
}

export const attemptColumns = (count: number): AttemptColumns => ({
  count,
  row: new Uint32Array(count),
  head: new Uint32Array(count),
  start: new Float64Array(count),
  end: new Float64Array(count),
  wall: new Float64Array(count),
  suspended: new Float32Array(count),
  state: new Uint8Array(count),
});

/** Some of the attempts, in the order given. */
export function takeAttempts(all: AttemptColumns, chosen: Uint32Array): AttemptColumns {
  const taken = attemptColumns(chosen.length);
  for (const name of ['row', 'head', 'start', 'end', 'wall', 'suspended', 'state'] as const) {
    for (let index = 0; index < chosen.length; index++) {
      taken[name][index] = all[name][chosen[index] as number] as number;
    }
  }
  return taken;
}

export function setMerged(columns: AttemptColumns, attempt: number, merged: MergedRecords): void {
  columns.row[attempt] = merged.row;
  columns.start[attempt] = merged.start;
  columns.end[attempt] = merged.end;
  columns.wall[attempt] = merged.wall;
  columns.suspended[attempt] = merged.suspended;
  columns.state[attempt] = merged.state;
}

/** What one record alone says of an attempt, which is the usual case: the same as {@link setMerged} of that record, without making an object for each of a million attempts. */
export function setSoleRecord(columns: AttemptColumns, attempt: number, table: JobTable, row: number): void {
  const start = isWaiting(table, row) ? Number.NaN : table.start.at(row);
  const [stated, elapsed] = [table.end.at(row), table.elapsed.at(row)];
  const wall = Number.isNaN(elapsed) ? 0 : elapsed;
  const end = Number.isNaN(stated) ? start + wall : Math.max(stated, start);
  columns.row[attempt] = row;
  columns.start[attempt] = start;
  columns.end[attempt] = Number.isNaN(start) ? Number.NaN : end;
  columns.wall[attempt] = wall;
  columns.suspended[attempt] = Number.isNaN(start) ? 0 : Math.max(0, end - start - wall);
  columns.state[attempt] = table.state.code(row);
}
