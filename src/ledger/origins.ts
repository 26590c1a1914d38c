import type { JobTable } from '../model/job-table.ts';
import { originOf } from './origin-of.ts';
import type { RawIds } from './raw-ids.ts';
import { type JobsOfRows, jobsOfRows } from './rows-of-jobs.ts';
import { Twins } from './twins.ts';
import { isWaiting, startsAfterWaiting } from './waiting-records.ts';

/**
 * The origin of each record, by which attempts of one job are told apart. A record without a submission, among others that have one, takes that of its {@link Twins}; one of a job
 * that waits takes that of the attempt that it waited for.
 */
export function originsOf(table: JobTable, ids: RawIds, cluster: (row: number) => number): (row: number) => number {
  const { submit, jobId, records } = table;
  const isLacking = (row: number): boolean => Number.isNaN(submit.at(row)) && jobId.size(row) > 0;
  let [without, waiting] = [0, 0];
  for (let row = 0; row < records; row++) {
    if (!Number.isNaN(submit.at(row))) continue;
    without++;
    waiting += Number(isWaiting(table, row));
  }
  if (without === 0 || (without === records && waiting === 0)) return (row) => originOf(table, row);
  const jobs = jobsOfRows(records, ids, cluster);
  const twins = new Twins(table, jobs);
  const origins = new Float64Array(records);
  for (let row = 0; row < records; row++) {
    const twin = isLacking(row) ? twins.of(row) : -1;
    origins[row] = originOf(table, twin === -1 ? row : twin);
  }
  if (waiting > 0) settleWaiting(table, jobs, twins, origins, isLacking);
  return (row) => origins[row] as number;
}

/** Gives records of jobs that wait the origin of the attempt that they waited for: the time of their start is a guess, or that of the export. */
function settleWaiting(
  table: JobTable,
  jobs: JobsOfRows,
  twins: Twins,
  origins: Float64Array,
  isLacking: (row: number) => boolean,
): void {
  const attemptOf = startsAfterWaiting(table, jobs);
  for (let row = 0; row < table.records; row++) {
    if (!isLacking(row) || !isWaiting(table, row)) continue;
    const [begun, twin] = [attemptOf(row), twins.of(row, Number.NaN)];
    if (begun !== -1) origins[row] = origins[begun] as number;
    else origins[row] = twin === -1 ? Number.NaN : originOf(table, twin);
  }
}
