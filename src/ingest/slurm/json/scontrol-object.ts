import { blankJob, type Job } from '../../../model/job.ts';
import type { Sink } from '../../source.ts';
import type { Refusal } from '../countable.ts';
import { isSuspended } from '../state.ts';
import { parseTres } from '../tres.ts';
import { type IdParts, identityOf, isId, isRemainder } from './identity.ts';
import { NO_DURATION, NOT_A_JOB, nodeNames, type ObjectReader } from './object-reader.ts';
import { baseState, objectState, stateWords } from './object-state.ts';
import { OpenJobs, runBefore } from './open-jobs.ts';
import { at, count, firstText, limitOf, textOf, timeOf } from './values.ts';

/** Reads the objects of `scontrol show job --json` and `squeue --json`: what the controller still knows, flat, with predictions among the times. */
export function scontrolObjects(sink: Sink): ObjectReader {
  const open = new OpenJobs(sink);
  return {
    read(object, line) {
      const job = readScontrolJob(object, line);
      if (job !== 'remainder' && !('reason' in job)) open.saw(object, job);
      return job;
    },
    pushed: (job, row) => open.pushed(job, row),
    other: (key, value) => open.other(key, value),
    end: () => open.end(),
  };
}

const idOf = (object: unknown): IdParts => ({
  id: count(at(object, 'job_id')),
  arrayId: count(at(object, 'array_job_id')),
  arrayTask: count(at(object, 'array_task_id')),
  arrayRest: textOf(at(object, 'array_task_string')),
  hetId: count(at(object, 'het_job_id')),
  hetOffset: count(at(object, 'het_job_offset')),
});

function readScontrolJob(object: unknown, line: number): Job | Refusal | 'remainder' {
  const id = idOf(object);
  if (!isId(id.id)) return NOT_A_JOB;
  if (isRemainder(id)) return 'remainder';
  const words = stateWords(at(object, 'job_state'));
  const held = textOf(at(object, 'tres_alloc_str'));
  const { cpus, gpus, gpuTypes, memoryGb } = parseTres(held);
  const times = timesOf(object, baseState(words), held !== '' || nodeNames(at(object, 'nodes')) !== '');
  if (times === undefined) return NO_DURATION;
  return {
    ...blankJob(line),
    ...identityOf(id),
    ...times,
    cluster: textOf(at(object, 'cluster')),
    name: textOf(at(object, 'name')),
    // `submit_line` since 25.05; `command` is the script and its arguments.
    command: firstText(at(object, 'submit_line'), at(object, 'command')),
    user: textOf(at(object, 'user_name')),
    account: textOf(at(object, 'account')),
    partition: textOf(at(object, 'partition')),
    workDir: textOf(at(object, 'current_working_directory')),
    state: objectState(words, times.elapsed > 0 && !Number.isNaN(times.end)),
    isSuspended: isSuspended(baseState(words)),
    cpus,
    gpus,
    gpuTypes,
    memoryGb,
    nodes: held === '' ? Number.NaN : timeOf(at(object, 'node_count')),
    nodeList: nodeNames(at(object, 'nodes')),
    timeLimit: limitOf(at(object, 'time_limit')),
    restarts: count(at(object, 'restart_cnt')),
    energyJoules: energyOf(held),
  };
}

function energyOf(tres: string): number {
  const joules = Number(/(?:^|,)energy=(\d+)(?:,|$)/.exec(tres)?.[1]);
  return joules > 0 ? count(joules) : Number.NaN;
}

type Times = Pick<Job, 'submit' | 'start' | 'end' | 'elapsed'>;

/**
 * What ran. The controller logs no elapsed time; it is computed as `scontrol show job` computes RunTime (src/scontrol/info_job.c): what ran before the
 * last suspension (`pre_sus_time`), and from the moment the job was resumed (`suspend_time`, which is the moment of either) to its end. The start of a
 * pending job and the end of a running one are predictions, and are not used. The elapsed time of a job that runs is left absent here: it is
 * known once the file was read, see {@link OpenJobs}.
 *
 * A resized job has the start of the whole job and the size since `resize_time`. It is taken for its last part, as `sacct` lists it: submitted and
 * started at the resize. What it held before that is not known here.
 */
function timesOf(object: unknown, base: string, held: boolean): Times | undefined {
  const [submitted, started, end] = ['submit_time', 'start_time', 'end_time'].map((key) => timeOf(at(object, key)));
  const resized = timeOf(at(object, 'resize_time'));
  const wasResized = resized > (started as number);
  const submit = wasResized ? resized : (submitted as number);
  const never = { submit, start: Number.NaN, end: Number.NaN, elapsed: 0 };
  if (base === 'PENDING') return never;
  if (!held) return { ...never, end: end as number };
  const start = wasResized ? resized : (started as number);
  if (base === 'RUNNING') return { submit, start, end: Number.NaN, elapsed: Number.NaN };
  const before = runBefore(object);
  const span = (end as number) - start;
  if (base === 'SUSPENDED') return { submit, start, end: Number.NaN, elapsed: before };
  if (Number.isNaN(span)) return undefined;
  const resumed = timeOf(at(object, 'suspend_time'));
  const ran = Number.isNaN(resumed) ? span : before + (end as number) - resumed;
  return { submit, start, end: end as number, elapsed: Math.max(0, Math.min(ran, span)) };
}
