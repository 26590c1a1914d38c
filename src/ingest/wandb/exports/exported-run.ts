import { blankJob, type Job, UNTOLD_GPUS } from '../../../model/job.ts';
import type { JobState } from '../../../model/job-state.ts';
import {
  BLANK_TRACKED,
  type DurationBasis,
  TRACKED_WORDS,
  type TrackedRun,
  WANDB,
} from '../../../model/tracked-run.ts';
import { configText } from '../flat-config.ts';
import { countIn, isEntries } from '../loose-values.ts';

/** How long a run took, and who says so. */
export interface Duration {
  /** NaN when nothing tells. */
  readonly seconds: number;
  readonly basis: DurationBasis;
  /** Set where the run was in contact with the server for less than that. */
  readonly isTooLong?: boolean;
}

export const NO_DURATION: Duration = { seconds: Number.NaN, basis: 'none' };

/** What a tracked run is known by, but for what jobs of it are made of differently. */
type Told = Omit<TrackedRun, 'isWhole' | 'durationBasis' | 'config' | 'metrics'>;

/** What an export says of a run, in whatever form. Absent numbers are NaN, absent texts are empty. */
export interface ExportedRun extends Told {
  readonly line: number;
  /** The id that W&B gave it; empty where the export leaves it out. */
  readonly id: string;
  /** Its display name, which need not be the only one of its kind. */
  readonly name: string;
  /** As W&B writes it: `finished`. */
  readonly state: string;
  readonly user: string;
  readonly host: string;
  readonly command: string;
  /** Epoch seconds, UTC. */
  readonly start: number;
  /** Epoch seconds, UTC, where the export states it. */
  readonly end: number;
  readonly duration: Duration;
  readonly gpus: number;
  readonly gpuTypes: string;
  readonly config: ReadonlyMap<string, string>;
  readonly metrics: ReadonlyMap<string, number | string>;
}

export const BLANK_RUN: ExportedRun = {
  ...BLANK_TRACKED,
  line: 0,
  id: '',
  name: '',
  state: '',
  user: '',
  host: '',
  command: '',
  start: Number.NaN,
  end: Number.NaN,
  duration: NO_DURATION,
  gpus: Number.NaN,
  gpuTypes: '',
  config: new Map(),
  metrics: new Map(),
};

/** The states of the API (wandb/apis/public/runs.py) in our words. A crashed run is one whose machine fell silent. */
const STATES: Readonly<Record<string, JobState>> = {
  finished: 'completed',
  failed: 'failed',
  crashed: 'failed',
  killed: 'cancelled',
  preempted: 'preempted',
  preempting: 'preempted',
  running: 'running',
  pending: 'pending',
};

export const stateIn = (text: string): JobState => STATES[text.trim().toLowerCase()] ?? 'unknown';

/** GPUs that an export states are those that the machine shows. */
export const withBasis = (
  told: Pick<Job, 'gpus' | 'gpuTypes'>,
): Pick<ExportedRun, 'gpus' | 'gpuTypes' | 'gpuBasis' | 'seenOn'> => ({
  ...told,
  seenOn: '',
  gpuBasis: Number.isNaN(told.gpus) ? 'unknown' : 'machine',
});

/** A run as a job of the cluster `wandb`. Cores and memory of its machine are not taken for its own: W&B does not know what it was given of them. */
export function jobOfRun(run: ExportedRun): Job {
  const state = stateIn(run.state);
  const { seconds, basis } = run.duration;
  const elapsed = state === 'pending' && Number.isNaN(seconds) ? 0 : seconds;
  const isOver = state !== 'running' && state !== 'pending';
  const stated = Number.isNaN(run.end) ? run.start + seconds : run.end;
  return {
    ...blankJob(run.line),
    cluster: WANDB,
    jobId: run.id || run.name,
    name: run.name || run.id,
    command: run.command,
    user: run.user,
    state,
    start: run.start,
    end: isOver ? stated : Number.NaN,
    elapsed,
    ...gpusOfJob(run, elapsed),
    nodes: run.host === '' ? Number.NaN : 1,
    nodeList: run.host,
    tracked: trackedOf(run, basis),
  };
}

/** GPUs that are not told are unknown, not none. */
function gpusOfJob({ gpus, gpuTypes }: ExportedRun, elapsed: number): Pick<Job, 'gpus' | 'gpuTypes'> {
  if (!Number.isNaN(gpus) || gpuTypes !== '') return { gpus, gpuTypes };
  return { gpus, gpuTypes: elapsed === 0 ? '' : UNTOLD_GPUS };
}

function trackedOf(run: ExportedRun, durationBasis: DurationBasis): TrackedRun {
  const words = Object.fromEntries(TRACKED_WORDS.map((name) => [name, run[name]]));
  const { sweepRuns, gpuBasis } = run;
  const [config, metrics] = [configText(run.config), configText(run.metrics)];
  return { ...BLANK_TRACKED, ...words, sweepRuns, gpuBasis, durationBasis, config, metrics, isWhole: true };
}

/**
 * How long a run took by its summary: `_wandb.runtime` counts all of its sessions, `_runtime` goes to the last row that was logged. Both leave out the gaps between sessions
 * (wandb/sdk/internal, core/internal/stream).
 */
export function durationIn(summary: unknown): Duration {
  if (!isEntries(summary)) return NO_DURATION;
  const own = isEntries(summary._wandb)
    ? summary._wandb.runtime
    : (summary['_wandb.runtime'] ?? summary._wandb_runtime);
  const seconds = [own, summary._runtime].map(countIn).find((count) => !Number.isNaN(count));
  return seconds === undefined ? NO_DURATION : { seconds, basis: 'summary' };
}

/**
 * Whether it is the controller of a sweep, which W&B lists among the runs when a sweep is launched: its configuration is the sweep's own, and it searches instead of training.
 */
export const isController = ({ sweep, config }: Pick<ExportedRun, 'sweep' | 'config'>): boolean =>
  sweep === '' &&
  (config.has('method') || config.has('metric.name')) &&
  [...config.keys()].some((key) => key.startsWith('parameters.'));
