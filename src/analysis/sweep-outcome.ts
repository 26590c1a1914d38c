import { isLost, JOB_STATES, type JobState } from '../model/job-state.ts';
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
  const counts = new Uint32Array(JOB_STATES.length);
  for (const attempt of ends) counts[ledger.state[attempt] as number] = countAt(counts, ledger.state[attempt]) + 1;
  const count = (is: (state: JobState) => boolean): number =>
    JOB_STATES.reduce((sum, state, code) => sum + (is(state) ? countAt(counts, code) : 0), 0);
  if (count((state) => state === 'running' || state === 'pending') > 0) return 'open';
  const lost = count(isLost);
  if (lost === 0) return count((state) => state === 'completed') === ends.length ? 'completed' : 'untold';
  return lost === ends.length || isGivenUp(ledger, ends) ? 'abandoned' : 'partly';
}

const countAt = (counts: Uint32Array, code = 0): number => counts[code] ?? 0;

const CANCELLED = JOB_STATES.indexOf('cancelled');

/** Whether the last runs were all cancelled: as many as are asked for come after the last one that was not. */
function isGivenUp(ledger: Ledger, ends: Uint32Array): boolean {
  const least = Math.max(LEAST_GIVEN_UP, Math.ceil(ends.length * GIVEN_UP_PART));
  let lastOther = -1;
  for (const attempt of ends) {
    if (ledger.state[attempt] === CANCELLED) continue;
    if (lastOther < 0 || isAfter(ledger, attempt, lastOther)) lastOther = attempt;
  }
  let cancelled = 0;
  for (const attempt of ends) {
    if (ledger.state[attempt] === CANCELLED && (lastOther < 0 || isAfter(ledger, attempt, lastOther))) cancelled++;
  }
  return cancelled >= least;
}

/** Whether an attempt comes after another: submitted later, or, where they were submitted together, started later. */
function isAfter({ table, row, start }: Ledger, attempt: number, other: number): boolean {
  const submits = byTime(table.submit.at(row[attempt] as number), table.submit.at(row[other] as number));
  return (submits || byTime(start[attempt] as number, start[other] as number) || attempt - other) > 0;
}

/** Negative where the first is earlier. What has no time comes last. */
function byTime(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}
