import type { Attempt, Job } from './job.ts';
import type { Hardware } from './partitions.ts';

/** Columns of the dump in order, as given to `sacct -o`. */
export const COLUMNS = [
  ...['JobID', 'JobIDRaw', 'JobName', 'User', 'Account', 'Partition', 'State', 'ExitCode', 'Submit', 'Start', 'End'],
  ...['ElapsedRaw', 'AllocCPUS', 'AllocTRES', 'NodeList', 'WorkDir', 'SubmitLine'],
] as const;

/** The rows of an attempt, each ending in a newline, with what they add to the totals. */
export interface AttemptRows {
  readonly text: string;
  readonly lines: number;
  readonly gpuSeconds: number;
}

const WAITING = { lines: 1, gpuSeconds: 0 };

/** The rows of an attempt as sacct 23.02 printed them at a time: the job and, once it has started, its steps. */
export function formatRows(attempt: Attempt, now: number): AttemptRows {
  const { job, submit, start, end, ending } = attempt;
  if ((start ?? end) >= now) return { ...WAITING, text: waitingRow(job, submit, 'PENDING', 'Unknown|Unknown') };
  if (start === undefined) return { ...WAITING, text: waitingRow(job, submit, cancelled(job), `None|${iso(end)}`) };
  const isRunning = end > now;
  const elapsed = (isRunning ? now : end) - start;
  const [starts, ends] = [iso(start), isRunning ? 'Unknown' : iso(end)];
  const state = ending.state === 'CANCELLED by' ? cancelled(job) : ending.state;
  const stateOf = (ended: string): string => (isRunning ? 'RUNNING|0:0' : ended);
  const tres = formatTres(job.experiment.hardware);
  const { cpus, gpus } = job.experiment.hardware;
  const held = `${starts}|${ends}|${elapsed}|${cpus}|`;
  const jobRow = `${who(job)}${stateOf(`${state}|${ending.exitCode}`)}|${iso(submit)}|${held}billing=${cpus},${tres}|${attempt.nodeList}|${what(job)}`;
  // A step has no user, partition, directory or submit line, and its Submit is its start.
  const step = (name: string, ended: string, billing: string): string =>
    `${job.id}.${name}|${job.rawId}.${name}|${name}||${job.experiment.person.account}||${stateOf(ended)}|${starts}|${held}${billing}${tres}|${attempt.nodeList}||\n`;
  const batch = step('batch', `${ending.batchState}|${ending.batchExitCode}`, '');
  const text = jobRow + batch + step('extern', 'COMPLETED|0:0', `billing=${cpus},`);
  return { text, lines: 3, gpuSeconds: gpus * elapsed };
}

/** The row of what never started: cancelled after a while or, in the last hour of the dump, still waiting. */
export function formatRemainder(remainder: Job, submit: number, now: number): string {
  const cancelledAt = submit + 3600;
  return cancelledAt >= now
    ? waitingRow(remainder, submit, 'PENDING', 'Unknown|Unknown')
    : waitingRow(remainder, submit, cancelled(remainder), `None|${iso(cancelledAt)}`);
}

const waitingRow = (job: Job, submit: number, state: string, startAndEnd: string): string =>
  `${who(job)}${state}|0:0|${iso(submit)}|${startAndEnd}|0|0||None assigned|${what(job)}`;

const who = ({ id, rawId, name, experiment: { person, hardware } }: Job): string =>
  `${id}|${rawId}|${name}|${person.name}|${person.account}|${hardware.partition.name}|`;

const what = ({ experiment, submitLine }: Job): string => `${experiment.workDir}|${submitLine}\n`;

const cancelled = (job: Job): string => `CANCELLED by ${job.experiment.person.uid}`;

/** `cpu=12,gres/gpu:a100=1,gres/gpu=1,mem=120G,node=1`: the typed entry is a breakdown of the other. */
function formatTres({ partition, gpus, cpus, memoryGb, nodes }: Hardware): string {
  const gres = partition.gpu === undefined ? '' : `gres/gpu:${partition.gpu}=${gpus},gres/gpu=${gpus},`;
  return `cpu=${cpus},${gres}mem=${memoryGb}G,node=${nodes}`;
}

/** As sacct prints a time under TZ=UTC. */
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 19);
