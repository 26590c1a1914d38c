import type { JobState } from './job-state.ts';
import type { ReportedAttempt } from './reported-attempt.ts';
import type { TrackedRun } from './tracked-run.ts';

/**
 * One job record as a log states it: a row of the {@link JobTable}. Absent numbers are NaN, absent texts are empty;
 * zero always means that the log says zero.
 */
export interface Job {
  /** Line of the record's first line in its file, from 1. */
  line: number;
  cluster: string;
  /** The id as people write it: `84`, `84_2` for an array task, `125+1` for a heterogeneous component. */
  jobId: string;
  /** The scheduler's own id of this task or component; `''` when the log has none or it is the same. */
  jobIdRaw: string;
  /** Id of the array that the job is a task of; NaN when it is none. */
  arrayJobId: number;
  /** Index of the task in its array; NaN when it is none. */
  arrayTask: number;
  name: string;
  /** The command that submitted or ran the job. */
  command: string;
  user: string;
  account: string;
  partition: string;
  workDir: string;
  state: JobState;
  /** Whether it stood suspended when its record was written. */
  isSuspended: boolean;
  /** Epoch seconds, UTC. A requeue sets a new submit time. */
  submit: number;
  /** Epoch seconds, UTC. */
  start: number;
  /** Epoch seconds, UTC; NaN while the job runs. */
  end: number;
  /** Wall seconds as the scheduler counts them: suspension excluded. */
  elapsed: number;
  /** Allocated CPUs. */
  cpus: number;
  /** Allocated GPUs of all types. */
  gpus: number;
  /** GPUs by type as the log names them: `titanx=1`, `a100=2,v100=1`; GPUs of no stated type are left out. */
  gpuTypes: string;
  /** Whether its GPUs are those that it asked for, since the log does not say what it held. */
  gpusAsked: boolean;
  /** Allocated memory, GB of 1024³ bytes. */
  memoryGb: number;
  /** Nodes held. */
  nodes: number;
  /** Their names as the log lists them: `gpu[01-04]`. */
  nodeList: string;
  /** The longest that the job was allowed to run, seconds; Infinity for no limit. */
  timeLimit: number;
  /** How often the job was requeued before this attempt, as the log counts. */
  restarts: number;
  /** Electricity that was measured while it ran, joules: of all that it held. */
  energyJoules: number;
  /** The same of its GPUs alone. */
  gpuEnergyJoules: number;
  /** Mean utilisation of its GPUs that was measured while it ran, 0 to 1. */
  gpuUtilisation: number;
  /** What an experiment tracker says of it; undefined for a job of a scheduler. */
  tracked: TrackedRun | undefined;
  /** What an earlier report says of it; undefined for a record of a log. */
  reported: ReportedAttempt | undefined;
}

/** What stands in `gpuTypes` of a job that ran where the log does not tell its GPUs: not even whether it held any. */
export const UNTOLD_GPUS = '=?';

/** The fields of a job that are numbers. */
export type JobNumbers = Pick<Job, { [Field in keyof Job]: Job[Field] extends number ? Field : never }[keyof Job]>;

/** A job of which nothing is known but its line: sources fill in what their log says. */
export const blankJob = (line: number): Job => ({
  line,
  cluster: '',
  jobId: '',
  jobIdRaw: '',
  arrayJobId: Number.NaN,
  arrayTask: Number.NaN,
  name: '',
  command: '',
  user: '',
  account: '',
  partition: '',
  workDir: '',
  state: 'unknown',
  isSuspended: false,
  submit: Number.NaN,
  start: Number.NaN,
  end: Number.NaN,
  elapsed: Number.NaN,
  cpus: Number.NaN,
  gpus: Number.NaN,
  gpuTypes: '',
  gpusAsked: false,
  memoryGb: Number.NaN,
  nodes: Number.NaN,
  nodeList: '',
  timeLimit: Number.NaN,
  restarts: Number.NaN,
  energyJoules: Number.NaN,
  gpuEnergyJoules: Number.NaN,
  gpuUtilisation: Number.NaN,
  tracked: undefined,
  reported: undefined,
});
