import type { JobTable } from '../model/job-table.ts';
import type { AttemptColumns } from './attempt-columns.ts';
import type { Identity } from './group-records.ts';
import { RowIndex } from './row-index.ts';
import { areOfTwoJobs } from './speaks-against.ts';
import type { Pair } from './zone-pairs.ts';

const MINUTE = 60;

/**
 * Attempts that stand in two files, in one of which all times are cut to the minute (`SLURM_TIME_FORMAT`, spreadsheets): the same job, with the same times but for that.
 *
 * @returns pairs of which the `later` has seconds
 */
export function minutePairs(
  table: JobTable,
  attempts: AttemptColumns,
  { ids, cluster }: Identity,
  fileOf: (attempt: number) => number,
): Pair[] {
  const isCut = filesOfMinutes(table, attempts, fileOf);
  if (!isCut.includes(1) || !isCut.includes(0)) return [];
  const { count, head } = attempts;
  const index = new RowIndex(count);
  const hashOf = (attempt: number): number => ids.hash(head[attempt] as number) ^ cluster(head[attempt] as number);
  for (let attempt = 0; attempt < count; attempt++) {
    if (isCut[fileOf(attempt)] !== 1) continue;
    const hash = hashOf(attempt);
    index.set(
      index.slot(hash, () => false),
      attempt,
      hash,
    );
  }
  const pairs: Pair[] = [];
  for (let later = 0; later < count; later++) {
    if (isCut[fileOf(later)] === 1) continue;
    const record = head[later] as number;
    const earlier = index.at(
      index.slot(hashOf(later), (each) => {
        const other = head[each] as number;
        const isSame = cluster(other) === cluster(record) && ids.same(other, record);
        return isSame && areAlike(table, attempts, each, later) && !areOfTwoJobs(table, other, record);
      }),
    );
    if (earlier !== -1) pairs.push({ earlier, later });
  }
  return pairs;
}

/** By file 1 where all times of its attempts are whole minutes, 0 where one is not. */
function filesOfMinutes(
  { files, submit }: JobTable,
  { count, row, start, end }: AttemptColumns,
  fileOf: (attempt: number) => number,
): Uint8Array {
  const isCut = new Uint8Array(files.length).fill(1);
  for (let attempt = 0; attempt < count; attempt++) {
    const times = (start[attempt] as number) % MINUTE || (end[attempt] as number) % MINUTE;
    if (times > 0 || submit.at(row[attempt] as number) % MINUTE > 0) isCut[fileOf(attempt)] = 0;
  }
  return isCut;
}

/** Whether all times of the attempt with seconds, cut to the minute, are those of another. */
function areAlike(table: JobTable, attempts: AttemptColumns, cut: number, whole: number): boolean {
  const { row, start, end, wall } = attempts;
  // One run of a tracker may go on on several machines at once.
  if (table.tracked.has(row[whole] as number)) return false;
  const submitted = table.submit.at(row[cut] as number) - toMinute(table.submit.at(row[whole] as number));
  return (
    start[cut] === toMinute(start[whole] as number) &&
    end[cut] === toMinute(end[whole] as number) &&
    (submitted === 0 || Number.isNaN(submitted)) &&
    Math.abs((wall[cut] as number) - (wall[whole] as number)) < MINUTE
  );
}

const toMinute = (seconds: number): number => seconds - (seconds % MINUTE);
