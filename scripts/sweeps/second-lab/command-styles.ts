import type { Codebase, CommandStyle, Noise } from './codebase.ts';
import { type Hyperparameter, writeValue } from './hyperparameters.ts';
import { hashOf } from './name-styles.ts';
import type { Sweep, SweepJob } from './project.ts';

/** What the submit line of a job says, apart from its name. */
export interface Command {
  /** Options of sbatch that carry values, e.g. `--export=ALL,LR=0.1`. */
  readonly options: readonly string[];
  /** What is run: `--wrap python train.py --lr 0.1`, as Slurm prints it, which is without quotes. */
  readonly program: string;
}

interface Said {
  readonly parameter: Hyperparameter;
  readonly value: string;
}

/** @param showsMark whether the id of the sweep is said as the style would say it */
type Commander = (job: SweepJob, said: readonly Said[], showsMark: boolean) => Command;

const COMMANDERS: Readonly<Record<CommandStyle, Commander>> = {
  'long-flags': (job, said, mark) => wrapped(job, said, mark, ' '),
  'long-flags-equals': (job, said, mark) => wrapped(job, said, mark, '='),
  'short-flags': ({ sweep, ...job }, said, mark) => ({
    options: comment(sweep, mark),
    program: words(
      `--wrap python ${sweep.codebase.script} -D ${sweep.context.dataset} -m ${sweep.context.model}`,
      ...said.map(({ parameter: { letter, scale }, value }) =>
        scale === 'flag' ? (value === 'true' ? `-${letter}` : '') : `-${letter} ${value}`,
      ),
      ...noises({ sweep, ...job }, (key, value) => `--${key} ${value}`),
    ),
  }),
  positional: ({ sweep }, said, mark) => ({
    options: comment(sweep, mark),
    program: words(
      sweep.codebase.script,
      sweep.context.dataset,
      sweep.context.model,
      ...said.map(({ value }) => value),
    ),
  }),
  hydra: (job, said, mark) => ({
    options: [],
    program: words(
      `--wrap python ${job.sweep.codebase.script} data=${job.sweep.context.dataset} model=${job.sweep.context.model}`,
      ...said.map(
        ({ parameter, value }) => `${parameter.scale === 'seed' ? '+' : ''}${parameter.hydra}=${bracketed(value)}`,
      ),
      mark ? `hydra.sweep.dir=multirun/${job.sweep.mark}` : '',
      ...noises(job, (key, value) => `${key.replace('-', '_')}=${value}`),
    ),
  }),
  environment: ({ sweep, ...job }, said, mark) => ({
    options: [
      `--export=${[
        'ALL',
        `DATA=${sweep.context.dataset}`,
        `MODEL=${sweep.context.model}`,
        // A comma would begin the next variable.
        ...said.map(({ parameter, value }) => `${parameter.key.toUpperCase()}=${value.replace(/,/g, ':')}`),
        ...(mark ? [`SWEEP_ID=${sweep.mark}`] : []),
        ...noises({ sweep, ...job }, (key, value) => `${key.replace('-', '_').toUpperCase()}=${value}`),
      ].join(',')}`,
    ],
    program: sweep.codebase.script,
  }),
  'config-file': ({ sweep }, said, mark) => ({
    options: comment(sweep, mark),
    program: `${sweep.codebase.script} configs/${sweep.context.dataset}_${sweep.context.model}/${
      said.map(({ parameter, value }) => `${parameter.brief}${value.replace(/,/g, 'x')}`).join('_') || 'default'
    }.yaml`,
  }),
};

/** What a job's submit line says. */
export function commandOf(job: SweepJob, showsMark: boolean): Command {
  return COMMANDERS[job.sweep.codebase.commandStyle](job, saidBy(job), showsMark);
}

/** The name by which a submit line calls a hyperparameter; empty for positional arguments. */
export function spellingOf({ commandStyle }: Codebase, { key, brief, letter, hydra }: Hyperparameter): string {
  if (commandStyle === 'short-flags') return letter;
  if (commandStyle === 'hydra') return hydra;
  if (commandStyle === 'config-file') return brief;
  return commandStyle === 'positional' ? '' : key;
}

/** The values that are said: those searched, and the defaults of the others where the codebase says them. */
function saidBy({ sweep: { codebase, seedEach, fixed }, cell, index }: SweepJob): Said[] {
  const { hyperparameters, saysDefaults, commandStyle, notation } = codebase;
  // A config file is named for what is searched.
  const isFull = saysDefaults && commandStyle !== 'config-file';
  return hyperparameters.flatMap((parameter) => {
    const { key, scale, ladder } = parameter;
    if (scale === 'seed' && seedEach) return [{ parameter, value: String(index + 1) }];
    const value =
      cell[key] ??
      fixed[key] ??
      (isFull ? writeValue(ladder[Math.floor(ladder.length / 2)] as string, notation) : undefined);
    return value === undefined ? [] : [{ parameter, value }];
  });
}

function wrapped(job: SweepJob, said: readonly Said[], showsMark: boolean, between: ' ' | '='): Command {
  const { codebase, context, mark } = job.sweep;
  const option = (key: string, value: string): string => `--${key.replace(/_/g, '-')}${between}${value}`;
  const flag = (key: string, isOn: boolean): string =>
    isOn ? `--${key.replace(/_/g, '-')}` : codebase.saysOff ? `--no-${key.replace(/_/g, '-')}` : '';
  return {
    options: [],
    program: words(
      `--wrap python ${codebase.script}`,
      option('dataset', context.dataset),
      option('model', context.model),
      ...said.map(({ parameter: { key, scale }, value }) =>
        scale === 'flag' ? flag(key, value === 'true') : option(key, value),
      ),
      showsMark ? option('sweep-id', mark) : '',
      ...noises(job, option),
    ),
  };
}

const words = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');

const comment = ({ mark }: Sweep, showsMark: boolean): string[] => (showsMark ? [`--comment=sweep-${mark}`] : []);

/** Hydra reads a bare comma as a sweep of its own. */
const bracketed = (value: string): string => (value.includes(',') ? `[${value}]` : value);

/** What is said of each job and nobody searches. */
function noises(job: SweepJob, option: (key: string, value: string) => string): string[] {
  return job.sweep.codebase.noise.map((noise) => option(...NOISES[noise](job)));
}

const NOISES: Readonly<Record<Noise, (job: SweepJob) => [key: string, value: string]>> = {
  'output-uuid': (job) => ['out', `runs/${hashOf(job, 8)}-${hashOf(job, 12).slice(8)}`],
  'output-cell': ({ cell, sweep }) => [
    'save-dir',
    `ckpt/${sweep.context.tag}/${Object.values(cell).join('_').replace(/,/g, 'x')}`,
  ],
  port: (job) => ['master-port', String(20_000 + (Number.parseInt(hashOf(job, 4), 16) % 20_000))],
  host: (job) => ['master-addr', `node${String(1 + (Number.parseInt(hashOf(job, 2), 16) % 40)).padStart(2, '0')}`],
  'run-id': (job) => ['run-id', hashOf(job, 8)],
  timestamp: ({ at }) => [
    'stamp',
    new Date(at * 1000).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-'),
  ],
};
