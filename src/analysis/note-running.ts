import type { Diagnostics } from '../model/diagnostic.ts';
import { stateOf } from '../model/job-state.ts';
import type { Ledger } from '../model/ledger.ts';

/** Says which attempts go on: those that count up to the time of the log, and those of which no log tells how long they have run. Trackers say so themselves. */
export function noteRunning({ table, row, wall, state, count }: Ledger, diagnostics: Diagnostics): void {
  const counted = 'attempts that were still running when the logs were written: counted up to then';
  const untold =
    'attempts that were still running when the logs were written, and of which nothing tells how long by then: they count with no time, so that totals are a lower bound. Export them again with a duration, or when they have ended';
  for (let attempt = 0; attempt < count; attempt++) {
    if (stateOf(state[attempt] as number) !== 'running') continue;
    const at = row[attempt] as number;
    const isTold = (wall[attempt] as number) > 0 || !Number.isNaN(table.elapsed.at(at)) || table.tracked.has(at);
    if (isTold) diagnostics.note('still-running', 'info', counted);
    else diagnostics.note('running-untold', 'warning', untold, table.place(at));
  }
}
