import type { JobTable } from '../../model/job-table.ts';
import { CLOCK_SECONDS } from './sessions.ts';

/** Whether two records begin together, or end together: of a run that was resumed one may know the first start and the other reckon it from the end. */
export function areOfOneTime({ start, elapsed, end }: JobTable, left: number, right: number): boolean {
  const endOf = (row: number): number => (Number.isNaN(end.at(row)) ? start.at(row) + elapsed.at(row) : end.at(row));
  return (
    Math.abs(start.at(left) - start.at(right)) <= CLOCK_SECONDS || Math.abs(endOf(left) - endOf(right)) <= CLOCK_SECONDS
  );
}

/** Whether a record knows its run by the display name alone, as tables without the column of ids do. Names are not unique. */
export const isByName = ({ jobId, name, tracked }: JobTable, row: number): boolean =>
  jobId.at(row) === name.at(row) && tracked.at(row)?.isWhole === true;

/** Whether two records may be of one project: logs that were never sent do not know whose it is, `nets` of `lab/nets`. */
export function mayBeOfOneProject({ tracked }: JobTable, left: number, right: number): boolean {
  const [one = '', other = ''] = [left, right].map((row) => tracked.at(row)?.project);
  return one === '' || other === '' || `/${one}`.endsWith(`/${other}`) || `/${other}`.endsWith(`/${one}`);
}
