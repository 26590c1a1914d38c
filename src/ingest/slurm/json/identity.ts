import type { Job } from '../../../model/job.ts';

/** What a log says of a job's place in an array or a heterogeneous job; NaN for what it does not say. */
export interface IdParts {
  readonly id: number;
  readonly arrayId: number;
  readonly arrayTask: number;
  /** Tasks that one record stands for: `1-9%3`. */
  readonly arrayRest: string;
  readonly hetId: number;
  readonly hetOffset: number;
}

/** Whether the record is the part of an array that never started: one record for many tasks. */
export const isRemainder = ({ arrayTask, arrayRest }: IdParts): boolean => Number.isNaN(arrayTask) && arrayRest !== '';

/** The id as people and `sacct`'s text write it: `84`, `84_2`, `125+1`, and the scheduler's own where it differs. */
export function identityOf(parts: IdParts): Pick<Job, 'jobId' | 'jobIdRaw' | 'arrayJobId' | 'arrayTask'> {
  const { id, arrayId, arrayTask, hetId, hetOffset } = parts;
  const raw = String(id);
  const isTask = arrayId > 0 && !Number.isNaN(arrayTask);
  const isComponent = hetId > 0 && !Number.isNaN(hetOffset);
  const jobId = isTask ? `${arrayId}_${arrayTask}` : isComponent ? `${hetId}+${hetOffset}` : raw;
  return {
    jobId,
    jobIdRaw: jobId === raw ? '' : raw,
    arrayJobId: isTask ? arrayId : Number.NaN,
    arrayTask: isTask ? arrayTask : Number.NaN,
  };
}

/** Whether a number can be a job's id. */
export const isId = (id: number): boolean => Number.isSafeInteger(id) && id > 0;
