import { type ArrayTask, arrayTasks, isArray } from './array-tasks.ts';
import { nameOf } from './name-styles.ts';
import { endOf } from './outcomes.ts';
import { isSweepJob, type Job, type Project, type State } from './project.ts';
import { SEEN, type Seen } from './seen.ts';
import { arraySubmitLine, strayLineOf, submitLineOf } from './submit-line.ts';

/** A project as `sacct --allocations --parsable2` prints it, and which job each id is. */
export interface WrittenProject {
  readonly text: string;
  /** By {@link attemptKey}. */
  readonly jobs: ReadonlyMap<string, Job>;
}

/** What names a Slurm attempt: its raw id and its submission (epoch seconds). */
export const attemptKey = (rawId: string | number, submit: number): string => `${rawId}@${submit}`;

const COLUMNS = [
  'JobID',
  'JobIDRaw',
  'JobName',
  'User',
  'Account',
  'Partition',
  'State',
  'ExitCode',
  'Submit',
  'Eligible',
  'Start',
  'End',
  'Elapsed',
  'ElapsedRaw',
  'Timelimit',
  'AllocCPUS',
  'AllocTRES',
  'ReqTRES',
  'NodeList',
  'WorkDir',
  'SubmitLine',
] as const;

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** Writes a project with as much evidence as a level shows. */
export function writeSacct(project: Project, level: keyof typeof SEEN): WrittenProject {
  const seen = SEEN[level];
  const columns = COLUMNS.filter((column) => column !== 'SubmitLine' || seen.commands);
  const lines = [columns.join('|')];
  const jobs = new Map<string, Job>();
  const tasks = arrayTasks(project);
  const several = sweepsOfSeveralArrays(project);
  for (const job of project.jobs) {
    const task = seen.ids && isSweepJob(job) ? tasks.get(job) : undefined;
    if (task?.jobId === '') continue;
    const row = rowOf(job, task, seen, several);
    lines.push(columns.map((column) => row[column]).join('|'));
    if (task?.isRemainder !== true) jobs.set(attemptKey(row.JobIDRaw, job.at), job);
  }
  return { text: `${lines.join('\n')}\n`, jobs };
}

/** Ids of sweeps that several arrays make up: chunks, and resubmissions. */
const sweepsOfSeveralArrays = ({ jobs }: Project): ReadonlySet<string> =>
  new Set(jobs.filter(isSweepJob).flatMap((job) => (isArray(job) && job.chunk > 0 ? [job.sweep.id] : [])));

const EXIT_CODES: Readonly<Partial<Record<State, string>>> = { FAILED: '1:0', OUT_OF_MEMORY: '0:125', TIMEOUT: '0:0' };

function rowOf(job: Job, task: ArrayTask | undefined, seen: Seen, several: ReadonlySet<string>): Row {
  const { user, codebase } = isSweepJob(job) ? job.sweep : job.stray;
  const name = shownName(job, task, seen);
  const { state, wait, wall } = job.outcome;
  const isStarted = wall > 0;
  const partition = gpusOf(job) > 0 ? codebase.partition : 'cpu';
  const resources = resourcesOf(job);
  return {
    JobID: task?.jobId ?? String(job.id),
    JobIDRaw: String(task?.rawId ?? job.id),
    JobName: name,
    User: user,
    Account: codebase.account,
    Partition: partition,
    State: state === 'CANCELLED' ? 'CANCELLED by 1042' : state,
    ExitCode: EXIT_CODES[state] ?? '0:0',
    Submit: timeOf(job.at),
    Eligible: timeOf(job.at),
    Start: isStarted ? timeOf(job.at + wait) : 'None',
    End: timeOf(endOf(job)),
    Elapsed: durationOf(wall),
    ElapsedRaw: String(wall),
    Timelimit: '1-00:00:00',
    AllocCPUS: isStarted ? '4' : '0',
    AllocTRES: isStarted ? resources : '',
    ReqTRES: resources,
    NodeList: isStarted ? `${partition}${String(1 + (job.id % 12)).padStart(2, '0')}` : 'None assigned',
    WorkDir: codebase.workDir,
    SubmitLine: shownLine(job, task, name, seen, several),
  };
}

const CONSTANT_NAMES = ['train', 'run', 'job', 'sbatch', 'wrap', 'python'];

/** What it is called: all jobs of a person alike where names are hidden, and all tasks of an array. */
function shownName(job: Job, task: ArrayTask | undefined, { names }: Seen): string {
  if (!isSweepJob(job)) return names ? job.stray.name : constantName(job.stray.user);
  if (!names) return constantName(job.sweep.user);
  return task === undefined ? nameOf(job) : job.sweep.context.tag;
}

const constantName = (user: string): string => CONSTANT_NAMES[user.charCodeAt(0) % CONSTANT_NAMES.length] as string;

function shownLine(
  job: Job,
  task: ArrayTask | undefined,
  name: string,
  seen: Seen,
  several: ReadonlySet<string>,
): string {
  if (!isSweepJob(job)) return strayLineOf(job.stray, name, seen);
  if (task === undefined) return submitLineOf(job, name, seen);
  return arraySubmitLine(job, task, name, seen.names, several.has(job.sweep.id));
}

const gpusOf = (job: Job): number => (isSweepJob(job) ? job.sweep.gpus : job.stray.gpus);

function resourcesOf(job: Job): string {
  const gpus = gpusOf(job);
  const { gpuModel } = (isSweepJob(job) ? job.sweep : job.stray).codebase;
  const gres = gpus > 0 ? `gres/gpu:${gpuModel}=${gpus},gres/gpu=${gpus},` : '';
  return `billing=4,cpu=4,${gres}mem=32G,node=1`;
}

const timeOf = (at: number): string => new Date(at * 1000).toISOString().slice(0, 19);

function durationOf(seconds: number): string {
  const days = Math.floor(seconds / 86_400);
  const clock = timeOf(seconds % 86_400).slice(11);
  return days > 0 ? `${days}-${clock}` : clock;
}
