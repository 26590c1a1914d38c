import { blankJob, type Job } from '../../model/job.ts';
import { BLANK_TRACKED, type TrackedRun, WANDB } from '../../model/tracked-run.ts';
import type { Sink } from '../source.ts';
import { parseTimestamp } from '../timestamp.ts';
import { configText, flattenConfig, flattenMetrics } from './flat-config.ts';
import type { RunLog } from './log/run-log.ts';
import { countIn, type Entries, isEntries } from './loose-values.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { OldEvents } from './old-events.ts';
import { RUN_DIRECTORY } from './run-directories.ts';
import { sessionGpus } from './session-gpus.ts';
import { noteLog, noteSession } from './session-notes.ts';
import { sessionState, sessionTime, type TimeEvidence } from './session-time.ts';
import type { Assignment, SweepAssignments } from './sweep-assignments.ts';

/** What the files of one run directory say. */
export interface SessionParts {
  /** Path of the directory, or of a log alone. */
  readonly path: string;
  readonly assignments: SweepAssignments;
  /** Whether another directory holds an earlier session of the same run. */
  readonly isLater: boolean;
  /** One a session; mostly one. */
  readonly logs: RunLog[];
  readonly events: OldEvents;
  metadata?: unknown;
  config?: Readonly<Record<string, unknown>> | undefined;
  summary?: unknown;
  /** From the first to the last line of the debug log, seconds. */
  debugLogSeconds?: number;
}

/** The run's id and its directory's time, as the names of directory and log tell them. */
interface Named {
  readonly id: string;
  /** Epoch seconds; NaN when no name tells it. */
  readonly start: number;
  /** Directory around it. */
  readonly root: string;
}

/** Puts the sessions of a run directory into the table: one a log, or one by its other files where there is no log. */
export function pushSession(parts: SessionParts, sink: Sink): void {
  const logs = parts.logs.filter(({ damage, bytes }) => bytes > 0 && !damage.isForeign);
  const named = namedBy(parts.path, parts, sink);
  for (const log of parts.logs) noteLog(log, sink);
  for (const log of logs.length > 0 ? logs : [undefined]) {
    const job = sessionJob(parts, log, named);
    if (job.jobId === '' && Number.isNaN(job.start)) {
      const reason = 'a W&B run of which no file tells the id or the start; is the directory complete?';
      sink.reject({ line: 0, rule: 'wandb-run-unknown', reason, text: parts.path });
    } else {
      keepCurve(log, sink);
      sink.table.push(job, sink.file);
      noteSession(job, sink);
    }
  }
}

/** How the metric that the user names went, for the row that comes next. */
function keepCurve(log: RunLog | undefined, { table, settings }: Sink): void {
  const curve = log?.metrics.get(settings.metric ?? '');
  if (curve !== undefined) table.curves.push(table.length, curve);
}

