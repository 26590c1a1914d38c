import type { LogFiles } from './read-logs.ts';
import { type RecordSketch, wandbLog } from './wandb-log.ts';

// Small logs of Slurm's jobs and of W&B's sessions in and beside them. Times are seconds after T0.

/** 2023-11-14T22:00:00Z. */
export const T0 = 1_699_999_200;
export const HOUR = 3600;

/** A session of a run: an hour on gpu01, which shows four V100, unless said otherwise. */
export interface SketchedRun {
  readonly id: string;
  readonly start?: number;
  readonly seconds?: number;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly slurm?: Readonly<Record<string, string>>;
  readonly host?: string;
  readonly user?: string;
  /** GPUs that the machine shows. */
  readonly gpus?: number;
  /** GPUs on which its own processes were seen; none were, unless said. */
  readonly seenOn?: readonly number[];
  readonly project?: string;
  readonly entity?: string;
  readonly group?: string;
  readonly displayName?: string;
  readonly jobType?: string;
  readonly args?: readonly string[];
  /** Without it: no record of an exit, and a last step at its end. */
  readonly exits?: boolean;
  /** What its record of exit says, where that is not its own time. */
  readonly runtime?: number;
  /** What it measured at its end, besides its loss. */
  readonly metrics?: Readonly<Record<string, number>>;
  /** The directory in which its own is. */
  readonly root?: string;
}

const pad = (epochSeconds: number): string =>
  new Date(epochSeconds * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '_');

/** The run directory of a new client: everything is in the log. */
export function runDirectory(run: SketchedRun): LogFiles {
  const { id, start = 0, root = 'wandb' } = run;
  return { [`${root}/offline-run-${pad(T0 + start)}-${id}/run-${id}.wandb`]: wandbLog(recordsOf(run)) };
}

/** What the client logs of a session. */
export function recordsOf(run: SketchedRun): RecordSketch[] {
  const {
    id,
    start = 0,
    seconds = HOUR,
    config = {},
    exits = true,
    runtime = seconds,
    seenOn = [],
    metrics = {},
  } = run;
  const { project = 'lisa', entity, group, jobType, displayName } = run;
  const [begun, ended] = [T0 + start, T0 + start + seconds];
  const texts = { entity, group, jobType, displayName };
  const told = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  const seen = Object.fromEntries(seenOn.map((gpu) => [`gpu.process.${gpu}.gpu`, 90]));
  return [
    { run: { id, project, start: begun, config, ...told } },
    { environment: environmentOf(run, begun) },
    ...(seenOn.length > 0 ? [{ stats: seen, at: begun + seconds / 2 }] : []),
    { history: { loss: 0.5, _timestamp: ended, _runtime: seconds } },
    ...(Object.keys(metrics).length > 0 ? [{ summary: metrics }] : []),
    ...(exits ? [{ exit: { runtime } }] : []),
  ];
}

function environmentOf(run: SketchedRun, startedAt: number) {
  const { host = 'gpu01', user = 'ines', gpus = 4, slurm = {}, args = [] } = run;
  const names = Array<string>(gpus).fill('Tesla V100-SXM2-16GB');
  return { startedAt, program: 'train.py', args, host, username: user, gpuCount: gpus, gpus: names, slurm };
}

/** Files of several sessions together. */
export const directoriesOf = (runs: readonly SketchedRun[]): LogFiles => Object.assign({}, ...runs.map(runDirectory));

/** What the agent of a sweep leaves of the runs that it started. */
export const sweepFiles = (sweep: string, runs: Readonly<Record<string, unknown>>, root = 'wandb'): LogFiles =>
  Object.fromEntries(
    Object.entries(runs).map(([id, lr]) => [
      `${root}/sweep-${sweep}/config-${id}.yaml`,
      `wandb_version: 1\nlr:\n  value: ${lr}\n`,
    ]),
  );

/** A job of Slurm: an hour with four V100 on gpu01, unless said otherwise. */
export interface SketchedJob {
  readonly id: string;
  /** As it is printed, where that differs: `88_3`, `125+1`. */
  readonly printed?: string;
  readonly start?: number;
  readonly seconds?: number;
  /** From its start to its end, where it was suspended in between. */
  readonly span?: number;
  readonly name?: string;
  readonly user?: string;
  readonly cluster?: string;
  readonly state?: string;
  readonly gpus?: number;
  readonly nodes?: string;
}

const COLUMNS = 'JobIDRaw|JobID|Cluster|User|JobName|State|Submit|Start|End|ElapsedRaw|AllocTRES|NodeList';

/** A time after {@link T0} as `sacct` prints it, in UTC or so many seconds off. */
export const at = (seconds: number, zone = 0): string =>
  new Date((T0 + seconds + zone) * 1000).toISOString().slice(0, 19);

/**
 * A dump of jobs.
 *
 * @param zone seconds by which the clock of the dump is ahead of UTC
 * @param without columns that the dump lacks
 */
export function sacct(jobs: readonly SketchedJob[], zone = 0, without: readonly string[] = []): string {
  const header = COLUMNS.split('|');
  const rows = [header, ...jobs.map((job) => cellsOf(job, zone))];
  const kept = rows.map((cells) => cells.filter((_, column) => !without.includes(header[column] as string)));
  return `${kept.map((cells) => cells.join('|')).join('\n')}\n`;
}

function cellsOf(job: SketchedJob, zone: number): string[] {
  const { id, printed = id, start = 0, seconds = HOUR, span = seconds, gpus = 4, nodes = 'gpu01' } = job;
  const { cluster = 'selenite', user = 'ines', name = 'agent', state = 'COMPLETED' } = job;
  const times = [at(start, zone), at(start, zone), state === 'RUNNING' ? 'Unknown' : at(start + span, zone)];
  const held = gpus === 0 ? 'cpu=8' : `cpu=8,gres/gpu:v100=${gpus}`;
  return [id, printed, cluster, user, name, state, ...times, String(seconds), held, nodes];
}

/** A time after {@link T0} as W&B writes it. */
export const iso = (seconds: number): string => new Date((T0 + seconds) * 1000).toISOString();

/** A run as the API of W&B gives it, on a line. */
export const node = (run: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ displayName: `${run.name} of Ines`, state: 'finished', summaryMetrics: '{}', ...run });
