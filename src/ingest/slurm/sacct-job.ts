import { blankJob, type Job } from '../../model/job.ts';
import { parseTimestamp } from '../timestamp.ts';
import { parseDuration } from './duration.ts';
import type { JobId } from './job-id.ts';
import type { SacctLayout } from './sacct-columns.ts';
import { parseState } from './state.ts';
import { parseCount, parseTres } from './tres.ts';

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
): (cells: readonly string[], line: number, id: JobId | undefined) => Job | Refusal {
  const cell = (name: string) => {
    const position = layout.at(name);
    return position < 0 ? () => '' : (cells: readonly string[]): string => cells[position] as string;
  };
  const [jobIdRaw, cluster, name, command] = [cell('jobidraw'), cell('cluster'), cell('jobname'), cell('submitline')];
  const [user, account, partition, workDir] = [cell('user'), cell('account'), cell('partition'), cell('workdir')];
  const [submit, start, end] = [cell('submit'), cell('start'), cell('end')];
  const [state, elapsed, elapsedRaw] = [cell('state'), cell('elapsed'), cell('elapsedraw')];
  const jobId = layout.at('jobid') >= 0 ? cell('jobid') : jobIdRaw;
  const tres = cell(layout.at('alloctres') >= 0 ? 'alloctres' : 'reqtres');
  const cpus = cell(layout.at('alloccpus') >= 0 ? 'alloccpus' : 'ncpus');
  const [readState, readTres] = [remembering(parseState), remembering(parseTres)];

  return (cells, line, id) => {
    const times = [submit, start, end].map((text) => parseTimestamp(text(cells), toUtc));
    const unread = times.indexOf(undefined);
    if (unread >= 0) return timeRefusal(unread, [submit, start, end][unread]?.(cells) ?? '');
    const allocation = readTres(tres(cells));
    const job: Job = {
      ...blankJob(line),
      cluster: cluster(cells),
      jobId: jobId(cells),
      jobIdRaw: differing(jobIdRaw(cells), jobId(cells)),
      arrayJobId: id?.arrayJobId ?? Number.NaN,
      arrayTask: id?.arrayTask ?? Number.NaN,
      name: name(cells),
      command: command(cells),
      user: user(cells),
      account: account(cells),
      partition: partition(cells),
      workDir: workDir(cells),
      state: readState(state(cells)),
      submit: times[0] as number,
      start: times[1] as number,
      end: times[2] as number,
      cpus: Number.isNaN(allocation.cpus) ? parseCount(cpus(cells)) : allocation.cpus,
      gpus: allocation.gpus,
      gpuTypes: allocation.gpuTypes,
      memoryGb: allocation.memoryGb,
    };
    return withElapsed(job, elapsedRaw(cells), elapsed(cells));
  };
}

/** The raw id only where it differs: for three jobs in four it would be stored twice. */
const differing = (raw: string, id: string): string => (raw === id ? '' : raw);

const timeRefusal = (which: number, text: string): Refusal => ({
  rule: 'slurm-time',
  reason: `${['Submit', 'Start', 'End'][which]} "${text}" is no time that can be read without guessing. Export again with SLURM_TIME_FORMAT=standard`,
});

/** Wall time: ElapsedRaw, else Elapsed, else the span from Start to End, which holds suspensions too. */
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
