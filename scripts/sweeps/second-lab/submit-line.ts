import type { ArrayTask } from './array-tasks.ts';
import { commandOf } from './command-styles.ts';
import { hashOf } from './name-styles.ts';
import type { Stray, SweepJob } from './project.ts';
import type { Seen } from './seen.ts';

/** The submit line of a job of a sweep, as Slurm prints it. */
export function submitLineOf(job: SweepJob, name: string, { ids, names }: Seen): string {
  const { options, program } = commandOf(job, ids);
  // What ran out of memory is given more.
  const memory = job.retry > 0 && hashOf(job, 1) < '4' ? ['--mem=64G'] : [];
  return ['sbatch', scheduling(job), ...memory, ...named(name, names), ...options, program].join(' ');
}

/**
 * The one submit line of all tasks of an array: a script that knows what the task's number means, or is handed the lists of values.
 *
 * @param isOneOfSeveral whether other arrays belong to the same sweep: then people or their tools say which
 */
export function arraySubmitLine(
  job: SweepJob,
  { tasks }: ArrayTask,
  name: string,
  names: boolean,
  isOneOfSeveral: boolean,
): string {
  const { sweep } = job;
  const indices = tasks.map(({ index }) => index);
  const [first = 0, last = 0] = [indices[0], indices.at(-1)];
  const spec = last - first === indices.length - 1 ? `${first}-${last}%8` : indices.join(',');
  const mark = isOneOfSeveral ? [`--comment=sweep-${sweep.mark}`] : [];
  const { dataset, model } = sweep.context;
  return [
    'sbatch',
    ...(sweep.hidesArray ? [] : [`--array=${spec}`]),
    scheduling(job),
    ...named(name, names),
    ...mark,
    'array.sh',
    dataset,
    model,
    ...lists(job, tasks),
  ].join(' ');
}

/** The values of a grid by hyperparameter, for about half of the arrays. */
function lists({ sweep }: SweepJob, tasks: readonly SweepJob[]): string[] {
  if (sweep.design !== 'grid' || sweep.mark < 'n') return [];
  return sweep.searched.map((key) => `--${key} ${[...new Set(tasks.map(({ cell }) => cell[key] ?? ''))].join(' ')}`);
}

/** Of a stray: what is not submitted with sbatch has no name on its line. */
export const strayLineOf = ({ submitLine }: Stray, name: string, { names }: Seen): string =>
  names ? submitLine.replace(/^sbatch /, `sbatch -J ${name} `) : submitLine;

const scheduling = ({ sweep: { codebase, gpus } }: SweepJob): string =>
  codebase.scheduling.replace('gpu:1', `gpu:${gpus}`);

const named = (name: string, isShown: boolean): string[] => (isShown ? [`-J ${name}`] : []);
