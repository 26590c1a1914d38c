import { emptyJob, type Job } from '../../model/job.ts';
import { parseTimestamp } from '../timestamp.ts';
import { parseDuration } from './duration.ts';
import { parseJobId } from './job-id.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { parseState } from './state.ts';
import { parseCount, parseTres, type Tres } from './tres.ts';

/** Why a record could not be used. */
export interface Refusal {
  readonly rule: string;
  readonly reason: string;
}

/** Whether a layout tells what counting needs: an id and a duration. */
export const canCount = (layout: SacctLayout): boolean =>
  (layout.at('jobid') >= 0 || layout.at('jobidraw') >= 0) &&
  (layout.at('elapsedraw') >= 0 || layout.at('elapsed') >= 0 || (layout.at('start') >= 0 && layout.at('end') >= 0));

const CACHE_SIZE = 4096;

/** Remembers what was made of a text; allocations repeat from job to job. Forgets everything when it is full. */
function remembering<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value !== undefined) return value;
    if (known.size >= CACHE_SIZE) known.clear();
    value = read(text);
    known.set(structuredClone(text), value); // the cell itself would keep its whole block alive
    return value;
  };
}

/** Makes a job of the cells of a row under one layout. */
export function jobReader(
  layout: SacctLayout,
  toUtc: (local: number) => number,
): (cells: readonly string[], line: number) => Job | Refusal {
  const column = (name: string) => {
    const position = layout.at(name);
    return (cells: readonly string[]): string => (position < 0 ? '' : (cells[position] as string));
  };
  const text = {
    jobId: column(layout.at('jobid') >= 0 ? 'jobid' : 'jobidraw'),
    jobIdRaw: column('jobidraw'),
    cluster: column('cluster'),
    name: column('jobname'),
    command: column('submitline'),
    user: column('user'),
    account: column('account'),
    partition: column('partition'),
    workDir: column('workdir'),
  };
  const [state, elapsed, elapsedRaw] = [column('state'), column('elapsed'), column('elapsedraw')];
  const times = { submit: column('submit'), start: column('start'), end: column('end') };
  const [tres, cpus] = [column(layout.at('alloctres') >= 0 ? 'alloctres' : 'reqtres'), cpuColumn(layout, column)];
  const [readState, readTres] = [remembering(parseState), remembering(parseTres)];

  return (cells, line) => {
    const job = emptyJob(line);
    for (const key of TEXTS) job[key] = text[key](cells);
    for (const key of TIMES) {
      const time = parseTimestamp(times[key](cells), toUtc);
      if (time === undefined)
        return {
          rule: 'slurm-time',
          reason: `${key} "${times[key](cells)}" is no time that can be read without guessing`,
        };
      job[key] = time;
    }
    const id = parseJobId(job.jobId);
    job.arrayJobId = id?.arrayJobId ?? Number.NaN;
    job.arrayTask = id?.arrayTask ?? Number.NaN;
    job.state = readState(state(cells));
    addAllocation(job, readTres(tres(cells)), parseCount(cpus(cells)));
    return withElapsed(job, elapsedRaw(cells), elapsed(cells));
  };
}

const TEXTS = ['jobId', 'jobIdRaw', 'cluster', 'name', 'command', 'user', 'account', 'partition', 'workDir'] as const;
const TIMES = ['submit', 'start', 'end'] as const;

const cpuColumn = <T>(layout: SacctLayout, column: (name: string) => T): T =>
  column(layout.at('alloccpus') >= 0 ? 'alloccpus' : 'ncpus');

function addAllocation(job: Job, tres: Tres, cpus: number): void {
  job.cpus = Number.isNaN(tres.cpus) ? cpus : tres.cpus;
  job.gpus = tres.gpus;
  job.gpuTypes = tres.gpuTypes;
  job.memoryGb = tres.memoryGb;
}

/** Wall time: ElapsedRaw, else Elapsed, else the span from Start to End; all three exclude nothing that Slurm counts. */
function withElapsed(job: Job, raw: string, printed: string): Job | Refusal {
  job.elapsed = parseCount(raw);
  if (Number.isNaN(job.elapsed)) job.elapsed = parseDuration(printed) ?? Number.NaN;
  if (Number.isNaN(job.elapsed) && printed === '' && raw === '') job.elapsed = spanOf(job);
  if (!Number.isNaN(job.elapsed)) return job;
  if (Number.isNaN(job.start) || job.state === 'pending') return Object.assign(job, { elapsed: 0 });
  return {
    rule: 'slurm-elapsed',
    reason: `no duration: ElapsedRaw "${raw}", Elapsed "${printed}", Start and End do not tell`,
  };
}

/** Seconds from start to end; 0 for a job that never started, NaN when the end is not known. */
function spanOf(job: Job): number {
  if (Number.isNaN(job.start)) return 0;
  return Number.isNaN(job.end) ? Number.NaN : Math.max(0, job.end - job.start);
}
