import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { NestedRun } from '../../model/ledger.ts';
import { type AttemptColumns, takeAttempts } from '../attempt-columns.ts';
import { Allocations, type Place } from './allocations.ts';
import type { Session } from './sessions.ts';

/** A nested run before it is known which attempts the user selected. */
export interface Nesting extends Omit<NestedRun, 'attempt' | 'start' | 'end'> {
  start: number;
  end: number;
  /** A record of the attempt in which it ran. */
  readonly within: number;
  /** A record of the run itself. */
  readonly head: number;
}

export interface Nested {
  /** The attempts that are left: scheduler's jobs, and tracked runs in none. */
  readonly attempts: AttemptColumns;
  readonly run: Uint32Array;
  readonly nestings: readonly Nesting[];
}

const BY_JOB =
  'tracked runs inside of Slurm jobs, by the job id that they logged: the job counts, the run says what it was for';
const BY_TIME =
  'tracked runs taken to have run inside of a Slurm job, since machine and time agree and the user does not speak against it: the job counts and the run adds no time';

const ELSEWHEN =
  'tracked runs inside of Slurm jobs that ran at another time by the clocks of the logs: the job that they logged counts. Either Slurm’s times are of another zone than they were read in (say --timezone), or the run was resumed in that job, and where it ran before is not known';
const JOB_MISSING =
  'tracked runs that say they ran in a Slurm job which none of the logs have at that time: they count by themselves. Add the accounting of that cluster to count what the job held';
const OUTSIDE =
  'tracked runs on machines of Slurm’s jobs, at times when no job fits: they count by themselves. If Slurm’s times were read in a wrong zone (say --timezone) or their jobs are another user’s, they count twice';
const UNKNOWN =
  'tracked runs at times when Slurm’s jobs ran, where the logs do not tell on which machine: they count by themselves, so twice if they ran in these jobs. Export Slurm’s jobs with NodeList, and runs with runledger collect wandb';
const UNKNOWN_IN_TABLES =
  'tracked runs at times when jobs of the tables ran, where the tables do not tell on which machine: they count by themselves, so twice if the tables list the same runs. If they do, leave those rows or the tracker’s logs out; else give the tables a column of machines (host)';

/**
 * Takes tracked runs that ran inside of a scheduler's job out of the attempts: the job costs, and its time must not count twice.
 *
 * @param run of each attempt
 */
export function nestRuns(
  table: JobTable,
  all: AttemptColumns,
  sessions: readonly Session[],
  run: Uint32Array,
  diagnostics: Diagnostics,
): Nested {
  const nestings = new Map<number, Nesting>();
  const elsewhen = new Map<number, Nesting[]>();
  const allocations = new Allocations(table, all, new Set(sessions.flatMap(({ row }) => idsOfJob(table, row))));
  for (const session of sessions) {
    const place = allocations.placeOf(session);
    if (place === undefined) {
      noteAlone(table, session, allocations, diagnostics);
      continue;
    }
    const { row, start, end, attempt } = session;
    noteNested(table, row, place, diagnostics);
    const nesting = {
      within: all.head[place.attempt] as number,
      head: all.head[attempt] as number,
      ...{ row, run: run[attempt] as number, start, end, rule: place.rule, confidence: place.confidence },
    };
    nestings.set(attempt, nesting);
    if (!place.isAtItsTime) elsewhen.set(place.attempt, [...(elsewhen.get(place.attempt) ?? []), nesting]);
  }
  for (const [attempt, apart] of elsewhen) setByClock(apart, all.start[attempt] as number);
  if (nestings.size === 0) return { attempts: all, run, nestings: [] };
  const left = Uint32Array.from({ length: all.count }, (_, attempt) => attempt).filter((each) => !nestings.has(each));
  return {
    attempts: takeAttempts(all, left),
    run: left.map((attempt) => run[attempt] as number),
    nestings: [...nestings.values()],
  };
}

/** Sets runs of which the first is taken to have begun with their job: the clocks of the two are hours apart. */
function setByClock(nestings: readonly Nesting[], jobStart: number): void {
  const offset = jobStart - Math.min(...nestings.map(({ start }) => start));
  for (const nesting of nestings) {
    nesting.start += offset;
    nesting.end += offset;
  }
}

/** The ids under which logs of Slurm may have the job of a run. */
function idsOfJob(table: JobTable, row: number): string[] {
  const { slurmJob = '', slurmTask = '' } = table.tracked.at(row) ?? {};
  return [slurmJob, slurmTask].filter((id) => id !== '');
}

function noteNested(table: JobTable, row: number, { rule, isAtItsTime }: Place, diagnostics: Diagnostics): void {
  if (rule !== 'slurm-job') diagnostics.note('wandb-in-slurm-suggested', 'warning', BY_TIME, table.place(row));
  else diagnostics.note('wandb-in-slurm', 'info', BY_JOB, table.place(row));
  if (!isAtItsTime) diagnostics.note('wandb-job-elsewhen', 'warning', ELSEWHEN, table.place(row));
}

/** Says why a run that counts by itself may have been in a job all the same. */
function noteAlone(table: JobTable, session: Session, allocations: Allocations, diagnostics: Diagnostics): void {
  const place = table.place(session.row);
  if ((table.tracked.at(session.row)?.slurmJob ?? '') !== '') {
    diagnostics.note('wandb-job-missing', 'warning', JOB_MISSING, place);
    return;
  }
  const doubt = allocations.doubtAbout(session);
  if (doubt === 'machine') diagnostics.note('wandb-outside-jobs', 'warning', OUTSIDE, place);
  const unknown = hasSlurm(table) ? UNKNOWN : UNKNOWN_IN_TABLES;
  if (doubt === 'unknown') diagnostics.note('wandb-place-unknown', 'warning', unknown, place);
}

const hasSlurm = ({ sources }: JobTable): boolean => sources.some((source) => source.startsWith('slurm'));
