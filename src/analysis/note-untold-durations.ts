import type { Diagnostics } from '../model/diagnostic.ts';
import { type JobState, stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';

/** States of attempts that may well have taken no time yet. */
const NOT_OVER: ReadonlySet<JobState> = new Set<JobState>(['pending', 'running']);

/** Says which attempts are over, and of which no log tells how long they took: they add no time, so that totals are a lower bound. Trackers say so themselves. */
export function noteUntoldDurations({ table, row, wall, state, count }: Ledger, diagnostics: Diagnostics): void {
  const message =
    'attempts that are over and of which the logs tell no duration: they count with no time, so that totals are a lower bound';
  for (let attempt = 0; attempt < count; attempt++) {
    const at = row[attempt] as number;
    const isTold = (wall[attempt] as number) > 0 || !Number.isNaN(table.elapsed.at(at));
    if (isTold || NOT_OVER.has(stateOf(state[attempt] as number)) || table.tracked.has(at)) continue;
    diagnostics.note('duration-untold', 'warning', message, table.place(at));
  }
}
