import { groupBy } from '../../fixtures/lisa/group-by.ts';
import type { LabJob } from './lab.ts';

type ArrayJob = LabJob & Required<Pick<LabJob, 'array' | 'sweep'>>;

const isArrayJob = (job: LabJob): job is ArrayJob => job.array !== undefined && job.sweep !== undefined;

/**
 * Leaves out retries of arrays that could as well be of another: a submission of tasks 3 and 7 is of the array in which these had not
 * completed, and no one could say of which where they had not in two that have the same name.
 */
export function withClearRetries(jobs: readonly LabJob[]): LabJob[] {
  const arrays = [...groupBy(jobs.filter(isArrayJob), ({ array }) => array.key).values()] as [
    ArrayJob,
    ...ArrayJob[],
  ][];
  const unclear = new Set(
    arrays
      .filter((retry) => retry[0].array.isRetry && arrays.some((other) => couldBeRetried(other, retry)))
      .map(([{ array }]) => array.key),
  );
  return jobs.filter(({ array }) => array === undefined || !unclear.has(array.key));
}

/** Whether an array of another sweep looks alike, came before, and left all the retried tasks undone. */
function couldBeRetried(other: readonly [ArrayJob, ...ArrayJob[]], retry: readonly [ArrayJob, ...ArrayJob[]]): boolean {
  const [one, again] = [other[0], retry[0]];
  const isAlike = one.sweep.project === again.sweep.project && one.sweep.word === again.sweep.word;
  if (!isAlike || one.sweep === again.sweep || one.submit > again.submit) return false;
  const undone = new Set(other.filter(({ state }) => state !== 'COMPLETED').map(({ array }) => array.task));
  return retry.every(({ array }) => undone.has(array.task));
}
