import { groupBy } from '../../fixtures/lisa/group-by.ts';
import { isArray } from '../second-lab/array-tasks.ts';
import { spellingOf } from '../second-lab/command-styles.ts';
import { generateProject } from '../second-lab/generate-project.ts';
import type { Hyperparameter } from '../second-lab/hyperparameters.ts';
import { namesShowValues } from '../second-lab/name-styles.ts';
import { type Difficulty, isSweepJob, type Job, type Sweep, type SweepJob } from '../second-lab/project.ts';
import { SEEN } from '../second-lab/seen.ts';
import { type WrittenProject, writeSacct } from '../second-lab/write-sacct.ts';
import type { LabelledLog, TrueParameter, TrueSweep } from './labelled-log.ts';
import { SLURM_LEVELS } from './levels.ts';

type SlurmLevel = (typeof SLURM_LEVELS)[number];

type NumberedRun = readonly [raw: string, job: SweepJob];

/** A project of the second generator, at each level. It shares nothing with the first but the seeded dice. */
export function secondLabLogs(difficulty: Difficulty, seed: number): LabelledLog[] {
  const project = generateProject(seed, difficulty);
  return SLURM_LEVELS.map((level) => {
    const { text, jobs } = writeSacct(project, level);
    const set = difficulty === 'easy' ? 'easy-2' : 'hard-2';
    const labelled = jobsByRawId(jobs).map(([raw, job]) => [raw, isSweepJob(job) ? job.sweep.id : ''] as const);
    return {
      set,
      level,
      name: `${set}/${seed}`,
      source: { 'sacct.txt': text },
      truth: new Map(labelled),
      sweeps: trueSweeps(jobs, level),
    };
  });
}

/** Keys of attempts are the raw id and the submission; no raw id is used twice. */
const jobsByRawId = (jobs: WrittenProject['jobs']): (readonly [raw: string, job: Job])[] =>
  [...jobs].map(([key, job]) => [key.slice(0, key.indexOf('@')), job]);

function trueSweeps(jobs: WrittenProject['jobs'], level: SlurmLevel): Map<string, TrueSweep> {
  const runs = jobsByRawId(jobs).flatMap(([raw, job]): NumberedRun[] => (isSweepJob(job) ? [[raw, job]] : []));
  return new Map(
    [...groupBy(runs, ([, { sweep }]) => sweep)].map(([sweep, own]) => [sweep.id, trueSweep(sweep, own, level)]),
  );
}

function trueSweep(sweep: Sweep, runs: readonly NumberedRun[], level: SlurmLevel): TrueSweep {
  const { design, pace, nameStyle, codebase } = sweep;
  const noise = codebase.noise.map((each) => `noise ${each}`);
  const traits = [
    `kind ${design}`,
    `layout ${pace}`,
    `name ${nameStyle}`,
    `command ${codebase.commandStyle}`,
    ...noise,
  ];
  if (!isTold(sweep, runs, level)) return { traits };
  const parameters = parametersOf(sweep, runs, level);
  return { traits, ...kindOf(sweep, parameters), ...(isClear(sweep) ? { parameters } : {}) };
}

/** One submit line and one name speak for all tasks of an array. */
function isTold({ nameStyle }: Sweep, runs: readonly NumberedRun[], level: SlurmLevel): boolean {
  const { ids, names, commands } = SEEN[level];
  if (ids && runs.some(([, job]) => isArray(job))) return false;
  return commands || (names && namesShowValues(nameStyle));
}

/** Hand-picked cells and one factor at a time have no word of their own; a grid over seeds is mixed to some, and seeds without a name are any numbers. */
function kindOf({ design, searched }: Sweep, parameters: readonly TrueParameter[]): Pick<TrueSweep, 'kind'> {
  if (design === 'one-factor' || design === 'picked') return {};
  if (design === 'grid' && searched.includes('seed')) return {};
  return design === 'seeds' && parameters.every(({ keys }) => keys.length === 0) ? {} : { kind: design };
}

/** Not where each run has a seed of its own, which is a parameter to some, or a list of numbers, which each tool writes its own way. */
const isClear = ({ seedEach, searched }: Sweep): boolean => !seedEach && !searched.includes('mlp_dims');

/** The hyperparameters of which the log has several values. */
const parametersOf = (sweep: Sweep, runs: readonly NumberedRun[], level: SlurmLevel): TrueParameter[] =>
  sweep.codebase.hyperparameters
    .map((parameter) => ({
      keys: keysOf(sweep, parameter, SEEN[level].commands),
      values: new Map(runs.map(([raw, { cell }]) => [raw, cell[parameter.key] ?? ''])),
      isFlag: parameter.scale === 'flag',
    }))
    .filter(({ values }) => new Set(values.values()).size > 1);

/** How a log may call a hyperparameter; none where values stand alone. */
function keysOf({ codebase, nameStyle }: Sweep, parameter: Hyperparameter, hasCommands: boolean): string[] {
  const spelling = hasCommands ? spellingOf(codebase, parameter) : '';
  const isNameless = hasCommands || nameStyle === 'values-only' || parameter.scale === 'flag';
  if (spelling === '' && isNameless) return [];
  const keys = [spelling, parameter.key, parameter.brief].filter((key) => key !== '').map((key) => key.toLowerCase());
  return [...keys, ...keys.map((key) => key.replace(/_/g, '-'))];
}
