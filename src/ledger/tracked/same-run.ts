import type { JobTable } from '../../model/job-table.ts';
import { CLOCK_SECONDS } from './sessions.ts';

/** When a record says that its run ended, or until when it ran; epoch seconds. */
export const endOf = ({ start, elapsed, end }: JobTable, row: number): number =>
  Number.isNaN(end.at(row)) ? start.at(row) + elapsed.at(row) : end.at(row);

/** Whether two records begin together, or end together: of a run that was resumed one may know the first start and the other reckon it from the end. */
export const areOfOneTime = (table: JobTable, left: number, right: number): boolean =>
  Math.abs(table.start.at(left) - table.start.at(right)) <= CLOCK_SECONDS ||
  Math.abs(endOf(table, left) - endOf(table, right)) <= CLOCK_SECONDS;

/** Whether two records begin together and end together: the same run, moved to another project. */
export const areOfOneSpan = (table: JobTable, left: number, right: number): boolean =>
  Math.abs(table.start.at(left) - table.start.at(right)) <= CLOCK_SECONDS &&
  Math.abs(endOf(table, left) - endOf(table, right)) <= CLOCK_SECONDS;

/** Whether a record knows its run by the display name alone, as tables without the column of ids do. Names are not unique. */
export const isByName = ({ jobId, name, tracked }: JobTable, row: number): boolean =>
  jobId.at(row) === name.at(row) && tracked.at(row)?.isWhole === true;

/** Whether two records may be of one project: logs that were never sent do not know whose it is, `nets` of `lab/nets`. */
export function mayBeOfOneProject({ tracked }: JobTable, left: number, right: number): boolean {
  const [one = '', other = ''] = [left, right].map((row) => tracked.at(row)?.project);
  return one === '' || other === '' || `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}
