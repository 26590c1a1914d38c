import { blankJob, type Job } from '../../../model/job.ts';
import type { Sink } from '../../source.ts';
import type { Refusal } from '../countable.ts';
import { parseJobstats } from '../jobstats.ts';
import { isSuspended } from '../state.ts';
import { type IdParts, identityOf, isId, isRemainder } from './identity.ts';
import { NO_DURATION, NOT_A_JOB, nodeNames, type ObjectReader } from './object-reader.ts';
import { baseState, objectState, stateWords } from './object-state.ts';
import { allocationOf, stepEnergy } from './tres-list.ts';
import { at, count, countOrZero, entries, firstText, limitOf, textOf, timeOf } from './values.ts';

/** Reads the objects of `sacct --json` and `--yaml`, dbv0.0.37 to v0.0.45: the same paths, with values written in different ways. */
export const sacctObjects = ({ gunzip }: Pick<Sink, 'gunzip'>): ObjectReader => ({
  read(object, line) {
    const job = readSacctJob(object, line);
    if (typeof job === 'string' || 'reason' in job) return job;
    const comment = firstText(at(object, 'comment', 'administrator'));
    return Object.assign(job, { gpuUtilisation: parseJobstats(comment, gunzip) ?? Number.NaN });
  },
});

const idOf = (object: unknown): IdParts => ({
  id: count(at(object, 'job_id')),
  arrayId: count(at(object, 'array', 'job_id')),
  arrayTask: count(at(object, 'array', 'task_id')),
  arrayRest: textOf(at(object, 'array', 'task')),
  hetId: count(at(object, 'het', 'job_id')),
  hetOffset: count(at(object, 'het', 'job_offset')),
});

function readSacctJob(object: unknown, line: number): Job | Refusal | 'remainder' {
  const id = idOf(object);
  if (!isId(id.id)) return NOT_A_JOB;
  if (isRemainder(id)) return 'remainder';
  const allocation = allocationOf(at(object, 'tres', 'allocated'));
  const job: Job = {
    ...blankJob(line),
    ...identityOf(id),
    cluster: firstText(at(object, 'cluster'), at(object, 'association', 'cluster')),
    name: textOf(at(object, 'name')),
    command: textOf(at(object, 'submit_line')),
    user: firstText(at(object, 'user'), at(object, 'association', 'user')),
    account: textOf(at(object, 'account')),
    partition: textOf(at(object, 'partition')),
    workDir: textOf(at(object, 'working_directory')),
    submit: timeOf(at(object, 'time', 'submission')),
    start: timeOf(at(object, 'time', 'start')),
    end: timeOf(at(object, 'time', 'end')),
    elapsed: count(at(object, 'time', 'elapsed')),
    cpus: allocation.cpus,
    gpus: allocation.gpus,
    gpuTypes: allocation.gpuTypes,
    memoryGb: allocation.memoryGb,
    nodes: Number.isNaN(allocation.nodes) ? timeOf(at(object, 'allocation_nodes')) : allocation.nodes,
    nodeList: nodeNames(at(object, 'nodes')),
    timeLimit: limitOf(at(object, 'time', 'limit')),
    restarts: count(at(object, 'restart_cnt')),
    energyJoules: energyOf(object, allocation.energyJoules),
  };
  return withStateAndElapsed(job, object);
}

const energyOf = (object: unknown, own: number): number =>
  Number.isNaN(own) ? stepEnergy(entries(at(object, 'steps'))) : own;

function withStateAndElapsed(job: Job, object: unknown): Job | Refusal {
  if (Number.isNaN(job.elapsed)) job.elapsed = spanOf(job, countOrZero(at(object, 'time', 'suspended')));
  const ended = job.elapsed > 0 && !Number.isNaN(job.end);
  const words = stateWords(at(object, 'state', 'current'));
  job.state = objectState(words, ended);
  job.isSuspended = isSuspended(baseState(words));
  if (!Number.isNaN(job.elapsed)) return job;
  return job.state === 'pending' ? Object.assign(job, { elapsed: 0 }) : NO_DURATION;
}

/** Seconds from start to end without suspension, as Slurm counts; 0 for a job that never started, NaN when the end is not known. */
function spanOf({ start, end }: Job, suspended: number): number {
  if (Number.isNaN(start)) return 0;
  return Number.isNaN(end) ? Number.NaN : Math.max(0, end - start - suspended);
}
