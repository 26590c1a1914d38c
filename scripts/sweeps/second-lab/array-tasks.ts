import { groupBy } from '../../fixtures/lisa/group-by.ts';
import { isSweepJob, type Project, type SweepJob } from './project.ts';

type NumberedJob = SweepJob & { readonly id: number };

/** What Slurm prints of a job that is a task of an array. */
export interface ArrayTask {
  /** `7_3`; of tasks that never started the first has one for all of them, `7_[3-5]`, and the others none: their rows do not exist. */
  readonly jobId: string;
  readonly rawId: number;
  readonly isRemainder: boolean;
  /** All tasks of its array. */
  readonly tasks: readonly SweepJob[];
}

/** Whether a sweep came to the queue as arrays. */
export const isArray = ({ sweep: { pace } }: SweepJob): boolean => pace === 'array' || pace === 'chunked-array';

/**
 * The tasks of all arrays, resubmissions being arrays of their own. As in Slurm, tasks get raw ids of their own when they start, and the last,
 * or all that never started, keep the array's.
 */
export function arrayTasks({ jobs }: Project): ReadonlyMap<SweepJob, ArrayTask> {
  const found = new Map<SweepJob, ArrayTask>();
  const arrays = groupBy(jobs.filter(isSweepJob).filter(isArray), ({ sweep, chunk }) => `${sweep.id}/${chunk}`);
  for (const tasks of arrays.values()) {
    const base = (tasks[0] as NumberedJob).id;
    const started = tasks.filter(({ outcome }) => outcome.wall > 0);
    const waiting = tasks.filter(({ outcome }) => outcome.wall === 0);
    started.forEach((task, order) => {
      const isLast = waiting.length === 0 && order === started.length - 1;
      const rawId = isLast ? base : (tasks[order + 1] as NumberedJob).id;
      found.set(task, { jobId: `${base}_${task.index}`, rawId, isRemainder: false, tasks });
    });
    waiting.forEach((task, order) => {
      const jobId = order === 0 ? `${base}_[${task.index}-${waiting.at(-1)?.index}]` : '';
      found.set(task, { jobId, rawId: base, isRemainder: true, tasks });
    });
  }
  return found;
}
