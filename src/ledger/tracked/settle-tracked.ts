import type { Diagnostics } from '../../model/diagnostic.ts';
import type { JobTable } from '../../model/job-table.ts';
import type { NestedRun } from '../../model/ledger.ts';
import type { AttemptColumns } from '../attempt-columns.ts';
import { joinRanks } from './join-ranks.ts';
import { type Nesting, nestRuns } from './nest-runs.ts';
import { partRuns } from './part-runs.ts';
import { sessionsOf } from './sessions.ts';
import { shareMachines } from './share-machines.ts';
import { completeWholeRuns, missingTimes } from './whole-runs.ts';

/** The records of attempts. */
interface Records {
  readonly table: JobTable;
  /** For each record the next one of its attempt. */
  readonly next: Int32Array;
  readonly diagnostics: Diagnostics;
}

/** Attempts and their runs once what trackers logged has its place. */
interface Settled {
  readonly attempts: AttemptColumns;
  readonly run: Uint32Array;
  readonly runs: number;
  readonly nestings: readonly Nesting[];
}

/**
 * Gives what trackers logged its place: ranks are one run, what ran inside of a scheduler's job is no attempt of its own, and what ran side by side on one machine shares its GPUs.
 *
 * @param joined the run of each attempt; corrected in place
 */
export function settleTracked(
  { table, next, diagnostics }: Records,
  all: AttemptColumns,
  { run, runs }: { readonly run: Uint32Array; readonly runs: number },
): Settled {
  if (table.tracked.length === 0) return { attempts: all, run, runs, nestings: [] };
  const sessions = sessionsOf(table, all);
  partRuns(table, sessions, run);
  const missing = missingTimes(table, all, run, next);
  joinRanks(table, sessions, run, diagnostics);
  const nested = nestRuns(table, all, sessions, run, diagnostics);
  completeWholeRuns(table, nested.attempts, missing, diagnostics);
  shareMachines(table, nested.attempts, sessionsOf(table, nested.attempts), nested.run, diagnostics);
  return { ...nested, ...denseRuns(nested.run) };
}

/** Runs numbered anew in order, without gaps. */
export function denseRuns(run: Uint32Array): { run: Uint32Array; runs: number } {
  const numbers = new Map<number, number>();
  const dense = run.map((old) => {
    const number = numbers.get(old) ?? numbers.size;
    numbers.set(old, number);
    return number;
  });
  return { run: dense, runs: numbers.size };
}

/** Nested runs of the attempts that the user selected, by attempt, then by start. */
export function nestedIn(attempts: AttemptColumns, nestings: readonly Nesting[]): (NestedRun & Nesting)[] {
  if (nestings.length === 0) return [];
  const attemptOf = new Map<number, number>();
  for (const [attempt, head] of attempts.head.entries()) attemptOf.set(head, attempt);
  const nested = nestings.flatMap((nesting) => {
    const attempt = attemptOf.get(nesting.within);
    return attempt === undefined ? [] : [{ ...nesting, attempt }];
  });
  return nested.sort((a, b) => a.attempt - b.attempt || a.start - b.start || a.row - b.row);
}
