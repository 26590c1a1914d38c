import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { RowIndex } from './row-index.ts';

/** Zones differ by quarters of an hour, and by 26 hours at most. */
const ZONE_STEP_SECONDS = 900;
const MOST_SHIFTED_SECONDS = 26 * 3600;

/** Two attempts of one job in two files: all times of one are those of the other some quarters of an hour later. */
export interface Pair {
  readonly earlier: number;
  readonly later: number;
}

/** Attempts that stand in two files under shifted times and lasted equally long. */
export function shiftedPairs(
  table: JobTable,
  attempts: AttemptColumns,
  { ids, cluster }: Identity,
  fileOf: (attempt: number) => number,
): Pair[] {
  const { count, head, wall } = attempts;
  const index = new RowIndex(count);
  const pairs: Pair[] = [];
  for (let later = 0; later < count; later++) {
    const record = head[later] as number;
    const hash = ids.hash(record) ^ cluster(record) ^ Math.imul(wall[later] as number, 0x85ebca6b);
    const slot = index.slot(hash, (earlier) => {
      const other = head[earlier] as number;
      const isSame = cluster(other) === cluster(record) && ids.same(other, record) && wall[earlier] === wall[later];
      return isSame && fileOf(earlier) !== fileOf(later) && isShifted(table, attempts, earlier, later);
    });
    if (index.at(slot) !== -1) pairs.push({ earlier: index.at(slot), later });
    index.set(
      index.slot(hash, () => false),
      later,
      hash,
    );
  }
  return pairs;
}

/** Whether all times that two attempts have differ by the same offset between zones. */
function isShifted(table: JobTable, attempts: AttemptColumns, earlier: number, later: number): boolean {
  const shift = shiftOf(table, attempts, earlier, later);
  const ends = (attempts.end[later] as number) - (attempts.end[earlier] as number);
  const isZones = shift > 0 && shift % ZONE_STEP_SECONDS === 0 && shift <= MOST_SHIFTED_SECONDS;
  return isZones && (Number.isNaN(ends) || ends === shift);
}

/** By how many seconds the submission and start of `to` are later than those of `from`, as far as they are told; NaN when they differ in that. */
export function shiftOf(table: JobTable, { row, start }: AttemptColumns, from: number, to: number): number {
  const submitted = table.submit.at(row[to] as number) - table.submit.at(row[from] as number);
  const started = (start[to] as number) - (start[from] as number);
  if (Number.isNaN(submitted)) return started;
  return Number.isNaN(started) || started === submitted ? submitted : Number.NaN;
}
