import type { JobTable } from '../model/job-table.ts';
import { originOf } from './origin-of.ts';
import type { RawIds } from './raw-ids.ts';
import { RowIndex } from './row-index.ts';

/**
 * The origin of each record, by which attempts of one job are told apart. A record without a submission, among others that have one, takes that of the record of the same job
 * with the same start (and duration, where several have that start), or that ran at the same time: a job never runs twice at once. Where no start is known either, the same
 * duration decides; without any time it is of whatever attempt there is.
 */
export function originsOf(table: JobTable, ids: RawIds, cluster: (row: number) => number): (row: number) => number {
  const { submit, records } = table;
  let lacking = 0;
  for (let row = 0; row < records; row++) lacking += Number(Number.isNaN(submit.at(row)));
  if (lacking === 0 || lacking === records) return (row) => originOf(table, row);
  const index = new RowIndex(records);
  const hashOf = (row: number): number => ids.hash(row) ^ cluster(row);
  const find = (row: number, agrees: (other: number) => boolean): number => {
    const isSame = (other: number): boolean =>
      cluster(other) === cluster(row) && ids.same(other, row) && agrees(other) && !areApart(table, row, other);
    return index.slot(hashOf(row), isSame);
  };
  for (let row = 0; row < records; row++) {
    if (Number.isNaN(submit.at(row))) continue;
    const free = find(row, () => false);
    index.set(free, row, hashOf(row));
  }
  const origins = new Float64Array(records);
  for (let row = 0; row < records; row++) {
    const isLacking = Number.isNaN(submit.at(row)) && table.jobId.size(row) > 0;
    const twin = isLacking ? twinOf(table, row, (agrees) => index.at(find(row, agrees))) : -1;
    origins[row] = originOf(table, twin === -1 ? row : twin);
  }
  return (row) => origins[row] as number;
}

/** Whether an earlier report has told two records apart: rows of one `jobs.csv` are never the same attempt. */
const areApart = ({ reported, file }: JobTable, one: number, other: number): boolean =>
  reported.length > 0 && file.at(one) === file.at(other) && reported.has(one);

/** The record with a submission that is of the same attempt as a row without one; −1 when there is none. */
function twinOf(table: JobTable, row: number, find: (agrees: (other: number) => boolean) => number): number {
  const { start, elapsed } = table;
  const [from, lasted] = [start.at(row), elapsed.at(row)];
  const sameLength = (other: number): boolean => Object.is(elapsed.at(other), lasted);
  if (Number.isNaN(from)) {
    const sameDuration = find(sameLength);
    return sameDuration === -1 && !(lasted > 0) ? find(() => true) : sameDuration;
  }
  const exact = find((other) => start.at(other) === from && sameLength(other));
  if (exact !== -1) return exact;
  const sameStart = find((other) => start.at(other) === from);
  if (sameStart !== -1) return sameStart;
  return find((other) => start.at(other) < from + lasted && from < start.at(other) + elapsed.at(other));
}
