import { isLost, type JobState, stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';
import type { Sweep } from '../model/sweep.ts';
import type { SweepOutcome } from '../model/sweep-outcome.ts';

/** A sweep was given up when this part of its runs, the last ones, were all cancelled: assumed, our own judgement. */
const GIVEN_UP_PART = 0.2;
/** One run that is cancelled may have been a slip. */
const LEAST_GIVEN_UP = 2;

/** The last attempt of each run: how it ended is how the run did. */
export function lastAttempts({ run, runs, count }: Ledger): Int32Array {
  const last = new Int32Array(runs).fill(-1);
  for (let attempt = 0; attempt < count; attempt++) last[run[attempt] as number] = attempt;
  return last;
}

/** What became of a sweep, by how the last attempt of each of its runs ended. */
export function sweepOutcome(ledger: Ledger, { members }: Pick<Sweep, 'members'>, last: Int32Array): SweepOutcome {
  const ends = members.filter((attempt) => last[ledger.run[attempt] as number] === attempt);
  const states = new Set(Array.from(ends, (attempt) => stateIn(ledger, attempt)));
  const some = (is: (state: JobState) => boolean): boolean => [...states].some(is);
  if (some((state) => state === 'running' || state === 'pending')) return 'open';
  if (!some(isLost)) return states.size === 1 && states.has('completed') ? 'completed' : 'untold';
  if (!some((state) => !isLost(state)) || isGivenUp(ledger, ends)) return 'abandoned';
  return 'partly';
}

const stateIn = (ledger: Ledger, attempt: number): JobState => stateOf(ledger.state[attempt] as number);

/** Whether the last runs were all cancelled: the last submitted, and of those submitted together the last to start. */
function isGivenUp(ledger: Ledger, ends: Uint32Array): boolean {
  const least = Math.max(LEAST_GIVEN_UP, Math.ceil(ends.length * GIVEN_UP_PART));
  const cancelled = ends.filter((attempt) => stateIn(ledger, attempt) === 'cancelled');
  if (cancelled.length < least) return false;
  const inOrder = Array.from(ends).sort((a, b) => compare(ledger, a, b));
  return inOrder.slice(-least).every((attempt) => stateIn(ledger, attempt) === 'cancelled');
}

function compare(ledger: Ledger, a: number, b: number): number {
  const submits = [a, b].map((attempt) => ledger.table.submit.at(ledger.row[attempt] as number)) as [number, number];
  const starts = [ledger.start[a] as number, ledger.start[b] as number] as const;
  return byTime(...submits) || byTime(...starts) || a - b;
}

/** What has no time comes last. */
function byTime(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