function namedBy(path: string, parts: SessionParts, sink: Sink): Named {
  const name = path.replace(/\/$/, '').replace(/^.*\//, '');
  const match = RUN_DIRECTORY.exec(name);
  const root = path.slice(0, path.length - name.length - (path.endsWith('/') ? 1 : 0));
  const id = match?.[2] ?? /^run-(.+)\.wandb/.exec(sink.path.replace(/^.*\//, ''))?.[1] ?? '';
  return { id, start: stampOf(match?.[1] ?? '', parts, sink), root };
}

/** `20210216_154407`: in local time from 0.10 on, in UTC before, when run directories had no folder `files`. */
function stampOf(stamp: string, { events }: SessionParts, { toUtc }: Sink): number {
  const digits = /^(\d{4})(\d\d)(\d\d)_(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (digits === null) return Number.NaN;
  const [, year, month, day, hour, minute, second] = digits;
  const isUtc = !Number.isNaN(events.lastSeen);
  return (
    parseTimestamp(`${year}-${month}-${day}T${hour}:${minute}:${second}`, isUtc ? (utc) => utc : toUtc) ?? Number.NaN
  );
}

function sessionJob(parts: SessionParts, log: RunLog | undefined, named: Named): Job {
  const id = log?.run.id || named.id;
  const assignment = parts.assignments.of(named.root, id);
  const config = new Map([...Object.entries(assignment?.config ?? {}), ...valuesOf(log?.config, parts.config)]);
  const summary = valuesOf(log?.summary, parts.summary);
  const internals = entriesOf(entriesOf(config.get('_wandb')).value ?? config.get('_wandb'));
  const metadata = metadataOf(parts, log, internals);
  const { start, elapsed, basis } = sessionTime(timeEvidence(parts, log, { named, metadata, internals, summary }));
  const readings = { readings: log?.gpus ?? [], hasStats: log?.hasStats ?? false };
  const held = sessionGpus({ metadata, ...readings, elapsed });
  return {
    ...blankJob(0),
    cluster: WANDB,
    jobId: id,
    name: log?.run.displayName || id,
    command: metadata.command,
    user: metadata.user,
    nodeList: metadata.host || (log?.run.host ?? ''),
    state: sessionState(log?.exit),
    ...{ submit: start, start, elapsed, end: start + elapsed },
    ...{ gpus: held.gpus, gpuTypes: held.gpuTypes, gpuEnergyJoules: held.joules, gpuUtilisation: held.utilisation },
    tracked: {
      ...BLANK_TRACKED,
      ...belongingOf(log, metadata),
      ...sweepOf(parts.assignments, assignment, log?.run.sweepId ?? ''),
      config: configText(flattenConfig(Object.fromEntries(config))),
      metrics: configText(flattenMetrics(Object.fromEntries(summary))),
      durationBasis: basis,
      gpuBasis: held.basis,
      seenOn: held.seenOn,
    },
  };
}

/** What the log says, or the file beside it where the log says nothing. */
function valuesOf(logged: ReadonlyMap<string, unknown> | undefined, file: unknown): ReadonlyMap<string, unknown> {
  return logged !== undefined && logged.size > 0 ? logged : new Map(Object.entries(entriesOf(file)));
}

interface Sidecars {
  readonly named: Named;
  readonly metadata: Metadata;
  readonly internals: Readonly<Record<string, unknown>>;
  readonly summary: ReadonlyMap<string, unknown>;
}

function timeEvidence(
  { events, debugLogSeconds, isLater }: SessionParts,
  log: RunLog | undefined,
  { named, metadata, internals, summary }: Sidecars,
): TimeEvidence {
  const { startTime, runtimeBefore, isResumed } = log?.run ?? NO_RUN;
  const ofEvents = events.lastSeen - events.runtime;
  return {
    starts: [startTime, metadata.startedAt, countIn(internals.start_time), ofEvents, named.start],
    exit: log?.exit,
    before: runtimeBefore,
    isResumed: isResumed || isLater,
    lastSeen: later(log?.lastSeen ?? Number.NaN, events.lastSeen),
    isSampled: log?.hasStats ?? false,
    summary: runtimeIn(summary),
    debugLog: debugLogSeconds ?? Number.NaN,
  };
}

const NO_RUN = { startTime: Number.NaN, runtimeBefore: Number.NaN, isResumed: false };

/** Newer clients keep it in the log, and list that of each session in the configuration; older ones in a file. */
function metadataOf(
  { metadata }: SessionParts,
  log: RunLog | undefined,
  internals: Readonly<Record<string, unknown>>,
): Metadata {
  const inConfig = Object.values(entriesOf(internals.e)).at(-1);
  return readMetadata(log?.environment ?? metadata ?? inConfig);
}

function belongingOf(log: RunLog | undefined, { slurmCluster, slurmJob, slurmTask }: Metadata): Partial<TrackedRun> {
  const { entity = '', project = '', group = '', jobType = '' } = log?.run ?? {};
  return {
    project: [entity, project].filter((part) => part !== '').join('/'),
    group,
    jobType,
    slurmCluster,
    slurmJob,
    slurmTask,
  };
}

function sweepOf(
  assignments: SweepAssignments,
  assignment: Assignment | undefined,
  logged: string,
): Partial<TrackedRun> {
  const sweep = assignment?.sweep ?? logged;
  if (sweep === '') return {};
  const sampled = assignment === undefined || assignment.sampled.length === 0 ? '' : JSON.stringify(assignment.sampled);
  const sweepRuns = assignments.assigned(sweep);
  return { sweep, sampled, sweepRuns: sweepRuns > 0 ? sweepRuns : Number.NaN };
}

/** Seconds that the run had taken when its summary was last written. */
function runtimeIn(summary: ReadonlyMap<string, unknown>): number {
  const total = countIn(entriesOf(summary.get('_wandb')).runtime ?? summary.get('_wandb.runtime'));
  return Number.isNaN(total) ? countIn(summary.get('_runtime')) : total;
}

const entriesOf = (value: unknown): Entries => (isEntries(value) ? value : {});

const later = (one: number, other: number): number => (one >= other || Number.isNaN(other) ? one : other);
