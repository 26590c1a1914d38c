import { flattenConfig, flattenMetrics } from '../flat-config.ts';
import { givenGpus } from '../given-gpus.ts';
import { countIn, type Entries, isEntries, textIn, utcTime } from '../loose-values.ts';
import { gpusTold } from '../machine-gpus.ts';
import { type Metadata, readMetadata } from '../metadata.ts';
import { hideSecrets } from '../secrets.ts';
import { parseTolerantJson } from '../tolerant-json.ts';
import { BLANK_RUN, type Duration, durationIn, type ExportedRun, NO_DURATION } from './exported-run.ts';
import { gpusOfRun } from './process-gpus.ts';
import type { SweepSearch } from './sweep-search.ts';

/** A run as the API gives it, with what stands around it. */
export interface ApiRun {
  readonly node: Entries;
  /** `entity/project`. */
  readonly project: string;
  readonly sweep: unknown;
  /** Of `wandb-metadata.json`. */
  readonly metadata: unknown;
}

/** Clocks of machines and of the server are this far apart at most, seconds. Our own judgement. */
const CLOCK_SKEW = 120;

/** A run that was in contact with the server for so much of its time was not sent later: its rows were imported, with times of their own. Our own judgement. */
const LEAST_IN_CONTACT = 0.5;

/** Seconds from creation to the last contact. */
const contactOf = (node: Entries): number => utcTime(node.heartbeatAt) - utcTime(node.createdAt);

/** JSON in a text, as the API gives configurations, or an object as scripts save them. */
const objectIn = (value: unknown): unknown => (typeof value === 'string' ? parseTolerantJson(value) : value);

/** Reads a node of the API's `runs` (tools/graphql_codegen/api, wandb/apis/public/runs.py). Times without a zone are UTC. */
export function readApiRun({ node, project, sweep, metadata }: ApiRun, line: number, search: SweepSearch): ExportedRun {
  const summary = objectIn(node.summaryMetrics ?? node.summary);
  const info = isEntries(node.runInfo) ? node.runInfo : {};
  const machine = readMetadata(objectIn(metadata));
  const duration = durationOf(node, summary);
  return {
    ...BLANK_RUN,
    line,
    id: textIn(node.name) || textIn(node.id),
    name: textIn(node.displayName) || textIn(node.display_name),
    project,
    group: textIn(node.group),
    jobType: textIn(node.jobType),
    sweep: textIn(node.sweepName) || textIn(isEntries(sweep) ? sweep.name : ''),
    ...search,
    state: textIn(node.state),
    user: userOf(node.user) || machine.user,
    host: machine.host || textIn(info.host),
    command: machine.command || commandOf(info),
    start: startOf(node, summary, duration, [machine.startedAt, utcTime(info.startedAt)]),
    duration,
    ...gpusOfRun(gpusOfMachine(machine, info), objectIn(node.systemMetrics)),
    slurmJob: machine.slurmJob,
    slurmTask: machine.slurmTask,
    slurmCluster: machine.slurmCluster,
    config: flattenConfig(objectIn(node.config)),
    metrics: flattenMetrics(summary),
  };
}

/** By the summary; else the server's own count, unless it is longer than the run was in contact; else from creation to the last contact. */
function durationOf(node: Entries, summary: unknown): Duration {
  const summed = durationIn(summary);
  const contact = contactOf(node);
  if (summed.basis !== 'none')
    return { ...summed, isTooLong: !isSentLater(node, summary, summed) && summed.seconds > contact + CLOCK_SKEW };
  const computed = countIn(node.computeSeconds);
  if (computed > 0 && !(computed > contact + CLOCK_SKEW)) return { seconds: computed, basis: 'runtime' };
  return contact >= 0 ? { seconds: contact, basis: 'heartbeat' } : NO_DURATION;
}

/**
 * When a run began: when it was created, unless it logged its last row before that and was in contact for a moment only. Then it ran offline and was sent later, and its machine knows.
 *
 * @param told when the machine says that it began, epoch seconds or NaN
 */
function startOf(node: Entries, summary: unknown, duration: Duration, told: readonly number[]): number {
  const created = utcTime(node.createdAt);
  const logged = lastLogged(summary);
  const isLate = isSentLater(node, summary, duration);
  if (!Number.isNaN(created) && !isLate) return created;
  const known = [...told, logged - duration.seconds, created].filter((time) => !Number.isNaN(time));
  return known.find((time) => !isLate || time <= logged) ?? Number.NaN;
}

const isSentLater = (node: Entries, summary: unknown, { seconds }: Duration): boolean =>
  utcTime(node.createdAt) > lastLogged(summary) + CLOCK_SKEW && !(contactOf(node) >= seconds * LEAST_IN_CONTACT);

const lastLogged = (summary: unknown): number => (isEntries(summary) ? countIn(summary._timestamp) : Number.NaN);

function gpusOfMachine(metadata: Metadata, info: Entries) {
  const { gpus, gpuTypes } = metadata;
  if (!Number.isNaN(gpus)) return givenGpus({ gpus, gpuTypes }, metadata);
  const told = gpusTold(textIn(info.gpu), countIn(info.gpuCount));
  const hasNone = Number.isNaN(told.gpus) && info.gpuCount === null && countIn(info.cpuCount) > 0;
  return hasNone ? { gpus: 0, gpuTypes: '' } : told;
}

const userOf = (user: unknown): string => (isEntries(user) ? textIn(user.username) || textIn(user.name) : textIn(user));

function commandOf({ program, args }: Entries): string {
  const words = hideSecrets(Array.isArray(args) ? args.map(textIn) : []);
  return [textIn(program), ...words].filter((word) => word !== '').join(' ');
}
